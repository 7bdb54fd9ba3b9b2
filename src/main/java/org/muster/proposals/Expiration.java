package org.muster.proposals;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.muster.accounts.NotFound;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Viewer;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends offers whose last day has passed. */
@Service
public class Expiration {

	private final AllProposals proposals;

	private final Requests requests;

	private final Endings endings;

	private final AnswerNotices notices;

	private final RequestProgress progress;

	private final ClientClock clientClock;

	private final Clock clock;

	Expiration(AllProposals proposals, Requests requests, Endings endings, AnswerNotices notices,
			RequestProgress progress, ClientClock clientClock, Clock clock) {
		this.proposals = proposals;
		this.requests = requests;
		this.endings = endings;
		this.notices = notices;
		this.progress = progress;
		this.clientClock = clientClock;
		this.clock = clock;
	}

	@Transactional
	public void expire(String reference) {
		StaffingRequest request = this.proposals.requestOf(reference, Viewer.muster())
			.map((id) -> this.requests.requireLocked(id, Viewer.muster()))
			.orElseThrow(NotFound::new);
		this.proposals.lockByReference(reference, Viewer.muster()).ifPresent((proposal) -> expire(proposal, request));
	}

	private void expire(Proposal proposal, StaffingRequest request) {
		List<ProposalRevision> open = proposal.open();
		if (proposal.expire(Actor.MUSTER, this.clock.instant(), this.clientClock.today(proposal))) {
			Set<Long> asked = this.endings.of(proposal, open, AuditAct.PROPOSAL_EXPIRED, null, Actor.MUSTER);
			this.progress.follow(request, Actor.MUSTER);
			this.notices.expired(proposal, request, asked);
		}
	}

}
