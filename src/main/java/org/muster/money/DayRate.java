package org.muster.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a day costs: rules that hold for pay rates and bill rates alike. */
public final class DayRate {

	/** The largest day rate that a form or the domain takes, in units of the currency. */
	public static final BigDecimal MAXIMUM = new BigDecimal("100000");

	private DayRate() {
	}

	/**
	 * @return the rate itself
	 * @throws IllegalArgumentException if the rate is zero or below, above
	 * {@link #MAXIMUM}, or has more than two decimals
	 */
	public static BigDecimal valid(BigDecimal rate) {
		if (rate.signum() <= 0 || rate.compareTo(MAXIMUM) > 0 || rate.stripTrailingZeros().scale() > 2) {
			throw new IllegalArgumentException("Not a day rate: " + rate.toPlainString());
		}
		return rate.setScale(2);
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
