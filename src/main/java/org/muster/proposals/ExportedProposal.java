package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.money.AmountConverter;

/**
 * A proposal in a table of all, without what only a list of some asks the database for.
 *
 * @param id of the revision that stands for it
 * @param proposal the id of the proposal
 * @param net after discounts, before VAT
 */
record ExportedProposal(long id, long proposal, String reference, int revision, ProposalStatus status,
		String requestReference, String requestTitle, String organisation, @Nullable String accountManager,
		BigDecimal net, BigDecimal vat, BigDecimal total, String currency, LocalDate validUntil, String statusBy,
		Instant statusAt) {

	/** Amounts that the database has calculated have all its decimals. */
	ExportedProposal {
		net = AmountConverter.normalised(net);
	}

}
