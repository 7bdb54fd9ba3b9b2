package org.muster.numbers;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;

/**
 * How finely a currency is divided, and what a unit of it is worth. Amounts are read by
 * it: {@code 85.500} dinars a day are not eighty-five thousand.
 *
 * @param decimals 0 for yen, 3 for Kuwaiti dinars
 * @param perEuro how many units a euro is worth, roughly; {@code null} if that is unknown
 */
public record Denomination(int decimals, @Nullable BigDecimal perEuro) {

	private static final Map<String, BigDecimal> KNOWN = ExchangeRates.standard().perEuro();

	/** Orders of magnitude of those that are divided more finely than into cents. */
	private static final Map<String, String> FINE = Map.of("BHD", "0.4", "IQD", "1500", "JOD", "0.8", "KWD", "0.35",
			"LYD", "6", "OMR", "0.45", "TND", "3.4", "CLF", "0.025", "UYW", "25");

	/** A unit is worth more than ten euro cents. */
	private static final BigDecimal LARGE_UNIT = BigDecimal.TEN;

	/** A day rate in a currency of large units is no more than so many of them. */
	private static final BigDecimal MOST_OF_LARGE_UNITS = new BigDecimal("100000");

	/** What a day costs, roughly: of two readings the one that is nearer by its ratio. */
	private static final BigDecimal USUAL_EUROS = new BigDecimal("400");

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	/**
	 * @param currency ISO 4217; for what is none, nothing is known
	 */
	public static Denomination of(String currency) {
		String fine = FINE.get(currency);
		return new Denomination(decimals(currency), (fine != null) ? new BigDecimal(fine) : KNOWN.get(currency));
	}

	/** The currency may be typed as well: one that is none is refused elsewhere. */
	private static int decimals(String currency) {
		try {
			return Money.of(BigDecimal.ZERO, currency).decimals();
		}
		catch (IllegalArgumentException ex) {
			return DayRate.MOST_DECIMALS;
		}
	}

	/** Whether an amount has more decimals than the currency. */
	boolean isTooFine(BigDecimal amount) {
		return amount.stripTrailingZeros().scale() > this.decimals;
	}

	/**
	 * The most that a day costs: nobody's costs half a million euros, but somebody's does
	 * half a million forints.
	 * @param otherwise where units are small, or their worth is unknown
	 */
	BigDecimal mostADay(BigDecimal otherwise) {
		return hasLargeUnits() ? MOST_OF_LARGE_UNITS.min(otherwise) : otherwise;
	}

	/**
	 * Whether three digits behind a mark are the decimals of a day rate: where that is
	 * nearer to what days cost than thousands are. 85.500 dinars a day are eighty-five
	 * and a half, 1.250 are twelve hundred and fifty.
	 * @param grouped the day rate if they are none
	 */
	boolean dividesADay(BigDecimal grouped) {
		if (this.decimals < 3 || this.perEuro == null) {
			return false;
		}
		// With g and g / 1000 as the readings: g × g / 1000 > usual².
		BigDecimal usual = this.perEuro.multiply(USUAL_EUROS);
		return grouped.multiply(grouped).compareTo(usual.multiply(usual).multiply(THOUSAND)) > 0;
	}

	private boolean hasLargeUnits() {
		return this.perEuro != null && this.perEuro.compareTo(LARGE_UNIT) <= 0;
	}

}
