package org.muster.proposals;

import java.time.LocalDate;

/**
 * An open offer whose last day is near.
 *
 * @param whole how many of its alternatives have lost nobody
 */
public record ExpiringOffer(String proposal, int revision, LocalDate validUntil, long organisationId,
		long requestCreatedBy, String requestTitle, long whole) {
}
