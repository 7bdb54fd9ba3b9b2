package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.consultants.Candidate;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.Shortlisted;
import org.muster.matching.Shortlists;
import org.muster.matching.MatchExplanations;
import org.muster.pricing.Price;
import org.muster.pricing.PriceList;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an account manager does to a proposal before it is sent. */
@Service
public class Drafting {

	private static final int VALID_FOR_DAYS = 21;

	/** So many more than there are seats, since some may be engaged elsewhere. */
	static final int SPARE = 15;

	private final AllProposals proposals;

	private final Requests requests;

	private final Organisations organisations;

	private final Matching matching;

	private final Shortlists shortlists;

	private final MatchExplanations explanations;

	private final Estimates estimates;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Taxation taxation;

	private final Clock clock;

	private final Bookings bookings;

	private final DraftPricing pricing;

	private final CounterProposals counters;

	private final Scheduling scheduling;

	Drafting(AllProposals proposals, Requests requests, Organisations organisations, Matching matching,
			Shortlists shortlists, MatchExplanations explanations, Estimates estimates, References references,
			ApplicationEventPublisher events, Taxation taxation, Bookings bookings, DraftPricing pricing,
			CounterProposals counters, Scheduling scheduling, Clock clock) {
		this.counters = counters;
		this.scheduling = scheduling;
		this.pricing = pricing;
		this.bookings = bookings;
		this.proposals = proposals;
		this.requests = requests;
		this.organisations = organisations;
		this.matching = matching;
		this.shortlists = shortlists;
		this.explanations = explanations;
		this.estimates = estimates;
		this.references = references;
		this.events = events;
		this.taxation = taxation;
		this.clock = clock;
	}

