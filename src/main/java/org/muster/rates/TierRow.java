package org.muster.rates;

import org.jspecify.annotations.Nullable;
import org.muster.forms.NumberText;
import org.muster.forms.Typed;

/** From so many days on, so much discount. */
record TierRow(
		@Nullable @NumberText(min = "1", max = "100000", step = "1", message = "{rates.tier.days.wrong}") String days,
		@Nullable @NumberText(min = "0.01", max = "100", step = "0.01", message = "{forms.percent}") String percent) {

	static final TierRow EMPTY = new TierRow("", "");

	boolean isEmpty() {
		return Typed.isEmpty(this.days) && Typed.isEmpty(this.percent);
	}

	boolean isHalf() {
		return Typed.isEmpty(this.days) != Typed.isEmpty(this.percent);
	}

}
