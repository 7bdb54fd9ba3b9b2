package org.muster.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.HolidayCorrection.Kind;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class HolidayCalendarTest {

	private static final Place GERMANY = new Place("DE", null);

	private static final Place BAVARIA = new Place("DE", "by");

	private static final LocalDate TUESDAY = LocalDate.parse("2027-03-09");

	private final List<HolidayCorrection> entered = new ArrayList<>();

	private final HolidayCalendar calendar = new HolidayCalendar(new HolidayCorrections(new JdbcTemplate()) {

		@Override
		List<HolidayCorrection> active() {
			return List.copyOf(HolidayCalendarTest.this.entered);
		}

		@Override
		void add(HolidayCorrection one) {
			HolidayCalendarTest.this.entered.add(one);
		}

	}, Clock.systemUTC());

	private static HolidayCorrection correction(Place place, Kind kind, String date, boolean yearly,
			@Nullable String name) {
		return new HolidayCorrection(0, place, kind, LocalDate.parse(date), yearly, name, "Decree", "Ana",
				Instant.EPOCH, null, null);
	}

	private static HolidayCorrection once(Place place, Kind kind, String date, @Nullable String name) {
		return correction(place, kind, date, false, name);
	}

	private static Period period(String from, String to) {
		return new Period(LocalDate.parse(from), LocalDate.parse(to));
	}

	private List<String> told(Place place, String from, String to) {
		return this.calendar.notice(period(from, to), place)
			.regional()
			.stream()
			.map((one) -> one.date() + (one.holiday() ? " off " : " worked ") + String.join("; ", one.names()))
			.toList();
	}

	@Test
	void whatIsKnownOfASmallerPlaceCountsThereWhicheverWasEnteredLast() {
		this.calendar.correct(once(BAVARIA, Kind.HOLIDAY, "2027-03-09", "Jubilee"));
		this.calendar.correct(once(GERMANY, Kind.HOLIDAY, "2027-03-09", "Unity"));
		this.calendar.correct(once(GERMANY, Kind.WORKING, "2027-03-09", null));
		Period day = new Period(TUESDAY, TUESDAY);
		assertThat(this.calendar.during(day, BAVARIA)).containsEntry(TUESDAY, "Jubilee");
		assertThat(this.calendar.during(day, new Place("DE", "by.ag"))).containsEntry(TUESDAY, "Jubilee");
		assertThat(this.calendar.during(day, GERMANY)).isEmpty();
	}

	@Test
	void alandIsOnePlaceByEitherNameAndOfferedOnce() {
		Place country = new Place("AX", null);
		Place region = new Place("FI", "01");
		Period days = new Period(TUESDAY, TUESDAY.plusDays(1));
		this.calendar.correct(once(new Place("FI", null), Kind.HOLIDAY, "2027-03-09", "Test day"));
		this.calendar.correct(once(country, Kind.HOLIDAY, "2027-03-10", "Island day"));
		assertThat(this.calendar.during(days, country)).hasSize(2).isEqualTo(this.calendar.during(days, region));
		assertThat(this.calendar.during(days, new Place("FI", null))).containsOnlyKeys(TUESDAY);
		assertThat(PublicHolidays.regionsThatDiffer("FI")).isEmpty();
		assertThat(PublicHolidays.choices("FI", "01")).containsKey("01");
	}

	@Test
	void aCorrectionThatChangesNoDayAnywhereIsWithoutEffect() {
		HolidayCorrection holiday = once(GERMANY, Kind.HOLIDAY, "2027-03-09", "Jubilee");
		assertThat(this.calendar.isWithoutEffect(once(GERMANY, Kind.WORKING, "2027-03-09", null))).isTrue();
		assertThat(this.calendar.isWithoutEffect(once(GERMANY, Kind.RENAMED, "2027-03-09", "Jubilee"))).isTrue();
		assertThat(this.calendar.isWithoutEffect(holiday)).isFalse();
		this.calendar.correct(holiday);
		assertThat(this.calendar.isWithoutEffect(holiday)).isTrue();
		assertThat(this.calendar.isWithoutEffect(once(BAVARIA, Kind.HOLIDAY, "2027-03-09", "Jubilee"))).isTrue();
		assertThat(this.calendar.isWithoutEffect(correction(GERMANY, Kind.HOLIDAY, "2027-03-09", true, "Jubilee")))
			.isFalse();
		assertThat(this.calendar.isWithoutEffect(once(GERMANY, Kind.WORKING, "2027-03-09", null))).isFalse();
	}

	@Test
	void aCorrectionThatChangesADayInARegionOnlyHasAnEffect() {
		assertThat(this.calendar.isWithoutEffect(once(GERMANY, Kind.WORKING, "2028-08-15", null))).isFalse();
	}

	@Test
	void aNoticeNamesThePartsOfTheChosenRegionThatDiffer() {
		assertThat(told(BAVARIA, "2028-08-07", "2028-08-18")).containsExactly("2028-08-08 off Bavaria, Augsburg",
				"2028-08-15 worked 348 municipalities of Bavaria, Nuremberg, Fürth and Erlangen among them");
		assertThat(told(new Place("CH", "fr"), "2027-05-24", "2027-05-28")).singleElement()
			.asString()
			.startsWith("2027-05-27 worked")
			.contains("Murten");
		assertThat(told(new Place("DE", "by.mu"), "2028-08-07", "2028-08-18")).isEmpty();
		assertThat(told(new Place("PL", null), "2028-08-07", "2028-08-18")).isEmpty();
	}

	@Test
	void withoutARegionANoticeNamesPartsOfRegionsWhereTheyDifferFromThoseToo() {
		assertThat(told(GERMANY, "2028-08-07", "2028-08-18")).containsExactly("2028-08-08 off Bavaria, Augsburg",
				"2028-08-15 off Bavaria; Saarland",
				"2028-08-15 worked 348 municipalities of Bavaria, Nuremberg, Fürth and Erlangen among them");
	}

	@Test
	void aNoticeNamesWhereAnAdministratorCorrectedAPartOfThePlace() {
		this.calendar.correct(once(BAVARIA, Kind.HOLIDAY, "2027-03-09", "Jubilee"));
		assertThat(told(GERMANY, "2027-03-09", "2027-03-12")).containsExactly("2027-03-09 off Bavaria");
	}

	@Test
	void aNoticeNamesTheCorrectionsThatFallIntoThePeriod() {
		HolidayCorrection jubilee = correction(GERMANY, Kind.HOLIDAY, "2026-03-09", true, "Jubilee");
		HolidayCorrection local = once(BAVARIA, Kind.WORKING, "2027-03-09", null);
		this.calendar.correct(local);
		this.calendar.correct(jubilee);
		this.calendar.correct(once(GERMANY, Kind.HOLIDAY, "2027-03-15", "Later"));
		this.calendar.correct(once(new Place("DE", "be"), Kind.HOLIDAY, "2027-03-10", "Elsewhere"));
		Period week = period("2027-03-08", "2027-03-12");
		assertThat(this.calendar.notice(week, BAVARIA).corrections()).containsExactly(jubilee, local);
		assertThat(this.calendar.notice(week, GERMANY).corrections()).containsExactly(jubilee);
		assertThat(this.calendar.notice(period("2025-03-08", "2025-03-12"), GERMANY).corrections()).isEmpty();
	}

	/** Who works on Saturdays works on those, too. */
	@Test
	void aWeekendDayThatIsMadeUpIsUncountedOnlyBesideWeeksWithoutIt() {
		HolidayNotice notice = HolidayNotice.of(
				new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")), new Place("HU", null),
				(period, place) -> Map.of(), List.of());
		WorkPattern week = WorkPattern.of(Allocation.FULL_TIME);
		WorkPattern saturdays = WorkPattern.of(Allocation.parse("SAT"));
		assertThat(notice.madeUp()).isNotEmpty();
		assertThat(notice.beside(List.of(week)).madeUp()).isEqualTo(notice.madeUp());
		assertThat(notice.beside(List.of(week, saturdays)).madeUp()).isEqualTo(notice.madeUp());
		assertThat(notice.beside(List.of(saturdays)).madeUp())
			.isEqualTo(notice.madeUp().stream().filter((date) -> date.getDayOfWeek() != DayOfWeek.SATURDAY).toList());
	}

}
