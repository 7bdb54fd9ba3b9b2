package org.muster.engagements;

import java.time.LocalDate;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.SearchText;
import org.muster.forms.Inputs;

/**
 * What somebody looks for in the list of engagements, as it was typed.
 *
 * @param q a reference, or a part of a name
 * @param from the first day of a time in which they run
 * @param to its last day
 */
record EngagementForm(@Nullable String q, @Nullable EngagementState state, @Nullable @DateText String from,
		@Nullable @DateText String to) {

	EngagementDates dates(LocalDate today) {
		return EngagementDates.of(this.state, Inputs.date(this.from), Inputs.date(this.to), today);
	}

	SearchText.Sought text() {
		return SearchText.sought(this.q);
	}

	@AssertTrue
	public boolean isInOrder() {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		return first == null || last == null || !last.isBefore(first);
	}

	public boolean isEmpty() {
		return Inputs.isEmpty(this.q) && this.state == null && Inputs.isEmpty(this.from) && Inputs.isEmpty(this.to);
	}

}
