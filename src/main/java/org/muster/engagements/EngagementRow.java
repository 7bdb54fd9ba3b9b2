package org.muster.engagements;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.consultants.JobRole;

/** A line of a list of engagements. */
public record EngagementRow(String reference, String proposalReference, String consultantReference,
		String consultantName, JobRole role, Allocation allocation, LocalDate startsOn, LocalDate endsOn,
		LocalDate firstWorkday, BigDecimal billRate, String currency, DayCount days, long reviews) {

	/** Whether the client can say how it goes or went, and has not. */
	public boolean isToReview(LocalDate today) {
		return this.reviews == 0 && !this.firstWorkday.isAfter(today);
	}

}
