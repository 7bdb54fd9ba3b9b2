package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.money.ExchangeRates;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/** Price lists without a database. */
public final class PriceListsOf {

	private PriceListsOf() {
	}

	/** An entry for all clients, of which the last added counts least. */
	public static RateCards.Entry entry(JobRole role, @Nullable Seniority seniority, @Nullable String country,
			String currency, String dayRate, String from) {
		return new RateCards.Entry(role, seniority, country, null, currency, new BigDecimal(dayRate),
				LocalDate.parse(from), null);
	}

	public static PriceList of(ExchangeRates exchange, String currency, List<RateCards.Entry> entries,
			Map<LocalDate, BigDecimal> rises, LocalDate today) {
		List<CardRate> rates = entries.stream()
			.map((one) -> new CardRate(entries.indexOf(one), null, one.role(), one.seniority(), one.country(),
					one.region(), one.currency(), one.dayRate(), one.from(), one.to()))
			.toList();
		return new PriceList(new RateCard(rates), exchange, currency, rises, today);
	}

}
