package org.muster.proposals;

import java.time.Clock;
import java.util.List;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What follows when an offer is sent: its people are held tentatively, change requests
 * are answered by it, it is sealed, and people hear of it.
 */
@Component
class SentOffers {

	private final Holds holds;

	private final CounterProposals counters;

	private final OutcomeSeals ends;

	private final Seals seals;

	private final SentNotices notices;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SentOffers(Holds holds, CounterProposals counters, OutcomeSeals ends, Seals seals, SentNotices notices,
			ApplicationEventPublisher events, Clock clock) {
		this.holds = holds;
		this.counters = counters;
		this.ends = ends;
		this.seals = seals;
		this.notices = notices;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param open what was open before, and is superseded
	 * @param round what was sent
	 * @param revision the number of that which was asked for
	 */
	void follow(Proposal proposal, List<ProposalRevision> open, List<ProposalRevision> round, int revision,
			StaffingRequest request, CurrentUser by) {
		this.holds.follow(proposal);
		this.ends.record(by.actor(), proposal, open);
		this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_SENT,
				proposal.reference(), String.valueOf(revision))
			.proving(this.seals.seal(round)));
		this.notices.tell(proposal, round, request, answered(proposal, round, by), by);
	}

	/**
	 * The change requests that are answered by what was sent just now, whether it was
	 * drafted for them or not: the offer that they are about is superseded.
	 */
	private List<CounterProposal> answered(Proposal proposal, List<ProposalRevision> round, CurrentUser by) {
		List<CounterProposal> answered = this.counters.waiting(proposal.id());
		answered.forEach((counter) -> {
			counter.answer(round, by.actor(), this.clock.instant());
			this.events
				.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_COUNTER_ANSWERED,
						proposal.reference(), String.valueOf(counter.answerRevision())));
		});
		return answered;
	}

}
