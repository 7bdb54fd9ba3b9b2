package org.muster.proposals;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Viewer;
import org.muster.requests.RequestWithdrawn;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers that are taken back: by an account manager, or with their request. */
@Service
public class Withdrawals {

	private final OfferAccess access;

	private final AllProposals proposals;

	private final Requests requests;

	private final Endings endings;

	private final AnswerNotices notices;

	private final RequestProgress progress;

	private final Clock clock;

	Withdrawals(OfferAccess access, AllProposals proposals, Requests requests, Endings endings, AnswerNotices notices,
			RequestProgress progress, Clock clock) {
		this.access = access;
		this.proposals = proposals;
		this.requests = requests;
		this.endings = endings;
		this.notices = notices;
		this.progress = progress;
		this.clock = clock;
	}

	/**
	 * Takes an offer back; the client's people and ours hear of it.
	 * @param revision the number of that which the page showed
	 * @return whether it was withdrawn now; {@code false} if the same person had done so
	 * already, as by a double click
	 * @throws org.muster.audit.RefusedTransition if it is not open: it never was, or
	 * somebody was quicker
	 */
	@Transactional
	public boolean withdraw(String reference, int revision, CurrentUser by) {
		OfferAccess.Locked locked = this.access.lock(reference, by);
		Proposal proposal = locked.proposal();
		ProposalRevision shown = proposal.requireRevision(revision);
		if (shown.isIn(ProposalStatus.WITHDRAWN, by.actor())) {
			return false;
		}
		if (shown.status() != ProposalStatus.SENT) {
			throw shown.refused();
		}
		withdraw(proposal, locked.request(), this.notices.bothSides(proposal, locked.request()), by.actor());
		this.progress.follow(locked.request(), by.actor());
		return true;
	}

	/** Offers for a request that is withdrawn end with it, in the same transaction. */
	@EventListener
	@Transactional
	public void requestWithdrawn(RequestWithdrawn event) {
		StaffingRequest request = this.requests.require(event.requestId(), Viewer.muster());
		this.proposals.lockByRequestId(event.requestId())
			.forEach((proposal) -> withdraw(proposal, request, Set.of(), event.by()));
	}

	/** The other offers for a request end when one is accepted. */
	void ofOthers(Proposal accepted, StaffingRequest request) {
		this.proposals.lockByRequestId(request.id())
			.stream()
			.filter((other) -> other.id() != accepted.id())
			.forEach((other) -> withdraw(other, request, Set.of(), Actor.MUSTER));
	}

	/**
	 * @param readers who hears of it beside those who asked for changes, and whoever sent
	 * it
	 */
	private void withdraw(Proposal proposal, StaffingRequest request, Set<Long> readers, Actor by) {
		Set<Long> told = new LinkedHashSet<>(readers);
		proposal.sent().stream().findFirst().flatMap(ProposalRevision::statusById).ifPresent(told::add);
		List<ProposalRevision> open = proposal.open();
		if (proposal.withdraw(by, this.clock.instant())) {
			told.addAll(this.endings.of(proposal, open, AuditAct.PROPOSAL_WITHDRAWN, null, by));
			this.notices.withdrawn(proposal, request, told, by);
		}
	}

}
