package org.muster.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.muster.money.ExchangeRates;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The rates of exchange of this installation, for whatever converts: those that come with
 * Muster, and over them {@code muster.exchange-rates.<currency>}, how much of a currency
 * one euro buys.
 */
@Configuration(proxyBeanMethods = false)
class Exchange {

	private static final String NAME = "muster.exchange-rates";

	/** The name that was read before {@link #NAME} was; it still is. */
	private static final String FORMER_NAME = "muster.matching.exchange-rates";

	/** Of which day the rates of the installation are; of the start, if nobody says. */
	private static final String DATE = "DATE";

	/**
	 * @throws IllegalArgumentException if a currency is none of ISO 4217, or a rate is
	 * not above zero
	 */
	@Bean
	ExchangeRates exchangeRates(Environment environment, Clock clock) {
		Map<String, String> configured = new TreeMap<>();
		configured.putAll(configured(environment, FORMER_NAME));
		configured.putAll(configured(environment, NAME));
		String date = configured.remove(DATE);
		Map<String, BigDecimal> own = new TreeMap<>();
		configured.forEach((currency, rate) -> own.put(Currency.getInstance(currency).getCurrencyCode(),
				new BigDecimal(rate.strip())));
		return ExchangeRates.standard()
			.with(own, (date != null) ? LocalDate.parse(date.strip()) : LocalDate.now(clock));
	}

	private static Map<String, String> configured(Environment environment, String name) {
		Map<String, String> rates = new TreeMap<>();
		Binder.get(environment)
			.bind(name, Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of)
			.forEach((currency, rate) -> rates.put(currency.toUpperCase(Locale.ROOT), rate));
		return rates;
	}

}
