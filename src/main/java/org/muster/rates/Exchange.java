package org.muster.rates;

import java.math.BigDecimal;
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

	/**
	 * @throws IllegalArgumentException if a currency is none of ISO 4217, or a rate is
	 * not above zero
	 */
	@Bean
	ExchangeRates exchangeRates(Environment environment) {
		Map<String, BigDecimal> own = new TreeMap<>();
		own.putAll(configured(environment, FORMER_NAME));
		own.putAll(configured(environment, NAME));
		own.keySet().forEach(Currency::getInstance);
		return ExchangeRates.standard().with(own);
	}

	private static Map<String, BigDecimal> configured(Environment environment, String name) {
		Map<String, BigDecimal> rates = new TreeMap<>();
		Binder.get(environment)
			.bind(name, Bindable.mapOf(String.class, BigDecimal.class))
			.orElseGet(Map::of)
			.forEach((currency, rate) -> rates.put(currency.toUpperCase(Locale.ROOT), rate));
		return rates;
	}

}
