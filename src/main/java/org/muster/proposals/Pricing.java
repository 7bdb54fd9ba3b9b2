package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.muster.calendar.DayCount;
import org.muster.consultants.Candidate;
import org.muster.money.ExchangeRates;
import org.muster.rates.FrameAgreement;
import org.muster.rates.FrameAgreements;
import org.muster.rates.RateCard;
import org.muster.rates.RateCards;
import org.muster.requests.Position;

import org.springframework.stereotype.Component;

/** What drafts are priced by: the rate card, frame agreements, rates of exchange, VAT. */
@Component
class Pricing {

	/** For as long ahead rates rise in new drafts. */
	private static final int YEARS_AHEAD = 3;

	private final RateCards cards;

	private final FrameAgreements agreements;

	private final Proposals proposals;

	private final ExchangeRates exchange;

	private final Factors factors;

	private final Taxation taxation;

	private final Clock clock;

	Pricing(RateCards cards, FrameAgreements agreements, Proposals proposals, ExchangeRates exchange, Factors factors,
			Taxation taxation, Clock clock) {
		this.cards = cards;
		this.agreements = agreements;
		this.proposals = proposals;
		this.exchange = exchange;
		this.factors = factors;
		this.taxation = taxation;
		this.clock = clock;
	}

	RateCard card(ProposalRevision draft) {
		return this.cards.of(draft.organisationId(), draft.currency());
	}

	/**
	 * What a day of somebody costs: by the card, or else by the person's own rate, at the
	 * rate of exchange where that is in another currency.
	 */
	BigDecimal rate(RateCard card, ProposalRevision draft, Position position, Candidate candidate, LocalDate start) {
		return card.rate(position.role(), position.seniority(), candidate.place(), start)
			.orElseGet(() -> this.exchange.canConvert(candidate.currency(), draft.currency())
					? this.exchange.convert(candidate.billRate(), candidate.currency(), draft.currency())
					: candidate.billRate());
	}

	/** By how much rates rise in a new draft for an organisation, by the day. */
	Map<LocalDate, BigDecimal> rises(long organisation) {
		LocalDate today = LocalDate.now(this.clock);
		Map<LocalDate, BigDecimal> rises = new LinkedHashMap<>();
		this.agreements.on(organisation, today)
			.ifPresent((agreement) -> agreement.rises(today.plusYears(YEARS_AHEAD))
				.stream()
				.filter((day) -> day.isAfter(today))
				.forEach((day) -> rises.put(day, Objects.requireNonNull(agreement.indexPercent()))));
		return rises;
	}

	/** Adds up a draft whose lines have been priced. */
	void reckon(ProposalRevision draft) {
		Optional<FrameAgreement> agreement = this.agreements.on(draft.organisationId(), LocalDate.now(this.clock));
		DayCount before = agreement.filter((one) -> !one.tiers().isEmpty())
			.map((one) -> new DayCount(this.proposals.acceptedHalfDays(draft.organisationId(),
					one.period().from().atStartOfDay(this.clock.getZone()).toInstant(),
					one.period().to().plusDays(1).atStartOfDay(this.clock.getZone()).toInstant())))
			.orElse(DayCount.ZERO);
		draft.agree(agreement.map(FrameAgreement::name).orElse(null), before,
				agreement.map((one) -> one.discount(before.plus(draft.days()))).orElse(BigDecimal.ZERO));
		this.taxation.reckon(draft);
	}

	ExchangeRates exchange() {
		return this.exchange;
	}

	Factors factors() {
		return this.factors;
	}

}
