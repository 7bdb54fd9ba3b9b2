package org.muster.proposals;

import java.util.List;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A client declines what was sent. */
@Service
public class Declining {

	private final OfferAccess access;

	private final Endings endings;

	private final AnswerNotices notices;

	private final RequestProgress progress;

	private final ClientClock clientClock;

	Declining(OfferAccess access, Endings endings, AnswerNotices notices, RequestProgress progress,
			ClientClock clientClock) {
		this.access = access;
		this.endings = endings;
		this.notices = notices;
		this.progress = progress;
		this.clientClock = clientClock;
	}

	/**
	 * @throws NotApprover if the person may not answer for the organisation
	 * @throws org.muster.audit.RefusedTransition if the revision is not open
	 */
	@Transactional
	public void decline(String reference, int revision, String reason, CurrentUser by) {
		OfferAccess.Locked locked = this.access.lockToAnswer(reference, by);
		Proposal proposal = locked.proposal();
		List<ProposalRevision> open = proposal.open();
		if (proposal.decline(revision, reason, by.actor(), this.clientClock.now(proposal))) {
			Set<Long> asked = this.endings.of(proposal, open, AuditAct.PROPOSAL_DECLINED, reason, by.actor());
			this.progress.follow(locked.request(), by.actor());
			this.notices.answered(proposal, locked.request(), asked, reason, by);
		}
	}

}
