package org.muster.proposals;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditTrail;
import org.muster.proposals.Sending.Obstacle.Reason;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Sends drafts to clients, unless something stands against it. */
@Service
public class Sending {

	private final AllProposals proposals;

	private final Requests requests;

	private final CounterProposals counters;

	private final SendCheck check;

	private final InternalApproval approval;

	private final SentSnapshots snapshots;

	private final SentNotices notices;

	private final Holds holds;

	private final Bookings bookings;

	private final Seals seals;

	private final OutcomeSeals ends;

	private final AuditTrail audit;

	private final Clock clock;

	Sending(AllProposals proposals, Requests requests, CounterProposals counters, SendCheck check,
			InternalApproval approval, SentSnapshots snapshots, SentNotices notices, Holds holds, Bookings bookings,
			Seals seals, OutcomeSeals ends, AuditTrail audit, Clock clock) {
		this.seals = seals;
		this.ends = ends;
		this.proposals = proposals;
		this.requests = requests;
		this.counters = counters;
		this.check = check;
		this.approval = approval;
		this.snapshots = snapshots;
		this.notices = notices;
		this.holds = holds;
		this.bookings = bookings;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A reason why a draft cannot be sent.
	 *
	 * @param names of the people whom it is about, if it is about some; where days are
	 * booked, with the days and what is booked
	 * @param alternative which of the alternatives it is about, or {@code null} if there
	 * is only one
	 */
	public record Obstacle(Reason reason, String names, @Nullable String alternative) {

		/** What sort of reason. */
		public enum Reason {

			NO_LINES, NO_DAYS, NO_EXCHANGE_RATE, PAST, OVER, TWICE, TAKEN, CAP, CARD, VAT_NUMBER, SECOND_LOOK,

			/** Somebody is not in the pool any more. */
			ERASED,

			/** It could be accepted after somebody's last day. */
			VALID_AFTER_END,

			/** It offers the same as another alternative. */
			SAME,

			/** It is not any more what the sender saw. */
			CHANGED

		}

		static Obstacle of(Reason reason, Collection<String> names) {
			return new Obstacle(reason, String.join(", ", names), null);
		}

		Obstacle about(ProposalRevision draft) {
			return new Obstacle(this.reason, this.names, draft.alternative());
		}

	}

	/**
	 * Sends a draft with its alternatives as they were saved last.
	 * @return what stands against it; {@link Reason#CHANGED} where the calendar, leave,
	 * an agreement or a rate gives other days or sums than were saved
	 */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public List<Obstacle> send(String reference, int revision, CurrentUser by) {
		return send(reference, revision, null, null, by);
	}

	/**
	 * Sends a draft with its alternatives exactly as they were seen, or not at all.
	 * Sending holds the people tentatively; somebody who is engaged elsewhere by now is
	 * not offered, somebody who is offered elsewhere is, and both account managers are
	 * told.
	 * @param seen the code of the figures on the page, or {@code null} for what was saved
	 * last
	 * @param reason what the second approver should know, should one be needed
	 * @return what stands against it, counted afresh by today's calendar and leave
	 */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public List<Obstacle> send(String reference, int revision, @Nullable String seen, @Nullable String reason,
			CurrentUser by) {
		// In the same order as accepting takes them: the request, its proposals, the
		// people.
		StaffingRequest request = this.proposals.requestOf(reference, by.viewer())
			.map((id) -> this.requests.requireLocked(id, by.viewer()))
			.orElseThrow(NotFound::new);
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireRevision(revision);
		List<ProposalRevision> round = proposal.round(draft);
		if (draft.status() == ProposalStatus.DRAFT) {
			List<Obstacle> obstacles = obstacles(proposal, round, seen);
			if (!obstacles.isEmpty()) {
				// What was counted to find out is not kept: the draft stays as it was
				// saved.
				TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
				return obstacles;
			}
			List<ProposalRevision> missing = this.approval.missing(round);
			if (!missing.isEmpty()) {
				this.approval.ask(proposal, missing, reason, by);
				return missing.stream().map((one) -> Obstacle.of(Reason.SECOND_LOOK, List.of()).about(one)).toList();
			}
			request.propose(by.actor(), this.clock.instant());
		}
		List<ProposalRevision> open = proposal.open();
		if (proposal.send(revision, this.snapshots.of(proposal, request.title()), by.actor(), this.clock.instant())) {
			this.holds.follow(proposal);
			this.ends.record(by.actor(), proposal, open);
			this.audit.record(by.actor(), proposal.organisationId(), "proposal.sent", reference,
					String.valueOf(revision), this.seals.seal(round));
			this.notices.tell(proposal, round, request, answered(proposal, round, by), by);
		}
		return List.of();
	}

	private List<Obstacle> obstacles(Proposal proposal, List<ProposalRevision> round, @Nullable String seen) {
		this.bookings.lock(round);
		DraftFigures saved = DraftFigures.of(round);
		List<Obstacle> obstacles = this.check.of(proposal, round);
		DraftFigures counted = DraftFigures.of(round);
		if (!counted.isSame(saved)) {
			round.forEach(ProposalRevision::dropApproval);
		}
		if (!obstacles.isEmpty()) {
			return obstacles;
		}
		Optional<DraftFigures> shown = DraftFigures.read(seen);
		return counted.isSame(shown.orElse(saved)) ? List.of() : List.of(Obstacle.of(Reason.CHANGED, List.of()));
	}

	/**
	 * The change requests that are answered by what was sent just now, whether it was
	 * drafted for them or not: the offer that they are about is superseded.
	 */
	private List<CounterProposal> answered(Proposal proposal, List<ProposalRevision> round, CurrentUser by) {
		List<CounterProposal> answered = this.counters.waiting(proposal.id());
		answered.forEach((counter) -> {
			counter.answer(round, by.actor(), this.clock.instant());
			this.audit.record(by.actor(), proposal.organisationId(), "proposal.counter.answered", proposal.reference(),
					String.valueOf(counter.answerRevision()));
		});
		return answered;
	}

	/**
	 * Drafts as they would be sent now.
	 *
	 * @param proposal with the drafts counted afresh; none of it is kept
	 * @param saved the figures as they were saved last
	 * @param counted the figures as they are by today's calendar and leave
	 * @param obstacles what stands against sending
	 * @param approval the alternatives that need internal approval first
	 * @param answered the change requests that sending answers
	 */
	record Preview(Proposal proposal, ProposalRevision draft, DraftFigures saved, DraftFigures counted,
			List<Obstacle> obstacles, List<ProposalRevision> approval, List<CounterProposal> answered) {

		List<ProposalRevision> round() {
			return this.proposal.round(this.draft);
		}

	}

	/** What sending would send. Within a transaction that only reads. */
	Preview preview(String reference, @Nullable Integer revision, CurrentUser by) {
		Proposal proposal = this.proposals.require(reference, by);
		ProposalRevision draft = proposal.requireDraft(revision);
		List<ProposalRevision> round = proposal.round(draft);
		DraftFigures saved = DraftFigures.of(round);
		List<Obstacle> obstacles = this.check.of(proposal, round);
		DraftFigures counted = DraftFigures.of(round);
		if (!counted.isSame(saved)) {
			round.forEach(ProposalRevision::dropApproval);
		}
		return new Preview(proposal, draft, saved, counted, obstacles, this.approval.missing(round),
				this.counters.waiting(proposal.id()));
	}

}
