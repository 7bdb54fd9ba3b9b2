package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;
import org.muster.money.AmountConverter;

/**
 * A line of a list of proposals: the revision that waits for an answer or was accepted,
 * or else the latest that the reader may see.
 *
 * @param id of the revision
 * @param proposal the id of the proposal
 * @param country of the organisation
 * @param region of the organisation, or {@code null}
 * @param clock the time zone with which it was sent, or else that which the organisation
 * has chosen, or {@code null}
 * @param net after discounts, before VAT: what can be compared
 * @param total with VAT
 * @param alternatives how many there are of it, itself included
 * @param draft the number of the revision that is drafted to follow it, or {@code null};
 * for the consultancy's own people only
 * @param changesAsked how many change requests the client waits for an answer to
 * @param whole how many of its alternatives have lost nobody
 */
public record ProposalRow(long id, long proposal, String reference, int revision, ProposalStatus status,
		String requestReference, String requestTitle, String organisation, String country, @Nullable String region,
		@Nullable String clock, @Nullable String accountManager, BigDecimal net, BigDecimal vat, BigDecimal total,
		String currency, LocalDate validUntil, String statusBy, Instant statusAt, long alternatives,
		@Nullable Integer draft, long changesAsked, long whole) {

	/** Amounts that the database has calculated have all its decimals. */
	public ProposalRow {
		net = AmountConverter.normalised(net);
	}

	/** For readers who do not know of drafts. */
	ProposalRow withoutDraft() {
		return new ProposalRow(this.id, this.proposal, this.reference, this.revision, this.status,
				this.requestReference, this.requestTitle, this.organisation, this.country, this.region, this.clock,
				this.accountManager, this.net, this.vat, this.total, this.currency, this.validUntil, this.statusBy,
				this.statusAt, this.alternatives, null, this.changesAsked, this.whole);
	}

	/** By whose clock its last day ends. */
	public ZoneId zone() {
		return CountryZones.clock(new Place(this.country, this.region), this.clock);
	}

	/** Whether it is open, but cannot be accepted any more because people are gone. */
	public boolean isLost() {
		return this.status == ProposalStatus.SENT && this.whole == 0;
	}

}
