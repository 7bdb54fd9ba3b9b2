package org.muster.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.muster.money.ExchangeRates;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The rates of exchange that are configured are those that are used. */
class ExchangeTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);

	private static ExchangeRates rates(String... properties) {
		MockEnvironment environment = new MockEnvironment();
		for (int at = 0; at < properties.length; at += 2) {
			environment.setProperty(properties[at], properties[at + 1]);
		}
		return new Exchange().exchangeRates(environment, CLOCK);
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

	@Test
	void aRateOfTheInstallationIsNotSaidToBeOfTheDayOfTheOthers() {
		LocalDate shipped = ExchangeRates.standard().date();
		assertThat(rates("muster.exchange-rates.KWD", "0.355").date("EUR", "KWD")).isEqualTo("2026-11-27");
		ExchangeRates dated = rates("muster.exchange-rates.KWD", "0.355", "muster.exchange-rates.date", "2026-10-01");
		assertThat(dated.date("KWD", "EUR")).isEqualTo("2026-10-01");
		assertThat(dated.date("GBP", "EUR")).isEqualTo(shipped);
		assertThat(dated.date("GBP", "KWD")).isEqualTo("2026-10-01");
	}

	@Test
	void theRateBetweenTwoCurrenciesConvertsAsTheyDo() {
		ExchangeRates rates = ExchangeRates.standard();
		for (int rate = 100_000; rate < 2_000_000; rate += 1000) {
			for (String from : List.of("HUF", "CZK", "JPY")) {
				BigDecimal amount = BigDecimal.valueOf(rate);
				assertThat(amount.multiply(rates.between(from, "EUR")).setScale(2, RoundingMode.HALF_UP))
					.isEqualByComparingTo(rates.convert(amount, from, "EUR"));
			}
		}
	}

}
