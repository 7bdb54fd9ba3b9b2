package org.muster.engagements;

import java.time.LocalDate;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.SearchText;
import org.muster.forms.Typed;

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
		return EngagementDates.of(this.state, Typed.date(this.from), Typed.date(this.to), today);
	}

	SearchText.Sought text() {
		return SearchText.sought(this.q);
	}

	@AssertTrue
	public boolean isInOrder() {
		LocalDate first = Typed.date(this.from);
		LocalDate last = Typed.date(this.to);
		return first == null || last == null || !last.isBefore(first);
	}

	public boolean isEmpty() {
		return Typed.isEmpty(this.q) && this.state == null && Typed.isEmpty(this.from) && Typed.isEmpty(this.to);
	}

}
