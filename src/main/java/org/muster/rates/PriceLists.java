package org.muster.rates;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
		LocalDate today = LocalDate.now(this.clock);
		return new PriceList(this.cards.of(organisation), this.exchange, currency, rises(organisation, today), today);
	}

	/**
	 * By how much the frame agreement that holds today raises rates, by the day.
	 * @param since the day on which rates were as they are before they rise
	 */
	public Map<LocalDate, BigDecimal> rises(long organisation, LocalDate since) {
		LocalDate today = LocalDate.now(this.clock);
		Map<LocalDate, BigDecimal> rises = new LinkedHashMap<>();
		this.agreements.on(organisation, today)
			.ifPresent((agreement) -> agreement.rises(today.plusYears(YEARS_AHEAD))
				.stream()
				.filter((day) -> day.isAfter(since))
				.forEach((day) -> rises.put(day, Objects.requireNonNull(agreement.indexPercent()))));
		return rises;
	}

}
