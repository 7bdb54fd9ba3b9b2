package org.muster.proposals;

import java.time.LocalDate;

import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * A line of another open offer with somebody whom an offer has too.
 *
 * @param proposal the reference of the other offer
 */
public record Rival(String proposal, int revision, int line, long consultantId, String consultant, LocalDate startsOn,
		LocalDate endsOn, Allocation allocation, long organisationId, String organisation, long requestCreatedBy,
		String requestTitle) {

	public Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

	/** Where what it holds of the person comes from. */
	String source() {
		return Holds.source(this.proposal, this.revision, this.line);
	}

}
