package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;

import org.springframework.stereotype.Component;

/**
 * Which day it is for a client: an offer ends with its last day there, and not here.
 */
@Component
class ClientClock {

	private final Organisations organisations;

	private final Clock clock;

	ClientClock(Organisations organisations, Clock clock) {
		this.organisations = organisations;
		this.clock = clock;
	}

	LocalDate today(long organisation) {
		return today(find(organisation));
	}

	/** By the clock with which its open offer was sent, or else by the client's. */
	LocalDate today(Proposal proposal) {
		return now(proposal).toLocalDate();
	}

	/** By the same clock. */
	ZonedDateTime now(Proposal proposal) {
		return this.clock.instant().atZone(zone(proposal));
	}

	ZoneId zone(Proposal proposal) {
		Organisation buyer = find(proposal.organisationId());
		return proposal.open().stream().findFirst().map((offer) -> zone(offer, buyer)).orElseGet(buyer::zone);
	}

	/** By whose clock an offer ends: that with which it was sent. */
	ZoneId zone(ProposalRevision offer, Organisation buyer) {
		String sent = offer.deadlineZone();
		return (sent != null) ? ZoneId.of(sent) : buyer.zone();
	}

	/** By whose clock its offers end. */
	ZoneId zone(long organisation) {
		return find(organisation).zone();
	}

	private Organisation find(long organisation) {
		return this.organisations.findById(organisation).orElseThrow();
	}

	LocalDate today(Organisation organisation) {
		return organisation.today(this.clock);
	}

}
