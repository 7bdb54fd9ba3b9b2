package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.calendar.DayCount;
import org.muster.daycalculator.CountedDays;
import org.muster.daycalculator.DraftSeat;
import org.muster.daycalculator.DraftsForDays;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.pricing.Price;
import org.muster.pricing.PriceList;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes days that were counted lines of drafts. */
@Component
class CountedLines implements DraftsForDays {

	private final AllProposals proposals;

	private final Requests requests;

	private final Matching matching;

	private final Bookings bookings;

	private final DraftPricing pricing;

	private final Estimates estimates;

	private final Drafting drafting;

	private final Clock clock;

	CountedLines(AllProposals proposals, Requests requests, Matching matching, Bookings bookings, DraftPricing pricing,
			Estimates estimates, Drafting drafting, Clock clock) {
		this.proposals = proposals;
		this.requests = requests;
		this.matching = matching;
		this.bookings = bookings;
		this.pricing = pricing;
		this.estimates = estimates;
		this.drafting = drafting;
		this.clock = clock;
	}

	@Override
	public List<DraftSeat> seats(int most) {
		return this.proposals.draftSeats(Limit.of(most));
	}

	@Override
	@Transactional
	public Added add(String reference, int positionNumber, @Nullable Long consultant, CountedDays counted,
			CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		ProposalRevision draft = proposal.requireDraft(null);
		StaffingRequest request = this.requests.require(proposal.requestId(), by.viewer());
		Position position = request.requirePosition(positionNumber);
		Predicate<Long> there = (one) -> draft.lines()
			.stream()
			.anyMatch((line) -> line.consultantId() == one && line.period().overlaps(counted.period()));
		if (consultant != null && there.test(consultant)) {
			return Added.THERE;
		}
		if (draft.lines().size() >= ProposalRevision.MOST_LINES) {
			return Added.FULL;
		}
		PriceList prices = this.pricing.prices(draft);
		Optional<Match> match = (consultant != null) ? this.matching.match(request, position, consultant)
				: this.bookings
					.free(draft,
							this.pricing.priceable(this.matching.best(request, draft.lines().size() + Drafting.SPARE)
								.getOrDefault(position, List.of()), prices),
							(one) -> terms(counted, draft, prices, position, one))
					.stream()
					.filter((one) -> !there.test(one.candidate().id()))
					.findFirst();
		if (match.isEmpty()) {
			return Added.NOBODY;
		}
		Match found = match.get();
		if (!this.pricing.isPriceable(found.candidate(), prices)) {
			return Added.UNPRICED;
		}
		this.drafting.add(draft, prices, position, found, terms(counted, draft, prices, position, found), by);
		return Added.DONE;
	}

	private LineTerms terms(CountedDays counted, ProposalRevision draft, PriceList prices, Position position,
			Match match) {
		// What was typed is as of today, whatever rates rose by since the draft was made.
		LineTerms terms = counted.rateIn(draft.currency())
			.map((rate) -> new LineTerms(counted.pattern(), counted.period(), rate, LocalDate.now(this.clock),
					BigDecimal.ZERO, false))
			.orElseGet(() -> {
				Price price = this.pricing.price(prices, position, match.candidate(), counted.period().from());
				return new LineTerms(counted.pattern(), counted.period(), price.amount(), price.asOf(), BigDecimal.ZERO,
						false);
			});
		DayCount number = counted.number();
		return (number != null)
				? this.estimates.lasting(draft.terms(), draft.organisationId(), terms, number, match.candidate().id())
				: terms;
	}

}
