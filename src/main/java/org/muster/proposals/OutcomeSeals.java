package org.muster.proposals;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.privacy.TextRedacted;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Seals how offers end, and enters each seal in the trail: an end that is taken away is
 * missed there.
 */
@Component
class OutcomeSeals {

	private final Seals seals;

	private final ApplicationEventPublisher events;

	private final JdbcTemplate jdbc;

	OutcomeSeals(Seals seals, ApplicationEventPublisher events, JdbcTemplate jdbc) {
		this.seals = seals;
		this.events = events;
		this.jdbc = jdbc;
	}

	/**
	 * Records an act that ended offers.
	 * @param open what was open before
	 */
	void record(Actor by, Proposal proposal, List<ProposalRevision> open, AuditAct act, @Nullable String detail) {
		List<ProposalRevision> ended = ended(open);
		this.events.publishEvent(new Audited(by, proposal.organisationId(), act, proposal.reference(), detail)
			.proving(ended.isEmpty() ? null : this.seals.sealEnd(ended.get(0))));
		ended.stream().skip(1).forEach((one) -> record(by, proposal, one));
	}

	/** Records what ended by an act that is recorded itself. */
	void record(Actor by, Proposal proposal, List<ProposalRevision> open) {
		ended(open).forEach((one) -> record(by, proposal, one));
	}

	private void record(Actor by, Proposal proposal, ProposalRevision ended) {
		this.events.publishEvent(new Audited(by, proposal.organisationId(), AuditAct.PROPOSAL_REVISION_ENDED,
				proposal.reference(), String.valueOf(ended.number()))
			.proving(this.seals.sealEnd(ended)));
	}

	/** A name was taken out of a reason: what is left of it is sealed beside its hash. */
	@EventListener
	void redacted(TextRedacted event) {
		if (event.place().equals("proposal_revision.decline_reason")) {
			this.jdbc
				.queryForList("select reason_hash from proposal_revision where id = ? and reason_hash is not null",
						String.class, event.key())
				.forEach((hash) -> this.jdbc.update(
						"update proposal_revision set reason_salt = null, reason_seal = ? where id = ?",
						this.seals.sealReason(hash, event.text()), event.key()));
		}
	}

	/** That which was accepted first. */
	private static List<ProposalRevision> ended(List<ProposalRevision> open) {
		return open.stream()
			.filter((one) -> one.status().isEnd())
			.sorted(Comparator.comparing((ProposalRevision one) -> one.status() != ProposalStatus.ACCEPTED))
			.toList();
	}

}
