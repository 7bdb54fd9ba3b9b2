package org.muster.proposals;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

/**
 * By how much all rates rise from a day on.
 *
 * @param percent of what they were before
 * @param agreed whether the frame agreement says so, and nobody typed it
 */
@Embeddable
record RateStep(BigDecimal percent, boolean agreed) {

	static RateStep typed(BigDecimal percent) {
		return new RateStep(percent, false);
	}

	boolean isLike(BigDecimal other) {
		return this.percent.compareTo(other) == 0;
	}

}
