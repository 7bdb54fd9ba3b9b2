package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of a list of proposals: the latest revision that the reader may see.
 *
 * @param alternatives how many there are of it, itself included
 */
public record ProposalRow(String reference, int revision, ProposalStatus status, String requestReference,
		String requestTitle, String organisation, BigDecimal total, String currency, LocalDate validUntil,
		String statusBy, Instant statusAt, long alternatives) {
}
