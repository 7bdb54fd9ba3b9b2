package org.muster.proposals;

import java.time.LocalDate;

/** An open offer whose last day is near. */
public record Ending(String proposal, int revision, LocalDate validUntil, long organisationId, long requestCreatedBy,
		String requestTitle) {
}
