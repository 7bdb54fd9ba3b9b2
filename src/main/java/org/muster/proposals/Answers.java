package org.muster.proposals;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Recipients;
import org.muster.notifications.Notifications;
import org.muster.notifications.Notice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.Actor;
import org.muster.audit.Viewer;
import org.muster.requests.RequestEngaged;
import org.muster.requests.RequestWithdrawn;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a proposal that was sent. */
@Service
public class Answers {

	private final AllProposals proposals;

	private final Requests requests;

	private final CounterProposals counters;

	private final Holds holds;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Notifications notifications;

	private final Recipients recipients;

	private final Bookings bookings;

	private final LostPeople lostPeople;

	private final ClientClock clientClock;

	private final RequestProgress progress;

	private final Seals seals;

	private final OpenOffers openOffers;

	private final OutcomeSeals ends;

	Answers(Notifications notifications, Recipients recipients, AllProposals proposals, Requests requests,
			CounterProposals counters, Holds holds, Accounts accounts, ApplicationEventPublisher events,
			Bookings bookings, LostPeople lostPeople, ClientClock clientClock, RequestProgress progress, Seals seals,
			OpenOffers openOffers, OutcomeSeals ends, Clock clock) {
		this.seals = seals;
		this.openOffers = openOffers;
		this.ends = ends;
		this.lostPeople = lostPeople;
		this.progress = progress;
		this.clientClock = clientClock;
		this.bookings = bookings;
		this.notifications = notifications;
		this.recipients = recipients;
		this.proposals = proposals;
		this.requests = requests;
		this.counters = counters;
		this.holds = holds;
		this.accounts = accounts;
		this.events = events;
		this.clock = clock;
	}

	/** Whether the client can still answer it. */
	@Transactional(readOnly = true)
	public boolean isOpen(String reference, int revision, CurrentUser by) {
		Proposal proposal = this.proposals.require(reference, by);
		return proposal.requireRevision(revision).isOpen(today(proposal));
	}

