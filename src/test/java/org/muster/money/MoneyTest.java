package org.muster.money;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTest {

	@Test
	void roundsHalfUpToTheDecimalsOfTheCurrency() {
		assertThat(Money.of("10.005", "EUR").rounded()).isEqualTo(Money.of("10.01", "EUR"));
		assertThat(Money.of("10.5", "JPY").rounded()).isEqualTo(Money.of("11", "JPY"));
	}

	@Test
	void refusesToReckonTwoCurrenciesTogether() {
		assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aDayRateIsAboveZeroAndHasFourDecimalsAtMost() {
		assertThat(DayRate.valid(new BigDecimal("450.5"))).isEqualByComparingTo("450.50");
		for (String wrong : new String[] { "0", "-1", "450.55555", "100000000.01" }) {
			assertThatThrownBy(() -> DayRate.valid(new BigDecimal(wrong))).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void aRateThatRisesHasTheDecimalsOfItsCurrency() {
		BigDecimal percent = new BigDecimal("3.1");
		assertThat(DayRate.raised(Money.of("46125", "JPY"), percent)).isEqualTo(Money.of("47555", "JPY"));
		assertThat(DayRate.raised(Money.of("447.75", "EUR"), percent)).isEqualTo(Money.of("461.63", "EUR"));
		assertThat(DayRate.raised(Money.of("121.375", "KWD"), percent)).isEqualTo(Money.of("125.138", "KWD"));
	}

	@Test
	void theMarginIsAShareOfTheBillRate() {
		assertThat(DayRate.marginPercent(new BigDecimal("400"), new BigDecimal("300"))).isEqualByComparingTo("25.0");
	}

	@Test
	void vatIsDomesticReverseChargedOrOutOfScope() {
		LocalDate day = LocalDate.of(2026, 6, 1);
		VatTerritory portugal = VatTerritory.of("PT");
		assertThat(Vat.between(portugal, portugal, day))
			.isEqualTo(new Vat(Vat.Treatment.DOMESTIC, new BigDecimal("23")));
		assertThat(Vat.between(portugal, VatTerritory.of("DE"), day).treatment())
			.isEqualTo(Vat.Treatment.REVERSE_CHARGE);
		assertThat(Vat.between(portugal, VatTerritory.of("US"), day).treatment())
			.isEqualTo(Vat.Treatment.OUTSIDE_SCOPE);
		assertThat(Vat.between(portugal, portugal, day).on(Money.of("68990.00", "EUR")))
			.isEqualTo(Money.of("15867.70", "EUR"));
	}

}
