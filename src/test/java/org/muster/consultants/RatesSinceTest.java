package org.muster.consultants;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.muster.calendar.Place;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Since when a bill rate is what it is. */
class RatesSinceTest {

	private static final LocalDate HIRED = LocalDate.of(2026, 3, 3);

	private static final LocalDate TODAY = LocalDate.of(2026, 12, 15);

	private final Consultant person = new Consultant("C-1",
			new Consultant.Profile("Ana", "", "ana@pool.example", null, Set.of(JobRole.BACK_END), Seniority.SENIOR, 5,
					new Place("PT", null), null, "Europe/Lisbon", Employment.EMPLOYEE, Set.of(WorkMode.REMOTE), "EUR",
					HIRED, List.of(), Map.of()),
			rates("300", "400"), "Rui", on(HIRED));

	/** Early in the morning, when it is still yesterday elsewhere. */
	private static Clock on(LocalDate day) {
		ZoneId home = ZoneId.of("Pacific/Auckland");
		return Clock.fixed(day.atTime(1, 0).atZone(home).toInstant(), home);
	}

	private static Consultant.Rates rates(String pay, String bill) {
		return new Consultant.Rates(new BigDecimal(pay), new BigDecimal(bill));
	}

	private void charge(String pay, String bill, LocalDate from, LocalDate today) {
		this.person.charge(rates(pay, bill), from, "Rui", on(today));
	}

	/** Of each of the rates, the latest first. */
	private List<String> rates() {
		return this.person.rates().stream().map((rate) -> rate.rates().bill() + " " + rate.since()).toList();
	}

	@Test
	void aRateIsOfTheDayOnWhichItWasSetWhateverDayItIsElsewhere() {
		assertThat(rates()).containsExactly("400 2026-03-03");
		charge("300", "420", TODAY, TODAY);
		assertThat(rates()).containsExactly("420 2026-12-15", "400 2026-03-03");
		charge("300", "430", TODAY.minusDays(30), TODAY);
		assertThat(rates()).containsExactly("420 2026-12-15", "430 2026-12-15", "400 2026-03-03");
	}

	@Test
	void aRateThatAppliesLaterIsOfTheDayFromWhichOnItDoes() {
		charge("300", "420", LocalDate.of(2027, 4, 1), TODAY);
		assertThat(rates()).containsExactly("420 2027-04-01", "400 2026-03-03");
	}

	@Test
	void aBillRateThatStaysKeepsItsDayWhenThePayRateChanges() {
		charge("320", "400", TODAY, TODAY);
		charge("340", "400.00", LocalDate.of(2027, 4, 1), TODAY);
		charge("340", "400.00", LocalDate.of(2027, 4, 1), TODAY.plusDays(1));
		assertThat(rates()).containsExactly("400.00 2026-03-03", "400 2026-03-03", "400 2026-03-03");
	}

	@Test
	void whoSaysAnotherDayIsBelievedWhetherTheAmountsChangeOrNot() {
		LocalDate agreed = LocalDate.of(2025, 2, 1);
		charge(rates("300", "400"), TODAY, agreed);
		assertThat(rates()).containsExactly("400 2025-02-01");
		charge(rates("300", "410"), TODAY, agreed);
		assertThat(rates()).containsExactly("410 2025-02-01", "400 2025-02-01");
		charge(rates("300", "410"), TODAY.plusDays(1), TODAY);
		assertThat(rates()).containsExactly("410 2026-12-15", "400 2025-02-01");
	}

	private void charge(Consultant.Rates rates, LocalDate from, LocalDate since) {
		this.person.charge(new DatedRates(rates, since), from, "Rui", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));
	}

	@Test
	void anAmountThatWasTypedWrongAndIsPutRightIsAsItWas() {
		charge("300", "4000", TODAY, TODAY);
		charge("300", "400", TODAY, TODAY);
		assertThat(rates()).containsExactly("400 2026-03-03", "400 2026-03-03");
	}

}
