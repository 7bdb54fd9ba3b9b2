package org.muster.engagements;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.vocabulary.JobRole;

/** A line of a list of engagements. */
public record EngagementRow(long id, String reference, String proposalReference, String organisation,
		@Nullable String accountManager, String consultantReference, String consultantName, JobRole role,
		Allocation allocation, LocalDate firstWorkday, LocalDate lastWorkday, DayCount days, long reviews) {

	/** Whether the client can say how it goes or went, and has not. */
	public boolean isToReview(LocalDate today) {
		return this.reviews == 0 && !this.firstWorkday.isAfter(today);
	}

	public EngagementState state(LocalDate today) {
		return EngagementState.of(this.firstWorkday, this.lastWorkday, today);
	}

}
