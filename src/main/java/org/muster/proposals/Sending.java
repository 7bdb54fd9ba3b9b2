package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditTrail;
import org.muster.forms.Shown;
import org.muster.forms.Typed;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.proposals.Sending.Obstacle.Reason;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.stationery.TermsText;
import org.muster.stationery.TermsTexts;
import org.muster.stationery.Letterhead;
import org.muster.stationery.Letterheads;
import org.muster.stationery.Seller;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Sends drafts to clients, unless something stands against it. */
@Service
public class Sending {

	private static final int LONGEST_BLOCK = 1000;

	private final Proposals proposals;

	private final Requests requests;

	private final Organisations organisations;

	private final Estimates estimates;

	private final Holds holds;

	private final Bookings bookings;

	private final TermsTexts termsTexts;

	private final Letterheads letterheads;

	private final SecondLook secondLook;

	private final Deadlines deadlines;

	private final Notifications notifications;

	private final Recipients recipients;

	private final AuditTrail audit;

	private final Seller seller;

	private final Shown shown;

	private final Clock clock;

	Sending(Proposals proposals, Requests requests, Organisations organisations, Estimates estimates, Holds holds,
			Bookings bookings, TermsTexts termsTexts, Letterheads letterheads, SecondLook secondLook,
			Deadlines deadlines, Notifications notifications, Recipients recipients, AuditTrail audit, Seller seller,
			Shown shown, Clock clock) {
		this.proposals = proposals;
		this.requests = requests;
		this.organisations = organisations;
		this.estimates = estimates;
		this.holds = holds;
		this.bookings = bookings;
		this.termsTexts = termsTexts;
		this.letterheads = letterheads;
		this.secondLook = secondLook;
		this.deadlines = deadlines;
		this.notifications = notifications;
		this.recipients = recipients;
		this.audit = audit;
		this.seller = seller;
		this.shown = shown;
		this.clock = clock;
	}

	/**
	 * A reason why a draft cannot be sent.
	 *
	 * @param names of the people whom it is about, if it is about some
	 * @param alternative which of the alternatives it is about, or {@code null} if there
	 * is only one
	 */
	public record Obstacle(Reason reason, String names, @Nullable String alternative) {

		/** What sort of reason. */
		public enum Reason {

			NO_LINES, NO_DAYS, NO_EXCHANGE_RATE, PAST, TWICE, TAKEN, CAP, CARD, SECOND_LOOK

		}

		static Obstacle of(Reason reason, Collection<String> names) {
			return new Obstacle(reason, String.join(", ", names), null);
		}

		Obstacle about(ProposalRevision draft) {
			return new Obstacle(this.reason, this.names, draft.alternative());
		}

	}

	/**
	 * What stands against sending, counted afresh by today's calendar and leave. Sending
	 * holds the people tentatively; somebody who is engaged elsewhere by now is not
	 * offered, somebody who is offered elsewhere is, and both account managers are told.
	 */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public List<Obstacle> send(String reference, int revision, CurrentUser by) {
		// In the same order as accepting takes them: the request, its proposals, the
		// people.
		this.proposals.requestOf(reference, by.organisationId())
			.flatMap(this.requests::lockById)
			.orElseThrow(NotFound::new);
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireRevision(revision);
		if (draft.status() == ProposalStatus.DRAFT) {
			List<ProposalRevision> round = proposal.round(draft);
			this.bookings.lock(round);
			List<Obstacle> obstacles = round.stream()
				.flatMap((one) -> obstacles(proposal, one).stream().map((obstacle) -> obstacle.about(one)))
				.toList();
			if (!obstacles.isEmpty()) {
				return obstacles;
			}
			List<ProposalRevision> unseen = round.stream()
				.filter((one) -> this.secondLook.isNeeded(one) && !one.isApproved())
				.toList();
			if (!unseen.isEmpty()) {
				askForSecondLook(proposal, unseen, by);
				return unseen.stream().map((one) -> Obstacle.of(Reason.SECOND_LOOK, List.of()).about(one)).toList();
			}
			this.requests.requireLocked(request(proposal).reference(), by).propose(by.name(), this.clock.instant());
		}
		if (proposal.send(revision, parties(proposal), by.name(), this.clock.instant())) {
			this.holds.follow(proposal);
			this.audit.record(by.actor(), proposal.organisationId(), "proposal.sent", reference,
					String.valueOf(revision));
			StaffingRequest request = request(proposal);
			List<Long> readers = new ArrayList<>(this.recipients.approversOf(proposal.organisationId()));
			readers.add(request.createdBy());
			this.notifications.tell(readers, new Notice(Notice.Kind.PROPOSAL, reference, request.title(),
					"/proposals/" + reference, by.name(), null), by.id());
			Rival
				.once(proposal.round(draft)
					.stream()
					.flatMap((one) -> this.bookings.rivals(proposal, one).stream())
					.toList())
				.forEach((rival) -> tellOf(rival, by));
		}
		return List.of();
	}

