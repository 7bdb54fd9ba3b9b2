package org.muster.proposals;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The offers that were sent. The audit trail keeps their seals too, and those of their
 * ends: so it is noticed if an offer is gone, and not only if it was changed.
 */
@Component
class ProposalEvidence implements Evidence {

	private static final int PAGE = 50;

	private static final Limit PROOFS = Limit.of(500);

	private final AllProposals proposals;

	private final Seals seals;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	ProposalEvidence(AllProposals proposals, Seals seals, AuditTrail audit, ApplicationEventPublisher events,
			JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.proposals = proposals;
		this.seals = seals;
		this.audit = audit;
		this.events = events;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public String kind() {
		return "proposals";
	}

	/** What had a hash that does not fit was changed before: it gets no seal. */
	@Override
	public int sealOld(int most) {
		List<Long> ids = this.jdbc.queryForList("""
				select distinct proposal_id from proposal_revision
				where status <> 'DRAFT' and seal is null and sealed_later = false order by proposal_id limit ?""",
				Long.class, most);
		this.proposals.findAllById(ids).forEach((proposal) -> sealOld(proposal.whole()));
		return ids.size();
	}

	private void sealOld(Proposal proposal) {
		for (ProposalRevision sent : proposal.revisions()) {
			if (sent.status() != ProposalStatus.DRAFT && sent.seals().offer() == null) {
				sent.seals().sealLater();
				if (sent.contentHash() == null || sent.contentHash().equals(Seal.of(sent))) {
					record(proposal, this.seals.seal(List.of(sent)));
					if (sent.status() == ProposalStatus.ACCEPTED) {
						record(proposal, this.seals.sealEnd(sent));
					}
				}
			}
		}
	}

	private void record(Proposal proposal, String seal) {
		this.events.publishEvent(new Audited(Actor.MUSTER, proposal.organisationId(), AuditAct.PROPOSAL_SEALED,
				proposal.reference(), null)
			.proving(seal));
	}

	@Override
	public long size() {
		Long sent = this.jdbc.queryForObject("select count(*) from proposal_revision where status <> 'DRAFT'",
				Long.class);
		return (sent != null) ? sent : 0;
	}

	@Override
	public void verify(Findings findings) {
		long last = 0;
		List<Long> page = page(last);
		while (!page.isEmpty()) {
			List<Long> ids = page;
			this.transaction.executeWithoutResult((status) -> this.proposals.findAllById(ids)
				.forEach((proposal) -> verify(proposal.whole(), findings)));
			last = page.get(page.size() - 1);
			page = page(last);
		}
		verifyProofs(findings);
	}

	private List<Long> page(long after) {
		return this.jdbc.queryForList("select id from proposal where id > ? order by id limit " + PAGE, Long.class,
				after);
	}

	private void verify(Proposal proposal, Findings findings) {
		for (ProposalRevision revision : proposal.revisions()) {
			String subject = proposal.reference() + ", " + revision.number();
			Integrity integrity = this.seals.of(revision);
			switch (integrity) {
				case BROKEN -> findings.broken(subject, (revision.seals().offer() == null) ? "unsealed" : "changed");
				case ERASED -> findings.erased();
				case SEALED_LATER -> findings.sealedLater();
				case DRAFT -> {
					if (revision.seals().offer() != null) {
						findings.broken(subject, "unsent");
					}
				}
				case INTACT -> {
				}
			}
			findings.verified((integrity == Integrity.DRAFT) ? 0 : 1);
		}
	}

	/** Each seal that the trail knows is still on an offer that was sent. */
	private void verifyProofs(Findings findings) {
		List<AuditTrail.Proof> proofs = this.audit.proofs(0, PROOFS);
		while (!proofs.isEmpty()) {
			Set<String> known = known(proofs.stream().map(AuditTrail.Proof::seal).toList());
			proofs.stream()
				.filter((proof) -> proof.act().startsWith("proposal.") && !known.contains(proof.seal()))
				.forEach((proof) -> findings.broken(proof.subject(), "missing"));
			// It goes on, and may be stopped.
			findings.verified(0);
			proofs = this.audit.proofs(proofs.get(proofs.size() - 1).entry(), PROOFS);
		}
	}

	private Set<String> known(Collection<String> seals) {
		NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(this.jdbc);
		return new HashSet<>(named.queryForList("""
				select seal from proposal_revision where seal in (:seals) and status <> 'DRAFT'
				union select end_seal from proposal_revision where end_seal in (:seals)
					and status not in ('DRAFT', 'SENT')""", java.util.Map.of("seals", seals), String.class));
	}

}
