package org.muster.proposals;

import java.util.Set;

import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;

import org.springframework.stereotype.Component;

/**
 * Whether what is shown as open was not ended before. Whoever can change the database can
 * take an end away with its seal, or put a copy from before back; the trail still says
 * how the offer ended.
 */
@Component
class OpenOffers {

	private static final AuditAct SENT = AuditAct.PROPOSAL_SENT;

	/** An offer that has expired is past its last day, which its own seal covers. */
	private static final Set<AuditAct> ACTS = Set.of(SENT, AuditAct.PROPOSAL_ACCEPTED, AuditAct.PROPOSAL_DECLINED,
			AuditAct.PROPOSAL_WITHDRAWN);

	private final AuditTrail audit;

	OpenOffers(AuditTrail audit) {
		this.audit = audit;
	}

	/** Whether it is as open as it says; so it is where it does not say so. */
	boolean isOpenInTrail(ProposalRevision revision) {
		return revision.status() != ProposalStatus.SENT || this.audit.lastOf(revision.proposalReference(), ACTS)
			.filter((last) -> isOf(last, revision))
			.isPresent();
	}

	private static boolean isOf(AuditTrail.LastAct last, ProposalRevision revision) {
		String proof = last.proof();
		// What was sent before seals were has none in its act.
		return last.act() == SENT && (proof == null || revision.proposal()
			.round(revision)
			.stream()
			.anyMatch((alternative) -> proof.equals(alternative.seals().offer())));
	}

}