	/**
	 * Starts a proposal with a line for each of those on the shortlists, as many as a
	 * position has seats; where nobody is, for the best matches.
	 * @param creationKey drawn once a form: a form sent twice makes one proposal
	 */
	@Transactional
	public Proposal start(String requestReference, String creationKey, CurrentUser by) {
		StaffingRequest request = this.requests.requireLocked(requestReference, by);
		return this.proposals.findByCreationKey(creationKey).orElseGet(() -> {
			request.takeUp(by.actor(), this.clock.instant());
			Organisation buyer = buyer(request.organisationId());
			Terms terms = new Terms(buyer.place(), HolidayRule.PLACE, buyer.today(this.clock).plusDays(VALID_FOR_DAYS),
					BigDecimal.ZERO, BigDecimal.ZERO, null, Map.of(), null);
			Proposal proposal = new Proposal(this.references.draw("P", this.proposals::existsByReference), request,
					creationKey, terms, this.taxation.on(buyer), by.actor(), this.clock.instant());
			ProposalRevision draft = proposal.requireRevision(1);
			PriceList prices = this.pricing.prices(draft);
			this.matching.best(request, Math.min(request.heads(), ProposalRevision.MOST_LINES) + SPARE)
				.forEach((position, best) -> addBest(draft, prices, request, position, best));
			draft.endBeforeWork(buyer.today(this.clock));
			this.estimates.renew(draft, prices);
			this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_DRAFTED,
					proposal.reference(), request.reference()));
			return this.proposals.save(proposal);
		});
	}

	private void addBest(ProposalRevision draft, PriceList prices, StaffingRequest request, Position position,
			List<Match> best) {
		List<Long> kept = this.shortlists.of(List.of(position.id())).stream().map(Shortlisted::consultantId).toList();
		Schedule schedule = request.schedule().orElseThrow();
		List<Match> chosen = kept.isEmpty()
				? this.bookings.free(draft, this.pricing.priceable(startable(best), prices),
						(match) -> terms(draft, prices, schedule, position, match))
				: this.pricing.priceable(this.matching.matches(request, position, kept), prices);
		chosen.stream()
			.filter((
					match) -> draft.lines().stream().noneMatch((line) -> line.consultantId() == match.candidate().id()))
			.limit(Math.min(position.headCount(), (long) ProposalRevision.MOST_LINES - draft.lines().size()))
			.forEach((match) -> draft.addLine(position, match, Reasons.of(match, this.explanations),
					terms(draft, prices, schedule, position, match)));
	}

	/** Those who can start in the time asked, if there are some. */
	private static List<Match> startable(List<Match> best) {
		List<Match> startable = best.stream().filter((match) -> match.start() != null).toList();
		return startable.isEmpty() ? best : startable;
	}

	/**
	 * @throws NoExchangeRate if the person's days cannot be priced
	 */
	private LineTerms terms(ProposalRevision draft, PriceList prices, Schedule schedule, Position position,
			Match match) {
		LineDates dates = this.scheduling.of(draft, schedule, match);
		Price price = this.pricing.price(prices, position, match.candidate(), dates.period().from());
		return new LineTerms(dates.pattern(), dates.period(), price.amount(), price.asOf(), BigDecimal.ZERO, false);
	}

	/**
	 * @throws IllegalStateException if the draft is full
	 */
	@Transactional
	public void addLine(String reference, @Nullable Integer revision, int positionNumber, long consultantId,
			CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireDraft(revision);
		StaffingRequest request = request(proposal, by);
		Position position = request.requirePosition(positionNumber);
		boolean there = draft.lines()
			.stream()
			.anyMatch((line) -> line.consultantId() == consultantId && line.positionNumber() == positionNumber);
		if (!there) {
			Match match = this.matching.match(request, position, consultantId).orElseThrow(NotFound::new);
			PriceList prices = this.pricing.prices(draft);
			add(draft, prices, position, match, terms(draft, prices, request.schedule().orElseThrow(), position, match),
					by);
		}
	}

	/** Adds a line, prices the draft, and takes note of who did it. */
	void add(ProposalRevision draft, PriceList prices, Position position, Match match, LineTerms terms,
			CurrentUser by) {
		draft.addLine(position, match, Reasons.of(match, this.explanations), terms);
		this.estimates.renew(draft, prices);
		this.events.publishEvent(new Audited(by.actor(), draft.organisationId(), AuditAct.PROPOSAL_EDITED,
				draft.proposalReference(), match.candidate().name())
			.naming(match.candidate().id()));
	}

	@Transactional
	public void removeLine(String reference, @Nullable Integer revision, int line, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireDraft(revision);
		if (draft.removeLine(line)) {
			this.estimates.estimate(draft);
			this.events.publishEvent(
					new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_EDITED, reference, null));
		}
	}

	/** What came of saving a draft. */
	enum Saved {

		DONE, STALE, TOO_LONG

	}

	/**
	 * What was approved stays approved where nothing comes out otherwise.
	 * @param version of the draft that the changes were made to
	 * @param days numbers of days of lines whose last day is to be found
	 */
	@Transactional
	Saved save(String reference, @Nullable Integer revision, long version, Terms terms, Map<Integer, LineTerms> lines,
			Map<Integer, DayCount> days, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireDraft(revision);
		if (draft.version() != version) {
			return Saved.STALE;
		}
		Map<Integer, LineTerms> dated = new HashMap<>(lines);
		days.forEach((line, count) -> dated.computeIfPresent(line, (number, typed) -> this.estimates.lasting(terms,
				draft.organisationId(), typed, count, draft.requireLine(number).consultantId())));
		if (dated.values()
			.stream()
			.anyMatch((line) -> line.period().to().isAfter(line.period().from().plusYears(DraftForm.MOST_YEARS)))) {
			return Saved.TOO_LONG;
		}
		DraftFigures before = DraftFigures.of(List.of(draft));
		Approval approval = draft.approval();
		draft.change(terms, dated);
		this.estimates.renew(draft);
		draft.keepApproval(approval, before);
		this.events.publishEvent(
				new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_EDITED, reference, null));
		return Saved.DONE;
	}

	/**
	 * The next round, a copy of the last; the drafts that are there already, if there are
	 * some.
	 */
	@Transactional
	public void revise(String reference, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		boolean fresh = proposal.drafts().isEmpty();
		request(proposal, by).requireOpen();
		Organisation buyer = buyer(proposal.organisationId());
		LocalDate today = buyer.today(this.clock);
		List<ProposalRevision> drafts = proposal.revise(today.plusDays(VALID_FOR_DAYS), this.taxation.on(buyer),
				by.actor(), this.clock.instant());
		if (fresh) {
			drafts.forEach((draft) -> draft.endBeforeWork(today));
			drafts.forEach(this.estimates::renew);
			this.events.publishEvent(
					new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_DRAFTED, reference, null));
		}
	}

	/**
	 * Adds an alternative to the drafts: a copy of one of them.
	 * @return its number, or nothing if there are as many as there may be
	 */
	@Transactional
	public Optional<Integer> copy(String reference, @Nullable Integer revision, CurrentUser by) {
		return alternative(reference, revision, by,
				(proposal, added) -> added.copyLines(proposal.requireDraft(revision)));
	}

	/**
	 * Adds an alternative to the drafts: other people, with the terms of the first.
	 * @param members consultants' ids by the number of their position
	 * @return its number, or nothing if there are as many as there may be
	 */
	@Transactional
	public Optional<Integer> team(String reference, List<Map.Entry<Integer, Long>> members, CurrentUser by) {
		return alternative(reference, null, by, (proposal, added) -> {
			StaffingRequest request = request(proposal, by);
			Schedule schedule = request.schedule().orElseThrow();
			PriceList prices = this.pricing.prices(added);
			for (Map.Entry<Integer, Long> member : members) {
				Position position = request.requirePosition(member.getKey());
				Match match = this.matching.match(request, position, member.getValue()).orElseThrow(NotFound::new);
				added.addLine(position, match, Reasons.of(match, this.explanations),
						terms(added, prices, schedule, position, match));
			}
		});
	}

	private Optional<Integer> alternative(String reference, @Nullable Integer revision, CurrentUser by,
			BiConsumer<Proposal, ProposalRevision> filling) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision like = proposal.requireDraft(revision);
		if (proposal.round(like).size() >= Proposal.MOST_ALTERNATIVES) {
			return Optional.empty();
		}
		ProposalRevision added = proposal.addAlternative(like, by.actor(), this.clock.instant());
		filling.accept(proposal, added);
		this.estimates.renew(added);
		this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_ALTERNATIVE_ADDED,
				reference, String.valueOf(added.number())));
		return Optional.of(added.number());
	}

	/**
	 * The last alternative stays, since it is the draft. A change request that the
	 * removed one was to answer is open again.
	 */
	@Transactional
	public void removeAlternative(String reference, int revision, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.drafts()
			.stream()
			.filter((one) -> one.number() == revision)
			.findFirst()
			.filter(proposal::removeAlternative)
			.ifPresent((removed) -> {
				this.counters.drafted(proposal.id())
					.stream()
					.filter((counter) -> Integer.valueOf(revision).equals(counter.answerRevision()))
					.forEach(CounterProposal::reopen);
				this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(),
						AuditAct.PROPOSAL_ALTERNATIVE_REMOVED, reference, String.valueOf(revision)));
			});
	}

	/** What a day of somebody else costs instead; nothing if that is not known. */
	Optional<Price> price(ProposalRevision draft, Position position, Candidate candidate, LocalDate start) {
		PriceList prices = this.pricing.prices(draft);
		return this.pricing.isPriceable(candidate, prices)
				? Optional.of(this.pricing.price(prices, position, candidate, start)) : Optional.empty();
	}

	private StaffingRequest request(Proposal proposal, CurrentUser by) {
		return this.requests.require(proposal.requestId(), by.viewer());
	}

	private Organisation buyer(long organisationId) {
		return this.organisations.findById(organisationId).orElseThrow();
	}

}
