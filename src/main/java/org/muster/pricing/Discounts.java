package org.muster.pricing;

import java.math.BigDecimal;

import org.muster.money.Money;

/**
 * What is taken off the sum of an offer's lines. Each of the two is rounded by itself, as
 * it is shown.
 *
 * @param percent on the whole, 0 to 100
 * @param volumePercent by the frame agreement; both together are never more than all
 */
public record Discounts(BigDecimal percent, BigDecimal volumePercent) {

	private static final BigDecimal ALL = new BigDecimal(100);

	public Discounts {
		volumePercent = volumePercent.min(ALL.subtract(percent));
	}

	/** What the discount on the whole takes off a sum, rounded. */
	public Money onWhole(Money sum) {
		return sum.percent(this.percent).rounded();
	}

	/** What the frame agreement takes off a sum, rounded. */
	public Money byVolume(Money sum) {
		return sum.percent(this.volumePercent).rounded();
	}

	/** What is left of a sum. */
	public Money less(Money sum) {
		return sum.minus(onWhole(sum)).minus(byVolume(sum));
	}

	/** The share of a sum that is left, 0 to 1, not rounded. */
	public BigDecimal left() {
		return ALL.subtract(this.percent).subtract(this.volumePercent).movePointLeft(2);
	}

}
