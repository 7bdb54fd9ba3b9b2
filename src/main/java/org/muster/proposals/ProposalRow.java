package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of proposals: the latest revision that the reader may see.
 *
 * @param id of the revision
 * @param net after discounts, before VAT: what can be compared
 * @param total with VAT
 * @param alternatives how many there are of it, itself included
 */
public record ProposalRow(long id, String reference, int revision, ProposalStatus status, String requestReference,
		String requestTitle, String organisation, @Nullable String accountManager, BigDecimal net, BigDecimal vat,
		BigDecimal total, String currency, LocalDate validUntil, String statusBy, Instant statusAt, long alternatives) {
}
