package org.muster.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a part gave.
 *
 * @param tenths points in tenths, so that parts add up exactly
 * @param mostTenths the most that it gives
 * @param reasons why
 */
public record PartScore(Part part, int tenths, int mostTenths, List<Reason> reasons) {

	/** Points, to one decimal. */
	public BigDecimal points() {
		return BigDecimal.valueOf(this.tenths, 1);
	}

	public BigDecimal most() {
		return BigDecimal.valueOf(this.mostTenths, 1);
	}

	/** Whether it gives all that it can. */
	public boolean isFull() {
		return this.tenths == this.mostTenths;
	}

}
