package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.WorkingDays.Course;
import org.muster.matching.Match;
import org.muster.matching.MatchExplanations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Account managers answer change requests by drafting what was asked for. */
@Service
class CounterAnswers {

	private final CounterProposals counters;

	private final AllProposals proposals;

	private final Drafting drafting;

	private final Estimates estimates;

	private final Replacements replacements;

	private final MatchExplanations explanations;

	private final ApplicationEventPublisher events;

	CounterAnswers(CounterProposals counters, AllProposals proposals, Drafting drafting, Estimates estimates,
			Replacements replacements, MatchExplanations explanations, ApplicationEventPublisher events) {
		this.counters = counters;
		this.proposals = proposals;
		this.drafting = drafting;
		this.estimates = estimates;
		this.replacements = replacements;
		this.explanations = explanations;
		this.events = events;
	}

	/**
	 * The draft that answers a change request.
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
	public Answered answer(String reference, long id, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		CounterProposal counter = this.counters.require(id, proposal);
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
				ProposalLine put = put(draft, line, wishes, nobody);
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
		this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_EDITED, reference,
				String.valueOf(draft.number())));
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
	private ProposalLine put(ProposalRevision draft, ProposalLine line, List<ChangeRequest> wishes,
			List<String> nobody) {
		Map<ChangeRequest.Kind, ChangeRequest> wished = wishes.stream()
			.collect(Collectors.toMap(ChangeRequest::kind, (wish) -> wish));
		LineTerms terms = terms(draft, line, wished, line.consultantId());
		ChangeRequest person = wished.get(ChangeRequest.Kind.PERSON);
		Optional<Replacements.Replacement> other = (person == null) ? Optional.empty()
				: this.replacements.of(draft, line, terms, person.wish());
		if (other.isPresent()) {
			Match match = other.get().match();
			LineTerms theirs = terms(draft, line, wished, match.candidate().id());
			return draft.replace(line, other.get().position(), match, Reasons.of(match, this.explanations),
					theirs.at(other.get().price()));
		}
		line.change(terms);
		if (person != null) {
			nobody.add(line.consultantName());
		}
		return line;
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

}
