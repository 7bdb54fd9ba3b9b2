package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;

import org.springframework.stereotype.Component;

/**
 * Which day it is for a client: an offer ends with its last day there, and not here.
 */
@Component
class Deadlines {

	private final Organisations organisations;

	private final Clock clock;

	Deadlines(Organisations organisations, Clock clock) {
		this.organisations = organisations;
		this.clock = clock;
	}

	LocalDate today(long organisation) {
		return today(find(organisation));
	}

	/** By the clock with which its open offer was sent, or else by the client's. */
	LocalDate today(Proposal proposal) {
		return proposal.open()
			.stream()
			.findFirst()
			.map((offer) -> this.clock.instant().atZone(zone(offer, proposal)).toLocalDate())
			.orElseGet(() -> today(proposal.organisationId()));
	}

	private ZoneId zone(ProposalRevision offer, Proposal proposal) {
		String sent = offer.deadlineZone();
		return (sent != null) ? ZoneId.of(sent) : zone(proposal.organisationId());
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
