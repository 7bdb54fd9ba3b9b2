package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditTrail;
import org.muster.audit.RefusedTransition;
import org.muster.audit.Viewer;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.WorkingDays.Course;
import org.muster.consultants.Consultants;
import org.muster.consultants.NameRow;
import org.muster.forms.Formats;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.MatchExplanations;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.pricing.Price;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Negotiating: clients ask for changes, account managers answer them. */
@Service
public class Negotiations {

	/** So many are looked through for somebody else. */
	private static final int SOUGHT = 40;

	private final CounterProposals counters;

	private final Proposals proposals;

	private final Requests requests;

	private final Consultants consultants;

	private final Drafting drafting;

	private final Estimates estimates;

	private final Bookings bookings;

	private final Matching matching;

	private final MatchExplanations explanations;

	private final ClientClock clientClock;

	private final Notifications notifications;

	private final Recipients recipients;

	private final AuditTrail audit;

	private final Formats formats;

	private final Clock clock;

	Negotiations(CounterProposals counters, Proposals proposals, Requests requests, Consultants consultants,
			Drafting drafting, Estimates estimates, Bookings bookings, Matching matching,
			MatchExplanations explanations, ClientClock clientClock, Notifications notifications, Recipients recipients,
			AuditTrail audit, Formats formats, Clock clock) {
		this.counters = counters;
		this.proposals = proposals;
		this.requests = requests;
		this.consultants = consultants;
		this.drafting = drafting;
		this.estimates = estimates;
		this.bookings = bookings;
		this.matching = matching;
		this.explanations = explanations;
		this.clientClock = clientClock;
		this.notifications = notifications;
		this.recipients = recipients;
		this.audit = audit;
		this.formats = formats;
		this.clock = clock;
	}

	/**
	 * A wish as a page shows it.
	 *
	 * @param person of the line
	 * @param before what the offer says
	 * @param wish what is wished for, or {@code null} for whoever fits best
	 */
	public record Wished(ChangeRequest.Kind kind, String person, String before, @Nullable String wish) {
	}

	/** A counter-proposal as a page shows it. */
	public record Countered(CounterProposal counter, List<Wished> wishes) {
	}

	/** Those of a proposal, the latest first. */
	List<Countered> of(Proposal proposal) {
		List<CounterProposal> all = this.counters.of(proposal.id());
		Map<String, String> names = names(all);
		return all.stream().map((counter) -> {
			ProposalRevision offer = proposal.requireRevision(counter.revision());
			return new Countered(counter, counter.wishes().stream().map((wish) -> shown(wish, offer, names)).toList());
		}).toList();
	}

	/** Of those who are asked for by name; none who was erased since. */
	private Map<String, String> names(List<CounterProposal> counters) {
		Set<String> references = counters.stream()
			.flatMap((counter) -> counter.wishes().stream())
			.filter((wish) -> wish.kind() == ChangeRequest.Kind.PERSON && !wish.wish().equals(ChangeRequest.ANYBODY))
			.map(ChangeRequest::wish)
			.collect(Collectors.toSet());
		return references.isEmpty() ? Map.of()
				: this.consultants.namesOf(references)
					.stream()
					.collect(Collectors.toMap(NameRow::reference, NameRow::name));
	}

	private Wished shown(ChangeRequest wish, ProposalRevision offer, Map<String, String> names) {
		ProposalLine line = offer.requireLine(wish.line());
		String before = switch (wish.kind()) {
			case DAYS -> this.formats.days(line.days());
			case START -> this.formats.date(line.dates().from());
			case RATE -> this.formats.rate(line.dayRate(), offer.currency());
			case PERSON -> line.consultantName();
		};
		String after = switch (wish.kind()) {
			case DAYS -> this.formats.days(wish.days());
			case START -> this.formats.date(wish.start());
			case RATE -> this.formats.rate(wish.rate(), offer.currency());
			case PERSON ->
				wish.wish().equals(ChangeRequest.ANYBODY) ? null : names.getOrDefault(wish.wish(), wish.wish());
		};
		return new Wished(wish.kind(), line.consultantName(), before, after);
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
		this.audit.record(by.actor(), proposal.organisationId(), "proposal.counter.asked", reference,
				String.valueOf(revision));
		this.notifications.tell(this.recipients.managersOf(proposal.organisationId()),
				notice(Notice.Kind.COUNTER, proposal, by, reason), by.id());
		return Optional.empty();
	}

