package org.muster.proposals;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.requests.RequestEngaged;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A client accepts what was sent. */
@Service
public class Acceptance {

	private final OfferAccess access;

	private final AcceptanceCheck check;

	private final Endings endings;

	private final Withdrawals withdrawals;

	private final AnswerNotices notices;

	private final LostPeople lostPeople;

	private final ApplicationEventPublisher events;

	Acceptance(OfferAccess access, AcceptanceCheck check, Endings endings, Withdrawals withdrawals,
			AnswerNotices notices, LostPeople lostPeople, ApplicationEventPublisher events) {
		this.access = access;
		this.check = check;
		this.endings = endings;
		this.withdrawals = withdrawals;
		this.notices = notices;
		this.lostPeople = lostPeople;
		this.events = events;
	}

	/**
	 * Accepts a revision: the request is engaged, its people are held firmly, other
	 * offers for it end, and those to others that lose somebody by it are marked.
	 * <p>
	 * Once the people are locked, their days are read as they are by then, hence the
	 * isolation.
	 * @throws NotApprover if the person may not answer for the organisation
	 * @throws OfferRefused if somebody was engaged elsewhere meanwhile, the work is over,
	 * or it is not what was sent
	 * @throws org.muster.audit.RefusedTransition if the revision is not open
	 */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public void accept(String reference, int revision, Signature signature, CurrentUser by) {
		OfferAccess.Locked locked = this.access.lockToAnswer(reference, by);
		StaffingRequest request = locked.request();
		Proposal proposal = locked.proposal();
		ProposalRevision offer = proposal.requireRevision(revision);
		ZonedDateTime now = this.check.require(proposal, offer);
		List<ProposalRevision> open = proposal.open();
		if (!proposal.accept(revision, signature, by.actor(), now)) {
			return;
		}
		request.engage(by.actor(), now.toInstant());
		Set<Long> asked = this.endings.of(proposal, open, AuditAct.PROPOSAL_ACCEPTED,
				revision + ", " + signature.name(), by.actor());
		this.withdrawals.ofOthers(proposal, request);
		this.notices.answered(proposal, request, asked, null, by);
		this.notices.receipt(offer, request, by);
		this.lostPeople.by(proposal, offer);
		this.events.publishEvent(new RequestEngaged(request.id(),
				offer.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet()), by.actor()));
		this.events.publishEvent(new ProposalAccepted(reference, revision));
	}

}
