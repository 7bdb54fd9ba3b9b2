package org.muster.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.muster.money.ExchangeRates;

import org.springframework.stereotype.Component;

/** The price lists of clients, as they are today. */
@Component
public class PriceLists {

	/** No work is offered that is as far away. */
	private static final int YEARS_AHEAD = 30;

	private final RateCards cards;

	private final FrameAgreements agreements;

	private final ExchangeRates exchange;

	private final Clock clock;

	PriceLists(RateCards cards, FrameAgreements agreements, ExchangeRates exchange, Clock clock) {
		this.cards = cards;
		this.agreements = agreements;
		this.exchange = exchange;
		this.clock = clock;
	}

	/**
	 * @param organisation the client's id
	 * @param currency ISO 4217
	 */
	public PriceList of(long organisation, String currency) {
		return of(organisation, currency, LocalDate.now(this.clock));
	}

	/**
	 * The same with what rates have risen by until another day.
	 */
	public PriceList of(long organisation, String currency, LocalDate asOf) {
		return new PriceList(this.cards.of(organisation), this.exchange, currency, rises(organisation), asOf);
	}

	/**
	 * By how much rates rise, by the day: till today as every frame agreement has it that
	 * held then, since what has risen does not fall when an agreement ends, and from then
	 * on as the one has it that holds today.
	 */
	public NavigableMap<LocalDate, BigDecimal> rises(long organisation) {
		LocalDate today = LocalDate.now(this.clock);
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>();
		for (FrameAgreement agreement : this.agreements.of(organisation)) {
			LocalDate until = agreement.period().contains(today) ? today.plusYears(YEARS_AHEAD) : today;
			agreement.rises(until).forEach((day) -> rises.put(day, Objects.requireNonNull(agreement.indexPercent())));
		}
		return rises;
	}

}