	/**
	 * By whomever of the client; the account managers hear of it.
	 * @throws RefusedTransition if it is settled otherwise, or by somebody else
	 */
	@Transactional
	void takeBack(String reference, long id, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		CounterProposal counter = require(proposal, id);
		if (counter.isTakenBack(by)) {
			return;
		}
		if (!counter.takeBack(by, this.clock.instant())) {
			throw refused(proposal, counter);
		}
		this.audit.record(by.actor(), proposal.organisationId(), "proposal.counter.back", reference, null);
		Set<Long> told = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
		draftFor(proposal, counter).flatMap(ProposalRevision::statusById).ifPresent(told::add);
		told.add(counter.byId());
		this.notifications.tell(told, notice(Notice.Kind.COUNTER_TAKEN_BACK, proposal, by, null), by.id());
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
		CounterProposal counter = require(proposal, id);
		if (counter.isRefused(why, by)) {
			return;
		}
		if (!counter.refuse(why, by, this.clock.instant())) {
			throw refused(proposal, counter);
		}
		this.audit.record(by.actor(), proposal.organisationId(), "proposal.counter.refused", reference, why);
		this.notifications.tell(List.of(counter.byId()), notice(Notice.Kind.COUNTER_REFUSED, proposal, by, why),
				by.id());
	}

	/**
	 * What came of answering.
	 *
	 * @param revision the number of the draft
	 * @param put whether what was asked for is in it; not if it was refused or taken back
	 * before
	 * @param nobody of whom nobody else was found instead
	 * @param absent who is not in the draft, so that nothing could be changed for them
	 */
	record Answered(int revision, boolean put, List<String> nobody, List<String> absent) {
	}

	/**
	 * Makes the next revision, or takes the one that is drafted already, and puts in it
	 * what was asked for. It is not sent yet, and the client hears of it once it is. Of
	 * two who answer the second is led to what the first has made.
	 */
	@Transactional
	Answered answer(String reference, long id, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		CounterProposal counter = require(proposal, id);
		if (!counter.isOpen()) {
			return new Answered(proposal.requireDraft(counter.answerRevision()).number(),
					counter.status() == CounterProposal.Status.DRAFTED, List.of(), List.of());
		}
		this.drafting.revise(reference, by);
		ProposalRevision offer = proposal.requireRevision(counter.revision());
		ProposalRevision draft = draft(proposal, offer);
		List<String> nobody = new ArrayList<>();
		List<String> absent = new ArrayList<>();
		Map<ProposalLine, BigDecimal> rates = new LinkedHashMap<>();
		counter.wishes().stream().collect(Collectors.groupingBy(ChangeRequest::line)).forEach((number, wishes) -> {
			ProposalLine asked = offer.requireLine(number);
			same(draft, asked).ifPresentOrElse((line) -> {
				ProposalLine put = put(proposal, draft, line, wishes, nobody);
				rate(wishes).ifPresent((rate) -> rates.put(put, rate));
			}, () -> absent.add(asked.consultantName()));
		});
		if (absent.size() == counter.lines()) {
			return new Answered(draft.number(), false, nobody, absent);
		}
		this.estimates.renew(draft);
		if (!rates.isEmpty()) {
			// What a day costs follows from the dates, the person and the rises that have
			// just been taken up.
			rates.forEach((line, rate) -> line.change(line.terms().at(line.billRateFor(rate))));
			this.estimates.renew(draft);
		}
		counter.draft(draft.number());
		this.audit.record(by.actor(), proposal.organisationId(), "proposal.edited", reference,
				String.valueOf(draft.number()));
		return new Answered(draft.number(), true, nobody, absent);
	}

	/** The draft of the same alternative, or else the first. */
	private static ProposalRevision draft(Proposal proposal, ProposalRevision offer) {
		List<ProposalRevision> drafts = proposal.drafts();
		return drafts.stream()
			.filter((draft) -> Objects.equals(draft.alternative(), offer.alternative()))
			.findFirst()
			.orElse(drafts.get(0));
	}

