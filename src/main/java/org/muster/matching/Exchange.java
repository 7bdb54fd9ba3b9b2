package org.muster.matching;

import org.muster.money.ExchangeRates;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rates of exchange of this installation, for whoever converts. */
@Configuration(proxyBeanMethods = false)
class Exchange {

	@Bean
	ExchangeRates exchangeRates(MatchingSettings settings) {
		return settings.exchange();
	}

}
