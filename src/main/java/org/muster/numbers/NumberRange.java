package org.muster.numbers;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people all over the world write them, within bounds.
 * <p>
 * {@code 1250}, {@code 1,250}, {@code 1.250}, {@code 1 250}, {@code 1'250},
 * {@code 1.250,00}, {@code 1,250.00} and {@code 12,34,567} are read as they look; of two
 * different marks the last is the decimal mark. One comma or point before exactly three
 * digits can mean two things: it is a thousands mark where the bounds allow a thousand
 * ({@code 1.250} is a day rate of 1250) or only whole numbers count, and a decimal mark
 * elsewhere ({@code 2.500} days a week are two and a half, and {@code 30.000} per cent
 * are thirty where more than a thousand are out of bounds). So nothing is read as a
 * thousandth of what it may mean. Day rates in currencies that have three decimals or
 * more go by {@link Denomination}.
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
		return NumberReader.read(text, this, null);
	}

	/**
	 * The same of an amount.
	 * @param currency ISO 4217: what the amount is in where the text says nothing
	 * @return {@code null} if it is empty or no number
	 */
	public @Nullable NumberReading understood(@Nullable String text, String currency) {
		return NumberReader.read(text, this, currency);
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
	 * @return {@code null} if it is empty, no number, out of bounds, of a finer grain
	 * than the range or the currency, or in another currency
	 */
	public @Nullable BigDecimal read(@Nullable String text, String currency) {
		NumberReading reading = understood(text, currency);
		return (reading != null && reading.isIn(currency) && takes(reading.value(), currency)) ? reading.value() : null;
	}

	/** Whether a number is within bounds and of the grain. */
	public boolean takes(BigDecimal number) {
		return number.compareTo(this.min) >= 0 && number.compareTo(this.max) <= 0
				&& number.remainder(this.step).signum() == 0;
	}

	/**
	 * The same of an amount, which has no more decimals than its currency.
	 * @param currency ISO 4217
	 */
	public boolean takes(BigDecimal amount, String currency) {
		return takes(amount) && amount.compareTo(most(currency)) <= 0
				&& !(this.unit.isMoney() && Denomination.of(currency).isTooFine(amount));
	}

	/**
	 * What is wrong with an amount.
	 *
	 * @param key of the message that says so
	 * @param args of the message
	 */
	public record Problem(String key, List<Object> args) {

		private static final String MOST = "forms.rate.most";

		/** Whether it is too much, and nothing else. */
		public boolean isOfBounds() {
			return this.key.equals(MOST);
		}

	}

	/**
	 * Why an amount is not taken in a currency, where that is not for its bounds in
	 * general: it names another currency, is too much of it, or has more decimals.
	 * @param currency ISO 4217
	 * @return {@code null} for none of these
	 */
	public @Nullable Problem problem(@Nullable String text, String currency) {
		NumberReading reading = this.unit.isMoney() ? understood(text, currency) : null;
		if (reading == null) {
			return null;
		}
		if (!reading.isIn(currency)) {
			return new Problem("forms.currency.other", List.of(currency));
		}
		Denomination denomination = Denomination.of(currency);
		if (reading.value().compareTo(most(currency)) > 0) {
			return new Problem(Problem.MOST, List.of(most(currency)));
		}
		return denomination.isTooFine(reading.value())
				? new Problem("forms.decimals", List.of(currency, denomination.decimals())) : null;
	}

	/**
	 * The greatest amount of a currency.
	 * @param currency ISO 4217
	 */
	public BigDecimal most(String currency) {
		return (this.unit == Unit.DAY_RATE) ? Denomination.of(currency).mostADay(this.max) : this.max;
	}

	/**
	 * What one mark before exactly three digits means.
	 * @param grouped the number if it is one of thousands
	 * @param split the number if it is a decimal mark
	 * @param currency of an amount, if it is known
	 */
	BigDecimal meant(BigDecimal grouped, BigDecimal split, @Nullable String currency) {
		if (!isDivided() || !holdsThousands()) {
			return isDivided() ? split : grouped;
		}
		boolean divided = (this.unit.isMoney())
				? this.unit == Unit.DAY_RATE && currency != null && Denomination.of(currency).dividesADay(grouped)
				: !takes(grouped) && takes(split);
		return divided ? split : grouped;
	}

	/**
	 * Whether a number with decimals is so small that it is likely to have lost its last
	 * zeros: a day rate of 1.25 was 1.250 once, and is a thousand more.
	 */
	boolean isLikelyOfThousands(BigDecimal split) {
		int decimals = split.stripTrailingZeros().scale();
		return this.unit == Unit.DAY_RATE && split.compareTo(BigDecimal.TEN) < 0 && decimals > 0 && decimals < 3;
	}

	private boolean isDivided() {
		return this.step.stripTrailingZeros().scale() > 0;
	}

	private boolean holdsThousands() {
		return this.max.compareTo(BigDecimal.valueOf(1000)) >= 0;
	}

	/** Whether halves count, and nothing finer. */
	boolean isOfHalves() {
		return this.step.compareTo(BigDecimal.valueOf(5, 1)) == 0;
	}

}