	/**
	 * Accepts a revision: the request is engaged, its people are held firmly, other
	 * offers for it end, and those to others that lose somebody by it are marked.
	 * <p>
	 * Locks are taken in one order: the request, its proposals, its people. Afterwards
	 * the days of the people are read as they are by then, hence the isolation.
	 * @throws NotApprover if the person may not answer for the organisation
	 * @throws OfferRefused if somebody was engaged elsewhere meanwhile, the work is over,
	 * or it is not what was sent
	 * @throws org.muster.audit.RefusedTransition if the revision is not open
	 */
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public void accept(String reference, int revision, Signature signature, CurrentUser by) {
		StaffingRequest request = lockedRequest(reference, by);
		Proposal proposal = this.proposals.requireLocked(reference, by);
		requireApprover(proposal, by);
		ProposalRevision offer = proposal.requireRevision(revision);
		this.bookings.lock(List.of(offer));
		if (offer.isOpen(today(proposal))) {
			List<String> over = offer.over(today(proposal));
			if (!over.isEmpty()) {
				throw OfferRefused.over(reference, over);
			}
			List<ProposalLine> taken = this.bookings.taken(proposal, offer);
			if (!taken.isEmpty()) {
				throw OfferRefused.taken(reference,
						taken.stream().map(ProposalLine::consultantName).distinct().toList());
			}
			if (!this.seals.of(offer).isIntact() || !this.openOffers.isOpenInTrail(offer)) {
				throw OfferRefused.broken(reference);
			}
		}
		List<ProposalRevision> open = proposal.open();
		if (!proposal.accept(revision, signature, by.actor(), now(proposal))) {
			return;
		}
		Set<Long> asked = ended(proposal, by.actor());
		request.engage(by.actor(), this.clock.instant());
		this.ends.record(by.actor(), proposal, open, "proposal.accepted", revision + ", " + signature.name());
		this.proposals.lockByRequestId(request.id())
			.stream()
			.filter((other) -> other.id() != proposal.id())
			.forEach((other) -> withdraw(other, request, Set.of(), Actor.MUSTER));
		tell(proposal, request, asked, null, by);
		this.notifications.tell(List.of(by.id()), new Notice(Notice.Kind.RECEIPT, reference, request.title(),
				"/proposals/" + reference + "/receipt", by.name(), offer.contentHash()));
		this.lostPeople.by(proposal, offer);
		this.events.publishEvent(new RequestEngaged(request.id(),
				offer.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet()), by.actor()));
		this.events.publishEvent(new ProposalAccepted(reference, revision));
	}

	/**
	 * @throws NotApprover if the person may not answer for the organisation
	 * @throws org.muster.audit.RefusedTransition if the revision is not open
	 */
	@Transactional
	public void decline(String reference, int revision, String reason, CurrentUser by) {
		StaffingRequest request = lockedRequest(reference, by);
		Proposal proposal = this.proposals.requireLocked(reference, by);
		requireApprover(proposal, by);
		List<ProposalRevision> open = proposal.open();
		if (proposal.decline(revision, reason, by.actor(), now(proposal))) {
			Set<Long> asked = ended(proposal, by.actor());
			this.progress.follow(request, by.actor());
			this.ends.record(by.actor(), proposal, open, "proposal.declined", reason);
			tell(proposal, request, asked, reason, by);
		}
	}

	/**
	 * The account managers, and of the client whoever wrote the request or asked for
	 * changes.
	 */
	private void tell(Proposal proposal, StaffingRequest request, Set<Long> asked, @Nullable String reason,
			CurrentUser by) {
		Set<Long> readers = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
		readers.add(request.createdBy());
		readers.addAll(asked);
		this.notifications.tell(readers, new Notice(Notice.Kind.ANSWERED, proposal.reference(), request.title(),
				"/proposals/" + proposal.reference(), by.name(), reason), by.id());
	}

	/** Ends an offer whose last day has passed. */
	@Transactional
	public void expire(String reference) {
		StaffingRequest request = this.proposals.requestOf(reference, Viewer.muster())
			.map((id) -> this.requests.requireLocked(id, Viewer.muster()))
			.orElseThrow(NotFound::new);
		this.proposals.lockByReference(reference, Viewer.muster()).ifPresent((proposal) -> expire(proposal, request));
	}

	private void expire(Proposal proposal, StaffingRequest request) {
		List<ProposalRevision> open = proposal.open();
		if (proposal.expire(Actor.MUSTER, this.clock.instant(), today(proposal))) {
			Set<Long> readers = new LinkedHashSet<>(ended(proposal, Actor.MUSTER));
			this.progress.follow(request, Actor.MUSTER);
			this.ends.record(Actor.MUSTER, proposal, open, "proposal.expired", null);
			readers.addAll(this.recipients.managersOf(proposal.organisationId()));
			readers.addAll(clientsReaders(proposal, request));
			this.notifications.tell(readers, new Notice(Notice.Kind.EXPIRED, proposal.reference(), request.title(),
					"/proposals/" + proposal.reference(), Actor.MUSTER.name(), null));
		}
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
		StaffingRequest request = lockedRequest(reference, by);
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision shown = proposal.requireRevision(revision);
		if (shown.isIn(ProposalStatus.WITHDRAWN, by.actor())) {
			return false;
		}
		if (shown.status() != ProposalStatus.SENT) {
			throw shown.refused();
		}
		Set<Long> readers = clientsReaders(proposal, request);
		readers.addAll(this.recipients.managersOf(proposal.organisationId()));
		withdraw(proposal, request, readers, by.actor());
		this.progress.follow(request, by.actor());
		return true;
	}

	/** Who of the client waits for the outcome. */
	private Set<Long> clientsReaders(Proposal proposal, StaffingRequest request) {
		Set<Long> readers = new LinkedHashSet<>(this.recipients.approversOf(proposal.organisationId()));
		readers.add(request.createdBy());
		return readers;
	}

	/** Offers for a request that is withdrawn end with it, in the same transaction. */
	@EventListener
	@Transactional
	public void requestWithdrawn(RequestWithdrawn event) {
		StaffingRequest request = this.requests.require(event.requestId(), Viewer.muster());
		this.proposals.lockByRequestId(event.requestId())
			.forEach((proposal) -> withdraw(proposal, request, Set.of(), event.by()));
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
			told.addAll(ended(proposal, by));
			told.remove(by.id());
			this.ends.record(by, proposal, open, "proposal.withdrawn", null);
			this.notifications.tell(told, new Notice(Notice.Kind.PROPOSAL_WITHDRAWN, proposal.reference(),
					request.title(), "/proposals/" + proposal.reference(), by.name(), null));
		}
	}

	/**
	 * What was asked about it needs no answer any more.
	 * @return the ids of the accounts that asked
	 */
	private Set<Long> ended(Proposal proposal, Actor by) {
		this.holds.follow(proposal);
		Set<Long> asked = new LinkedHashSet<>();
		this.counters.waiting(proposal.id()).forEach((counter) -> {
			counter.end(by, this.clock.instant());
			asked.add(counter.byId());
		});
		return asked;
	}

	private void requireApprover(Proposal proposal, CurrentUser by) {
		if (!by.isApprover()) {
			throw new NotApprover(approvers(proposal));
		}
	}

	List<String> approvers(Proposal proposal) {
		return this.accounts.approversOf(proposal.organisationId());
	}

	private StaffingRequest lockedRequest(String proposal, CurrentUser by) {
		long request = this.proposals.requestOf(proposal, by.viewer()).orElseThrow(NotFound::new);
		return this.requests.requireLocked(request, by.viewer());
	}

	/** By the client's clock. */
	private ZonedDateTime now(Proposal proposal) {
		return this.clock.instant().atZone(this.clientClock.zone(proposal));
	}

	/** By the client's calendar. */
	private LocalDate today(Proposal proposal) {
		return this.clientClock.today(proposal);
	}

}
