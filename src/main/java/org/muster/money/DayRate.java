package org.muster.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a day costs: rules that hold for pay rates and bill rates alike. */
public final class DayRate {

	/**
	 * The largest day rate that the domain takes, in units of the currency: there are
	 * currencies of which a day costs a million.
	 */
	public static final BigDecimal MAXIMUM = new BigDecimal("100000000");

	/** The most decimals that a currency has: those of the unidad de fomento. */
	public static final int MOST_DECIMALS = 4;

	private static final int LEAST_DECIMALS = 2;

	private DayRate() {
	}

	/**
	 * @return the rate itself
	 * @throws IllegalArgumentException if the rate is zero or below, above
	 * {@link #MAXIMUM}, or has more than {@link #MOST_DECIMALS}
	 */
	public static BigDecimal valid(BigDecimal rate) {
		if (rate.signum() <= 0 || rate.compareTo(MAXIMUM) > 0 || rate.stripTrailingZeros().scale() > MOST_DECIMALS) {
			throw new IllegalArgumentException("Not a day rate: " + rate.toPlainString());
		}
		return rate.setScale(Math.max(LEAST_DECIMALS, rate.stripTrailingZeros().scale()));
	}

	/**
	 * A rate that has risen, to the decimals of its currency, half up.
	 * @param percent of what it was before
	 */
	public static Money raised(Money rate, BigDecimal percent) {
		return rate.times(BigDecimal.ONE.add(percent.movePointLeft(2))).rounded();
	}

	/**
	 * The margin as a share of the bill rate: (bill − pay) ÷ bill.
	 * @return per cent, to one decimal; negative if the day costs more than it brings
	 */
	public static BigDecimal marginPercent(BigDecimal billRate, BigDecimal payRate) {
		if (billRate.signum() == 0) {
			return BigDecimal.ZERO;
		}
		return billRate.subtract(payRate)
			.movePointRight(2)
			.divide(billRate, MathContext.DECIMAL64)
			.setScale(1, RoundingMode.HALF_UP);
	}

}
