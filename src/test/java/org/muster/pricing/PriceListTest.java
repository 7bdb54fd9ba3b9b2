package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

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
		return price(list, day, own, currency, TODAY);
	}

	private static String price(PriceList list, LocalDate day, String own, String currency, LocalDate since) {
		return list.price(JobRole.BACK_END, Seniority.LEAD, LISBON, day, Money.of(own, currency), since)
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

	@Test
	void anEntryOfTheCardIsRaisedByEveryRiseAfterItsFirstDayHoweverLongAgo() {
		LocalDate first = LocalDate.of(2025, 3, 1);
		BigDecimal percent = new BigDecimal("8");
		Map<LocalDate, BigDecimal> rises = Map.of(first, percent, first.plusYears(1), percent, first.plusYears(2),
				percent);
		LocalDate before = LocalDate.of(2027, 2, 28);
		LocalDate after = LocalDate.of(2027, 3, 1);
		PriceList old = list("EUR", rises, from("2025-01-01"));
		assertThat(price(old, before, "1", "EUR")).isEqualTo("583.20 EUR CARD");
		assertThat(price(old, after, "1", "EUR")).isEqualTo("629.86 EUR CARD");
		assertThat(price(list("EUR", rises, from("2025-03-01")), before, "1", "EUR")).isEqualTo("540.00 EUR CARD");
		assertThat(price(list("EUR", rises, from("2026-03-01")), before, "1", "EUR")).isEqualTo("500.00 EUR CARD");
		// One that begins later names what holds then.
		assertThat(price(list("EUR", rises, from("2027-02-01")), after, "1", "EUR")).isEqualTo("540.00 EUR CARD");
		assertThat(price(list("EUR", rises, from("2027-03-01")), after, "1", "EUR")).isEqualTo("500.00 EUR CARD");
	}

	private static RateCards.Entry from(String day) {
		return PriceListsOf.entry(JobRole.BACK_END, Seniority.LEAD, null, "EUR", "500.00", day);
	}

	@Test
	void anOwnRateIsRaisedByEveryRiseAfterTheDayOnWhichItWasSetHoweverLongAgo() {
		LocalDate first = LocalDate.of(2025, 3, 1);
		BigDecimal percent = new BigDecimal("8");
		PriceList list = list("EUR", Map.of(first, percent, first.plusYears(1), percent, first.plusYears(2), percent));
		LocalDate before = LocalDate.of(2027, 2, 28);
		LocalDate after = LocalDate.of(2027, 3, 1);
		assertThat(price(list, before, "500", "EUR", first.minusDays(1))).isEqualTo("583.20 EUR OWN");
		assertThat(price(list, after, "500", "EUR", first.minusDays(1))).isEqualTo("629.86 EUR OWN");
		assertThat(price(list, before, "500", "EUR", first)).isEqualTo("540.00 EUR OWN");
		assertThat(price(list, before, "500", "EUR", TODAY)).isEqualTo("500.00 EUR OWN");
		assertThat(price(list, after, "500", "EUR", TODAY)).isEqualTo("540.00 EUR OWN");
		// One that applies from a later day on names what holds then.
		assertThat(price(list, after, "500", "EUR", after)).isEqualTo("500.00 EUR OWN");
	}

	@Test
	void aPriceIsTheSameOnBothSidesOfADayOnWhichRatesRise() {
		LocalDate rise = LocalDate.of(2026, 12, 1);
		LocalDate work = LocalDate.of(2027, 1, 11);
		for (String entry : List.of("2025-01-01", "2026-12-01", "2026-12-24")) {
			assertThat(Stream.of(rise.minusDays(1), rise, rise.plusDays(1))
				.map((today) -> price(PriceListsOf.of(ExchangeRates.standard(), "EUR", List.of(from(entry)),
						Map.of(rise, new BigDecimal("8")), today), work, "1", "EUR")))
				.containsOnly(entry.startsWith("2025") ? "540.00 EUR CARD" : "500.00 EUR CARD");
		}
	}

	@Test
	void aDayInFebruaryCostsTheSameByTheOwnRateOnTheLastDayOfTheYearAndOnTheFirstOfTheNext() {
		LocalDate rise = LocalDate.of(2027, 1, 1);
		LocalDate february = LocalDate.of(2027, 2, 8);
		for (String since : List.of("2024-01-01", "2026-12-31", "2027-01-01", "2027-02-01")) {
			assertThat(Stream.of(rise.minusDays(1), rise, rise.plusDays(1))
				.map((today) -> price(PriceListsOf.of(ExchangeRates.standard(), "EUR", List.of(),
						Map.of(rise, new BigDecimal("2")), today), february, "500", "EUR", LocalDate.parse(since))))
				.as(since)
				.containsOnly(since.startsWith("2027") ? "500.00 EUR OWN" : "510.00 EUR OWN");
		}
	}

	@Test
	void ratesRiseWhileTheirAgreementLasts() {
		FrameAgreement agreement = new FrameAgreement(1, "Frame",
				new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 2, 29)), new TreeMap<>(),
				LocalDate.of(2025, 3, 1), new BigDecimal("8"));
		assertThat(agreement.rises(LocalDate.of(2040, 1, 1))).containsExactly(LocalDate.of(2026, 3, 1),
				LocalDate.of(2027, 3, 1));
	}

}
