package org.muster.proposals;

import java.util.List;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How offers ended, and that those which are open have not. */
@Component
class OutcomeEvidence implements Evidence {

	private static final int PAGE = 200;

	private final AllProposals proposals;

	private final Seals seals;

	private final OpenOffers open;

	private final ApplicationEventPublisher events;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	OutcomeEvidence(AllProposals proposals, Seals seals, OpenOffers open, ApplicationEventPublisher events,
			JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.proposals = proposals;
		this.seals = seals;
		this.open = open;
		this.events = events;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public String kind() {
		return "ends";
	}

	@Override
	public int since() {
		return 2;
	}

	/** Acceptances had their seals before: one without was not made by Muster. */
	@Override
	public int sealOld(int most) {
		List<Long> ids = this.jdbc.queryForList("""
				select distinct proposal_id from proposal_revision where status not in ('DRAFT', 'SENT', 'ACCEPTED')
					and end_seal is null and end_sealed_later = false order by proposal_id limit ?""", Long.class,
				most);
		this.proposals.findAllById(ids).forEach(this::sealOld);
		return ids.size();
	}

	private void sealOld(Proposal proposal) {
		for (ProposalRevision ended : proposal.revisions()) {
			if (ended.status().isEnd() && ended.status() != ProposalStatus.ACCEPTED && ended.seals().end() == null) {
				ended.seals().sealEndLater();
				this.events.publishEvent(new Audited(Actor.MUSTER, proposal.organisationId(), AuditAct.PROPOSAL_SEALED,
						proposal.reference(), null)
					.proving(this.seals.sealEnd(ended)));
			}
		}
	}

	@Override
	public long size() {
		Long sent = this.jdbc.queryForObject("select count(*) from proposal_revision where status <> 'DRAFT'",
				Long.class);
		return (sent != null) ? sent : 0;
	}

	@Override
	public void verify(Findings findings) {
		List<Long> page = page(0);
		while (!page.isEmpty()) {
			List<Long> ids = page;
			this.transaction.executeWithoutResult((status) -> this.proposals.findAllById(ids)
				.forEach((proposal) -> proposal.sent().forEach((revision) -> verify(revision, findings))));
			page = page(page.get(page.size() - 1));
		}
	}

	private List<Long> page(long after) {
		return this.jdbc.queryForList("select id from proposal where id > ? order by id limit " + PAGE, Long.class,
				after);
	}

	private void verify(ProposalRevision revision, Findings findings) {
		String subject = revision.proposalReference() + ", " + revision.number();
		if (!this.seals.isEndIntact(revision)) {
			findings.broken(subject, problem(revision));
		}
		else if (!this.open.isOpenInTrail(revision)) {
			findings.broken(subject, "reopened");
		}
		else if (revision.seals().reason() != null) {
			findings.erased();
		}
		else if (revision.seals().isEndSealedLater()) {
			findings.sealedLater();
		}
		findings.verified(1);
	}

	private static String problem(ProposalRevision revision) {
		return (revision.status() == ProposalStatus.ACCEPTED) ? "signature"
				: (revision.seals().end() == null) ? "unsealed" : "changed";
	}

}
