package org.muster.rates;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.muster.money.ExchangeRates;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The rates of exchange that are configured are those that are used. */
class ExchangeTest {

	private static ExchangeRates rates(String... properties) {
		MockEnvironment environment = new MockEnvironment();
		for (int at = 0; at < properties.length; at += 2) {
			environment.setProperty(properties[at], properties[at + 1]);
		}
		return new Exchange().exchangeRates(environment);
	}

	@Test
	void theDocumentedPropertyIsReadAndTheFormerNameStillIs() {
		assertThat(rates("muster.exchange-rates.SGD", "1.5").currencies()).contains("SGD", "EUR", "GBP");
		assertThat(rates("muster.exchange-rates.sgd", "1.5").convert(new BigDecimal("480"), "EUR", "SGD"))
			.isEqualByComparingTo("720");
		assertThat(rates("muster.matching.exchange-rates.GBP", "0.5", "muster.exchange-rates.CHF", "2").perEuro())
			.containsEntry("GBP", new BigDecimal("0.5"))
			.containsEntry("CHF", new BigDecimal("2"));
		assertThat(rates("muster.matching.exchange-rates.GBP", "0.5", "muster.exchange-rates.GBP", "0.6").perEuro())
			.containsEntry("GBP", new BigDecimal("0.6"));
	}

	@Test
	void nonsenseIsRefusedAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> rates("muster.exchange-rates.SGD", "0"));
		assertThatIllegalArgumentException().isThrownBy(() -> rates("muster.exchange-rates.XYZ", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> rates("muster.exchange-rates.EUR", "2"));
	}

	@Test
	void amountsAreRoundedToTheDecimalsOfTheirCurrency() {
		ExchangeRates rates = rates("muster.exchange-rates.KWD", "0.3333");
		assertThat(rates.convert(new BigDecimal("100.01"), "EUR", "JPY")).isEqualTo("17902");
		assertThat(rates.convert(new BigDecimal("100.01"), "EUR", "KWD")).isEqualTo("33.333");
	}

}
