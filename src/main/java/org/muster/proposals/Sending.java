package org.muster.proposals;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.proposals.Sending.Obstacle.Reason;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Sends drafts to clients, unless something stands against it. */
@Service
public class Sending {

	private final OfferAccess access;

	private final Bookings bookings;

	private final SendCheck check;

	private final InternalApproval approval;

	private final SentSnapshots snapshots;

	private final SentOffers sent;

	private final Clock clock;

	Sending(OfferAccess access, Bookings bookings, SendCheck check, InternalApproval approval, SentSnapshots snapshots,
			SentOffers sent, Clock clock) {
		this.access = access;
		this.bookings = bookings;
		this.check = check;
		this.approval = approval;
		this.snapshots = snapshots;
		this.sent = sent;
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
		OfferAccess.Locked locked = this.access.lock(reference, by);
		StaffingRequest request = locked.request();
		Proposal proposal = locked.proposal();
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
			this.sent.follow(proposal, open, round, revision, request, by);
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

}
