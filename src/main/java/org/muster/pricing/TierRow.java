package org.muster.pricing;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;

/** From so many days on, so much discount. */
record TierRow(
		@Nullable @NumberText(value = NumberKind.TIER_DAYS, label = "rates.tier.days",
				message = "{rates.tier.days.wrong}") String days,
		@Nullable @NumberText(value = NumberKind.DISCOUNT, label = "rates.tier.percent") String percent) {

	static final TierRow EMPTY = new TierRow("", "");

	boolean isEmpty() {
		return Inputs.isEmpty(this.days) && Inputs.isEmpty(this.percent);
	}

	boolean isHalf() {
		return Inputs.isEmpty(this.days) != Inputs.isEmpty(this.percent);
	}

}
