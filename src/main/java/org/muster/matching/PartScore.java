package org.muster.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a part gave.
 *
 * @param tenths points in tenths, so that parts add up exactly
 * @param reasons why
 */
public record PartScore(Part part, int tenths, List<Reason> reasons) {

	/**
	 * @param fraction 0 to 1
	 */
	static PartScore of(Part part, double fraction, List<Reason> reasons) {
		double within = Math.max(0, Math.min(1, fraction));
		return new PartScore(part, (int) Math.round(within * part.most() * 10), reasons);
	}

	/** Points, to one decimal. */
	public BigDecimal points() {
		return BigDecimal.valueOf(this.tenths, 1);
	}

	/** Whether it gives all that it can. */
	public boolean isFull() {
		return this.tenths == this.part.most() * 10;
	}

}
