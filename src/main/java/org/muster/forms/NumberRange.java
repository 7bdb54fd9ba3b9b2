package org.muster.forms;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people all over the world write them, within bounds.
 * <p>
 * {@code 1250}, {@code 1,250}, {@code 1.250}, {@code 1 250}, {@code 1'250},
 * {@code 1.250,00}, {@code 1,250.00} and {@code 12,34,567} are read as they look; of two
 * different marks the last is the decimal mark. One comma or point before exactly three
 * digits can mean two things: it is a thousands mark where the bounds allow a thousand
 * ({@code 1.250} is a day rate of 1250) or only whole numbers count, and a decimal mark
 * elsewhere ({@code 2.500} days a week are two and a half). So nothing is read as a
 * thousandth of what it may mean.
 *
 * @param unit what may be written beside the number
 * @param min the least value
 * @param max the greatest value
 * @param step the value is a multiple of this: 1 for whole numbers, 0.5 for half days
 */
public record NumberRange(Unit unit, BigDecimal min, BigDecimal max, BigDecimal step) {

	/** What may be written beside a number. */
	public enum Unit {

		/** Nothing. */
		PLAIN,
		/** A sign for per cent. */
		PERCENT,
		/** A currency, and a dash in the place of cents. */
		MONEY,
		/** As with money, and that it is by the day. */
		DAY_RATE;

		boolean isMoney() {
			return this == MONEY || this == DAY_RATE;
		}

	}

	public static NumberRange of(Unit unit, String min, String max, String step) {
		return new NumberRange(unit, new BigDecimal(min), new BigDecimal(max), new BigDecimal(step));
	}

	/**
	 * How a text is understood, whether or not the number is within bounds.
	 * @return {@code null} if it is empty or no number
	 */
	public @Nullable NumberReading understood(@Nullable String text) {
		return NumberReader.read(text, this);
	}

	/**
	 * The number that a text says.
	 * @return {@code null} if it is empty, no number, out of bounds or of a finer grain,
	 * or names a currency
	 */
	public @Nullable BigDecimal read(@Nullable String text) {
		NumberReading reading = understood(text);
		return (reading != null && reading.currency() == null && takes(reading.value())) ? reading.value() : null;
	}

	/**
	 * The amount that a text says.
	 * @param currency ISO 4217: what the amount is in where the text says nothing
	 * @return {@code null} if it is empty, no number, out of bounds or of a finer grain,
	 * or in another currency
	 */
	public @Nullable BigDecimal read(@Nullable String text, String currency) {
		NumberReading reading = understood(text);
		return (reading != null && reading.isIn(currency) && takes(reading.value())) ? reading.value() : null;
	}

	/** Whether a number is within bounds and of the grain. */
	public boolean takes(BigDecimal number) {
		return number.compareTo(this.min) >= 0 && number.compareTo(this.max) <= 0
				&& number.remainder(this.step).signum() == 0;
	}

	/** Whether one mark before three digits is one of thousands. */
	boolean holdsThousands() {
		return this.max.compareTo(BigDecimal.valueOf(1000)) >= 0 || this.step.stripTrailingZeros().scale() <= 0;
	}

	/** Whether halves count, and nothing finer. */
	boolean isOfHalves() {
		return this.step.compareTo(BigDecimal.valueOf(5, 1)) == 0;
	}

}
