package org.muster.proposals;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.RefusedTransition;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Negotiating: clients ask for changes, and either side takes that back or declines it.
 */
@Service
public class Negotiations {

	private final CounterProposals counters;

	private final AllProposals proposals;

	private final CounterNotices notices;

	private final ClientClock clientClock;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Negotiations(CounterProposals counters, AllProposals proposals, CounterNotices notices, ClientClock clientClock,
			ApplicationEventPublisher events, Clock clock) {
		this.counters = counters;
		this.proposals = proposals;
		this.notices = notices;
		this.clientClock = clientClock;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks for changes. One at a time: what is asked already is settled first.
	 * @return what is asked already, unless the same person has just asked for the same
	 * @throws RefusedTransition if the revision is not open
	 */
	@Transactional
	Optional<CounterProposal> ask(String reference, int revision, List<ChangeRequest> wishes, String reason,
			CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision offer = proposal.requireRevision(revision);
		if (!offer.isOpen(this.clientClock.today(proposal))) {
			throw offer.refused();
		}
		Optional<CounterProposal> waiting = this.counters.waiting(proposal.id()).stream().findFirst();
		if (waiting.isPresent()) {
			return waiting.filter((one) -> !one.isAsked(revision, wishes, reason, by));
		}
		this.counters.save(new CounterProposal(proposal, offer, wishes, reason, by, this.clock.instant()));
		this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_COUNTER_ASKED,
				reference, String.valueOf(revision)));
		this.notices.asked(proposal, reason, by);
		return Optional.empty();
	}

	/**
	 * By whomever of the client; the account managers hear of it.
	 * @throws RefusedTransition if it is settled otherwise, or by somebody else
	 */
	@Transactional
	void takeBack(String reference, long id, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		CounterProposal counter = this.counters.require(id, proposal);
		if (counter.isTakenBack(by)) {
			return;
		}
		if (!counter.takeBack(by, this.clock.instant())) {
			throw refused(proposal, counter);
		}
		this.events.publishEvent(
				new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_COUNTER_BACK, reference, null));
		this.notices.takenBack(proposal, counter, draftFor(proposal, counter), by);
	}

	/** The draft that was to answer it. */
	private static Optional<ProposalRevision> draftFor(Proposal proposal, CounterProposal counter) {
		return proposal.drafts()
			.stream()
			.filter((draft) -> Objects.equals(draft.number(), counter.answerRevision()))
			.findFirst();
	}

	/** Those that were taken back when a draft was to answer them. */
	List<CounterProposal> takenBack(Proposal proposal) {
		return this.counters.takenBack(proposal.id())
			.stream()
			.filter((counter) -> draftFor(proposal, counter).isPresent())
			.toList();
	}

	private static RefusedTransition refused(Proposal proposal, CounterProposal counter) {
		return counter.refused(proposal.reference(),
				draftFor(proposal, counter).orElseGet(() -> proposal.requireRevision(counter.revision())));
	}

	/**
	 * The offer stays as it is.
	 * @throws RefusedTransition if it is settled otherwise, by somebody else or in other
	 * words
	 */
	@Transactional
	void refuse(String reference, long id, String why, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		CounterProposal counter = this.counters.require(id, proposal);
		if (counter.isRefused(why, by)) {
			return;
		}
		if (!counter.refuse(why, by, this.clock.instant())) {
			throw refused(proposal, counter);
		}
		this.events.publishEvent(
				new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_COUNTER_REFUSED, reference, why));
		this.notices.refused(proposal, counter, why, by);
	}

}
