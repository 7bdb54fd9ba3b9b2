package org.muster.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.Place;
import org.muster.consultants.JobRole;
import org.muster.consultants.Seniority;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;

import static org.assertj.core.api.Assertions.assertThat;

class PriceListTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

	private static final Place LISBON = new Place("PT", null);

	private static PriceList list(String currency, Map<LocalDate, BigDecimal> rises, RateCards.Entry... entries) {
		return PriceListsOf.of(ExchangeRates.standard(), currency, List.of(entries), rises, TODAY);
	}

	private static RateCards.Entry entry(@Nullable Seniority seniority, String currency, String rate) {
		return PriceListsOf.entry(JobRole.BACK_END, seniority, null, currency, rate, "2026-01-01");
	}

	private static String price(PriceList list, LocalDate day, String own, String currency) {
		return list.price(JobRole.BACK_END, Seniority.LEAD, LISBON, day, Money.of(own, currency))
			.map((price) -> price.rate() + " " + price.rule())
			.orElse("none");
	}

	@Test
	void theCardCountsBeforeTheOwnRateAndIsConverted() {
		assertThat(price(list("EUR", Map.of()), TODAY, "610", "EUR")).isEqualTo("610.00 EUR OWN");
		assertThat(price(list("CHF", Map.of()), TODAY, "610", "EUR")).isEqualTo("567.30 CHF OWN");
		assertThat(price(list("CHF", Map.of(), entry(Seniority.LEAD, "EUR", "740")), TODAY, "610", "EUR"))
			.isEqualTo("688.20 CHF CARD");
		// Another seniority was asked for.
		assertThat(price(list("CHF", Map.of(), entry(Seniority.SENIOR, "EUR", "740")), TODAY, "610", "EUR"))
			.isEqualTo("567.30 CHF OWN");
		// That which names more, whatever its currency; of equals that in the currency
		// asked.
		assertThat(price(list("CHF", Map.of(), entry(null, "CHF", "700"), entry(Seniority.LEAD, "EUR", "740")), TODAY,
				"610", "EUR"))
			.isEqualTo("688.20 CHF CARD");
		assertThat(
				price(list("CHF", Map.of(), entry(Seniority.LEAD, "EUR", "740"), entry(Seniority.LEAD, "CHF", "700")),
						TODAY, "610", "EUR"))
			.isEqualTo("700 CHF CARD");
	}

	@Test
	void nothingIsConvertedWithoutARate() {
		assertThat(price(list("SGD", Map.of()), TODAY, "610", "EUR")).isEqualTo("none");
		assertThat(price(list("SGD", Map.of(), entry(Seniority.LEAD, "EUR", "740")), TODAY, "610", "EUR"))
			.isEqualTo("none");
		assertThat(price(list("SGD", Map.of()), TODAY, "610", "SGD")).isEqualTo("610.00 SGD OWN");
		assertThat(price(list("KRW", Map.of(), entry(Seniority.LEAD, "KRW", "740000")), TODAY, "610", "EUR"))
			.isEqualTo("740000 KRW CARD");
	}

	@Test
	void aPriceIsThatOfTheFirstDay() {
		PriceList list = list("EUR", Map.of(LocalDate.of(2027, 3, 1), new BigDecimal("3.1")));
		assertThat(price(list, LocalDate.of(2027, 2, 28), "447.75", "EUR")).isEqualTo("447.75 EUR OWN");
		assertThat(price(list, LocalDate.of(2027, 3, 1), "447.75", "EUR")).isEqualTo("461.63 EUR OWN");
		assertThat(list.firstDay(LocalDate.of(2026, 1, 1))).isEqualTo(TODAY);
		assertThat(list.firstDay(LocalDate.of(2027, 1, 1))).isEqualTo("2027-01-01");
	}

}
