package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.muster.consultants.Candidate;
import org.muster.consultants.DatedRates;
import org.muster.matching.Match;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.pricing.FrameAgreement;
import org.muster.pricing.Price;
import org.muster.pricing.PriceList;
import org.muster.pricing.PriceLists;
import org.muster.pricing.RateMultipliers;
import org.muster.pricing.VolumeDiscount;
import org.muster.pricing.VolumeDiscounts;
import org.muster.requests.Position;

import org.springframework.stereotype.Component;

/** What drafts are priced by: the rate card, frame agreements, rates of exchange, VAT. */
@Component
class DraftPricing {

	private final PriceLists lists;

	private final VolumeDiscounts discounts;

	private final ExchangeRates exchange;

	private final RateMultipliers factors;

	private final Taxation taxation;

	DraftPricing(PriceLists lists, VolumeDiscounts discounts, ExchangeRates exchange, RateMultipliers factors,
			Taxation taxation) {
		this.lists = lists;
		this.discounts = discounts;
		this.exchange = exchange;
		this.factors = factors;
		this.taxation = taxation;
	}

	/** What days of people cost the client of a draft, in its currency. */
	PriceList prices(ProposalRevision draft) {
		return this.lists.of(draft.organisationId(), draft.currency(), draft.ratesAsOf());
	}

	/**
	 * What a day of somebody costs, before it rises any more.
	 * @throws NoExchangeRate if the person's rates cannot be converted into the currency
	 * of the list: neither the price nor the margin would be known
	 */
	Price price(PriceList prices, Position position, Candidate candidate, LocalDate start) {
		if (!isPriceable(candidate, prices)) {
			throw new NoExchangeRate(candidate, prices.currency());
		}
		DatedRates own = candidate.ratesOn(start);
		return prices
			.base(position.role(), position.seniority(), candidate.place(), start,
					Money.of(own.bill(), candidate.currency()), own.since())
			.orElseThrow();
	}

	/** Those whose days can be priced. */
	List<Match> priceable(List<Match> matches, PriceList prices) {
		return matches.stream().filter((match) -> isPriceable(match.candidate(), prices)).toList();
	}

	/** Whether what a person is paid is known in the currency of a list. */
	boolean isPriceable(Candidate candidate, PriceList prices) {
		return this.exchange.canConvert(candidate.currency(), prices.currency());
	}

	/**
	 * Takes up what frame agreements raise rates by until the last day of the work; what
	 * was typed stays.
	 */
	void raise(ProposalRevision draft) {
		NavigableMap<LocalDate, BigDecimal> rises = this.lists.rises(draft.organisationId())
			.tailMap(draft.ratesAsOf(), false);
		LocalDate last = draft.lines()
			.stream()
			.map((line) -> line.period().to())
			.max(LocalDate::compareTo)
			.orElse(draft.ratesAsOf());
		draft.raise(last.isAfter(draft.ratesAsOf()) ? rises.headMap(last, true) : Map.of());
	}

	/** Adds up a draft whose lines have been priced. */
	void addUp(ProposalRevision draft) {
		VolumeDiscount discount = this.discounts.of(draft.organisationId());
		FrameAgreement agreement = discount.agreement();
		draft.agree((agreement != null) ? agreement.name() : null, discount.before(), discount.percent(draft.days()));
		this.taxation.addUp(draft);
	}

	ExchangeRates exchange() {
		return this.exchange;
	}

	RateMultipliers factors() {
		return this.factors;
	}

}
