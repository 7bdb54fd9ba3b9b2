package org.muster.pricing;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * By how much all rates rise from a day on.
 *
 * @param percent of what they were before
 * @param agreed whether the frame agreement says so, and nobody typed it
 * @param insteadOf what the agreement says where something else was typed, or
 * {@code null} if it says nothing of the day
 */
@Embeddable
public record RateStep(BigDecimal percent, boolean agreed, @Nullable BigDecimal insteadOf) {

	static RateStep typed(BigDecimal percent) {
		return new RateStep(percent, false, null);
	}

	static RateStep agreed(BigDecimal percent) {
		return new RateStep(percent, true, null);
	}

	/** The same, where the agreement says something else of the day, or nothing. */
	RateStep against(@Nullable BigDecimal agreement) {
		boolean known = (agreement == null) ? this.insteadOf == null
				: this.insteadOf != null && this.insteadOf.compareTo(agreement) == 0;
		return known ? this : new RateStep(this.percent, this.agreed, agreement);
	}

	/** By how much the list price rises. */
	BigDecimal listed() {
		return (this.insteadOf != null) ? this.insteadOf : this.percent;
	}

	/** Whether the agreement says anything of the day. */
	boolean isOfAgreement() {
		return this.agreed || this.insteadOf != null;
	}

	boolean isLike(BigDecimal other) {
		return this.percent.compareTo(other) == 0;
	}

}