	private void askForSecondLook(Proposal proposal, List<ProposalRevision> drafts, CurrentUser by) {
		if (drafts.stream().filter((draft) -> draft.askApproval(by)).count() > 0) {
			this.audit.record(by.actor(), null, "proposal.look.asked", proposal.reference(), null);
			Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
			people.addAll(this.recipients.administrators());
			this.notifications.tell(people, new Notice(Notice.Kind.APPROVAL, proposal.reference(),
					request(proposal).title(), "/proposals/" + proposal.reference() + "/draft", by.name(), null),
					by.id());
		}
	}

	/** A second pair of eyes agrees that a draft is sent as it is. */
	@Transactional
	public void approve(String reference, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.requireDraft(null);
		if (proposal.drafts().stream().filter((draft) -> draft.approve(by, this.clock.instant())).count() > 0) {
			this.audit.record(by.actor(), null, "proposal.look.approved", reference, null);
		}
	}

	private Parties parties(Proposal proposal) {
		Organisation buyer = this.organisations.findById(proposal.organisationId()).orElseThrow(NotFound::new);
		return new Parties(request(proposal).title(),
				block(this.seller.name(), this.seller.address(), this.seller.country(), this.seller.vatNumber()),
				block(buyer.name(), buyer.address(), buyer.place().country(), buyer.vatNumber()),
				this.termsTexts.latest().map(TermsText::number).orElse(null),
				this.letterheads.latest().map(Letterhead::number).orElse(null));
	}

	private String block(String name, @Nullable String address, String country, @Nullable String vatNumber) {
		List<String> lines = new ArrayList<>(List.of(name));
		if (!Typed.isEmpty(address)) {
			lines.add(Typed.text(address));
		}
		lines.add(this.shown.country(country));
		if (!Typed.isEmpty(vatNumber)) {
			lines.add(Typed.text(vatNumber));
		}
		return Typed.cut(String.join("\n", lines), LONGEST_BLOCK);
	}

	private void tellOf(Rival rival, CurrentUser by) {
		this.notifications.tell(
				this.recipients.managersOf(rival.organisationId()), new Notice(Notice.Kind.PEOPLE, rival.proposal(),
						rival.requestTitle(), "/proposals/" + rival.proposal(), by.name(), rival.consultant()),
				by.id());
	}

	private List<Obstacle> obstacles(Proposal proposal, ProposalRevision draft) {
		if (draft.lines().isEmpty()) {
			return List.of(Obstacle.of(Reason.NO_LINES, List.of()));
		}
		List<ProposalLine> outdated = this.estimates.estimate(draft);
		if (!outdated.isEmpty()) {
			return List
				.of(Obstacle.of(Reason.CARD, outdated.stream().map(ProposalLine::consultantName).distinct().toList()));
		}
		List<Obstacle> obstacles = new ArrayList<>();
		add(obstacles, Reason.NO_EXCHANGE_RATE,
				draft.lines()
					.stream()
					.filter((line) -> line.cost() == null)
					.map((line) -> line.consultantName() + " (" + line.payCurrency() + " → " + draft.currency() + ")")
					.toList());
		add(obstacles, Reason.NO_DAYS,
				draft.lines()
					.stream()
					.filter((line) -> line.days().isZero())
					.map(ProposalLine::consultantName)
					.toList());
		add(obstacles, Reason.TWICE, Bookings.twice(draft));
		add(obstacles, Reason.TAKEN,
				this.bookings.taken(proposal, draft).stream().map(ProposalLine::consultantName).distinct().toList());
		if (draft.isPast(this.deadlines.today(proposal.organisationId()))) {
			obstacles.add(Obstacle.of(Reason.PAST, List.of()));
		}
		BigDecimal cap = draft.cap();
		if (cap != null && draft.net().compareTo(cap) > 0) {
			obstacles.add(Obstacle.of(Reason.CAP, List.of()));
		}
		return obstacles;
	}

	private static void add(List<Obstacle> obstacles, Reason reason, Collection<String> names) {
		if (!names.isEmpty()) {
			obstacles.add(Obstacle.of(reason, names));
		}
	}

	private StaffingRequest request(Proposal proposal) {
		return this.requests.require(proposal.requestId());
	}

}