	/**
	 * The line that a draft has for what was asked about. Who drafts may have put others
	 * into the seat since, or the same person on another line: what was asked for one
	 * person is done to nobody else.
	 */
	private static Optional<ProposalLine> same(ProposalRevision draft, ProposalLine asked) {
		return draft.lines()
			.stream()
			.filter((line) -> line.consultantId() == asked.consultantId()
					&& line.positionNumber() == asked.positionNumber())
			.min(Comparator.comparing((line) -> line.number() != asked.number()));
	}

	/** What a day shall cost, if that was asked for. */
	private static Optional<BigDecimal> rate(List<ChangeRequest> wishes) {
		return wishes.stream()
			.filter((wish) -> wish.kind() == ChangeRequest.Kind.RATE)
			.map(ChangeRequest::rate)
			.findFirst();
	}

	/**
	 * All that was asked for but the rate.
	 * @return the line that has it now
	 */
	private ProposalLine put(Proposal proposal, ProposalRevision draft, ProposalLine line, List<ChangeRequest> wishes,
			List<String> nobody) {
		Map<ChangeRequest.Kind, ChangeRequest> wished = wishes.stream()
			.collect(Collectors.toMap(ChangeRequest::kind, (wish) -> wish));
		LineTerms terms = terms(draft, line, wished, line.consultantId());
		ChangeRequest person = wished.get(ChangeRequest.Kind.PERSON);
		Optional<Match> other = (person == null) ? Optional.empty()
				: other(proposal, draft, line, terms, person.wish());
		Optional<Price> price = other.flatMap((match) -> this.drafting.price(draft, position(proposal, line),
				match.candidate(), terms.period().from()));
		if (other.isPresent() && price.isPresent()) {
			LineTerms theirs = terms(draft, line, wished, other.get().candidate().id());
			return draft.replace(line, position(proposal, line), other.get(),
					Reasons.of(other.get(), this.explanations), theirs.at(price.get()));
		}
		line.change(terms);
		if (person != null) {
			nobody.add(line.consultantName());
		}
		return line;
	}

	private Position position(Proposal proposal, ProposalLine line) {
		return request(proposal).requirePosition(line.positionNumber());
	}

	/** As many days as before, unless another number was asked for. */
	private LineTerms terms(ProposalRevision draft, ProposalLine line, Map<ChangeRequest.Kind, ChangeRequest> wished,
			long person) {
		LineTerms terms = line.terms();
		ChangeRequest start = wished.get(ChangeRequest.Kind.START);
		ChangeRequest days = wished.get(ChangeRequest.Kind.DAYS);
		LocalDate from = (start != null) ? start.start() : terms.period().from();
		if (start == null && days == null) {
			return terms;
		}
		DayCount count = (days != null) ? days.days() : line.days();
		return terms.during(count.isZero() ? new Course(new Period(from, from), terms.pattern())
				: this.estimates.course(draft.terms(), draft.organisationId(), from, count, terms.pattern(), person));
	}

	private Optional<Match> other(Proposal proposal, ProposalRevision draft, ProposalLine line, LineTerms terms,
			String wish) {
		StaffingRequest request = request(proposal);
		Position position = request.requirePosition(line.positionNumber());
		if (!wish.equals(ChangeRequest.ANYBODY)) {
			return this.consultants.idOf(wish).flatMap((id) -> this.matching.match(request, position, id));
		}
		Set<Long> there = draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
		return this.bookings
			.free(draft, this.matching.best(request, SOUGHT).getOrDefault(position, List.of()), (match) -> terms)
			.stream()
			.filter((match) -> !there.contains(match.candidate().id()))
			.findFirst();
	}

	private CounterProposal require(Proposal proposal, long id) {
		return this.counters.find(id, proposal.id()).orElseThrow(NotFound::new);
	}

	/** For whom the proposal exists, its request does. */
	private StaffingRequest request(Proposal proposal) {
		return this.requests.require(proposal.requestId(), Viewer.muster());
	}

	private Notice notice(Notice.Kind kind, Proposal proposal, CurrentUser by, @Nullable String detail) {
		return new Notice(kind, proposal.reference(), request(proposal).title(), "/proposals/" + proposal.reference(),
				by.name(), detail);
	}

}
