package org.muster.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.calendar.WorkingDays.Leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkingDaysTest {

	/** Counted by hand, on paper calendars. */
	@ParameterizedTest(name = "{0} to {1} in {2} {3} on {4} has {5} days")
	@CsvSource(delimiter = '|', textBlock = """
			2027-01-01 | 2027-01-31 | PT |    | MON,TUE,WED,THU,FRI   | 20
			2026-12-01 | 2026-12-31 | PT |    | MON,TUE,WED,THU,FRI   | 20
			2027-03-01 | 2027-03-31 | PT |    | MON,TUE,WED,THU,FRI   | 22
			2028-02-01 | 2028-02-29 | NL |    | MON,TUE,WED,THU,FRI   | 21
			2027-01-01 | 2027-01-31 | DE |    | MON,TUE,WED,THU,FRI   | 20
			2027-01-01 | 2027-01-31 | DE | by | MON,TUE,WED,THU,FRI   | 19
			2026-12-28 | 2027-01-03 | DE |    | MON,TUE,WED,THU,FRI   | 4
			2027-05-01 | 2027-05-31 | FR |    | MON,TUE,WED,THU,FRI   | 19
			2027-01-04 | 2027-01-10 | PT |    | MON,TUE/2             | 1.5
			2027-01-04 | 2027-01-31 | PT |    | FRI/2                 | 2
			2027-01-01 | 2027-01-01 | PT |    | FRI                   | 0
			2027-01-02 | 2027-01-03 | PT |    | MON,TUE,WED,THU,FRI   | 0
			""")
	void countsTheDaysOfTheCalendarLessPublicHolidays(LocalDate from, LocalDate to, String country, String region,
			String allocation, String days) {
		Period period = new Period(from, to);
		Map<LocalDate, String> holidays = PublicHolidays.during(period, new Place(country, region));
		assertThat(WorkingDays.total(WorkingDays.count(period, Allocation.parse(allocation), holidays, List.of())))
			.isEqualTo(DayCount.of(days));
	}

	/**
	 * Counted by a library that has nothing in common with ours, in
	 * {@code src/test/resources/days.txt}.
	 */
	@ParameterizedTest(name = "{7}: {2} to {3} in {0} {1} on {4} has {5} days")
	@CsvFileSource(resources = "/days.txt", delimiter = '|')
	void countsWhatAnIndependentCountHas(String country, String region, LocalDate from, LocalDate to, String allocation,
			String days, String months, String about) {
		Period period = new Period(from, to);
		Map<LocalDate, String> holidays = PublicHolidays.during(period, new Place(country, region));
		List<MonthDays> counted = WorkingDays.count(period, Allocation.parse(allocation), holidays, List.of());
		assertThat(counted.stream().map((month) -> month.counted().toString())).as(about + " " + holidays)
			.containsExactly(months.split(" "));
		assertThat(WorkingDays.total(counted)).isEqualTo(DayCount.of(days));
	}

	@Test
	void takesLeaveOffButNeverTwiceAndNeverOnAHoliday() {
		Period january = new Period(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-31"));
		Leave week = new Leave(new Period(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-08")),
				Allocation.FULL_TIME);
		Leave again = new Leave(new Period(LocalDate.parse("2027-01-04"), LocalDate.parse("2027-01-05")),
				Allocation.FULL_TIME);
		Map<LocalDate, String> holidays = PublicHolidays.during(january, new Place("PT", null));
		MonthDays month = WorkingDays.count(january, Allocation.FULL_TIME, holidays, List.of(week, again)).get(0);
		assertThat(month.allocated()).isEqualTo(DayCount.of("21"));
		assertThat(month.holidays()).isEqualTo(DayCount.of("1"));
		assertThat(month.holidayNames()).containsExactly("1 New Year's Day");
		assertThat(month.leave()).isEqualTo(DayCount.of("5"));
		assertThat(month.counted()).isEqualTo(DayCount.of("15"));
	}

	@Test
	void daysOfPartsAddUpToTheWholeAndALaterEndAddsAtMostADay() {
		Random random = new Random(7);
		Allocation allocation = Allocation.parse("MON,TUE/2,THU,FRI/2");
		Place place = new Place("ES", "md");
		for (int round = 0; round < 200; round++) {
			LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
			LocalDate middle = from.plusDays(random.nextInt(200));
			LocalDate to = middle.plusDays(1 + random.nextInt(200));
			Map<LocalDate, String> holidays = PublicHolidays.during(new Period(from, to.plusDays(1)), place);
			int whole = halves(from, to, allocation, holidays);
			assertThat(
					halves(from, middle, allocation, holidays) + halves(middle.plusDays(1), to, allocation, holidays))
				.isEqualTo(whole);
			assertThat(halves(from, to.plusDays(1), allocation, holidays) - whole).isBetween(0, 2);
		}
	}

	private static int halves(LocalDate from, LocalDate to, Allocation allocation, Map<LocalDate, String> holidays) {
		return WorkingDays.total(WorkingDays.count(new Period(from, to), allocation, holidays, List.of())).halves();
	}

	@Test
	void listsEveryMonthThatThePeriodTouches() {
		Period period = new Period(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-02-01"));
		assertThat(WorkingDays.count(period, Allocation.FULL_TIME, Map.of(), List.of())).extracting(MonthDays::month)
			.containsExactly(YearMonth.of(2026, 12), YearMonth.of(2027, 1), YearMonth.of(2027, 2));
	}

	@Test
	void findsTheDayOnWhichANumberOfDaysIsDone() {
		LocalDate monday = LocalDate.parse("2027-01-04");
		WorkPattern weeks = WorkPattern.of(Allocation.FULL_TIME);
		WorkingDays.Course half = WorkingDays.of(Map.of()).course(monday, DayCount.of("7.5"), weeks);
		assertThat(half.period().to()).isEqualTo("2027-01-13");
		assertThat(half.pattern().halfDay()).isEqualTo("2027-01-13");
		WorkingDays.Course whole = WorkingDays.of(Map.of()).course(monday, DayCount.of("7"), half.pattern());
		assertThat(whole.period().to()).isEqualTo("2027-01-12");
		assertThat(whole.pattern().halfDay()).isNull();
	}

	@Test
	void aHalfLastDayIsAStretchOfItsOwnAndTheAfternoonIsFree() {
		LocalDate monday = LocalDate.parse("2027-01-04");
		WorkingDays.Course course = WorkingDays.of(Map.of())
			.course(monday, DayCount.of("1.5"), WorkPattern.of(Allocation.FULL_TIME));
		List<WorkPattern.Stretch> stretches = course.pattern().stretches(course.period());
		assertThat(stretches).extracting((stretch) -> stretch.period().from())
			.containsExactly(monday, monday.plusDays(1));
		assertThat(stretches.get(1).allocation().on(monday.plusDays(1))).isEqualTo(new DayCount(1));
		assertThat(course.pattern().on(monday.plusDays(1))).isEqualTo(1);
	}

	@Test
	void anAllocationReadsWhatItWritesAndRefusesAnythingElse() {
		assertThat(Allocation.parse("WED/2,MON")).hasToString("MON,WED/2");
		assertThat(Allocation.ofWeekly(DayCount.of("2.5"))).hasToString("MON,TUE,WED/2");
		assertThat(Allocation.parse("MON,WED/2").perWeek()).isEqualTo(DayCount.of("1.5"));
		for (String wrong : List.of("", "XYZ", "MON,MON", "MON/3", "mon")) {
			assertThatThrownBy(() -> Allocation.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	/** Two days a week in January, five from February, on a paper calendar. */
	@Test
	void anAllocationThatGrowsCountsFromItsOwnDayOn() {
		WorkPattern ramp = new WorkPattern(Allocation.parse("MON,TUE"),
				Map.of(LocalDate.parse("2027-02-01"), Allocation.FULL_TIME), List.of());
		List<MonthDays> months = WorkingDays
			.of(PublicHolidays.during(period("2027-01-04", "2027-03-31"), new Place("PT", null)))
			.months(period("2027-01-04", "2027-03-31"), ramp);
		assertThat(months).extracting((month) -> month.counted().toString()).containsExactly("8", "20", "22");
	}

	@Test
	void pausesAndClosingsTakeDaysOnlyWhereWorkWasAsked() {
		WorkPattern pattern = new WorkPattern(Allocation.parse("MON,TUE,WED,THU,FRI/2"), Map.of(),
				List.of(period("2027-01-11", "2027-01-15")));
		WorkingDays calendar = new WorkingDays(Map.of(LocalDate.parse("2027-01-06"), "Epiphany"),
				Map.of(LocalDate.parse("2027-01-06"), "Closed", LocalDate.parse("2027-01-08"), "Closed",
						LocalDate.parse("2027-01-09"), "Closed"),
				List.of(new Leave(period("2027-01-18", "2027-01-18"), Allocation.parse("MON/2"))));
		MonthDays month = calendar.months(period("2027-01-04", "2027-01-22"), pattern).get(0);
		assertThat(month.allocated()).isEqualTo(DayCount.of("13.5"));
		assertThat(month.holidays()).isEqualTo(DayCount.of("1"));
		assertThat(month.closed()).isEqualTo(DayCount.of("0.5"));
		assertThat(month.paused()).isEqualTo(DayCount.of("4.5"));
		assertThat(month.leave()).isEqualTo(DayCount.of("0.5"));
		assertThat(month.counted()).isEqualTo(DayCount.of("7"));
		assertThat(month.notes()).extracting((note) -> note.reason() + " " + note.dates())
			.containsExactly("HOLIDAY 6", "CLOSED 8", "NOT_ALLOCATED 9", "PAUSE 11–15", "LEAVE 18");
	}

	@Test
	void whatIsKeptOfAMonthTellsTheSameAsTheMonth() {
		Random random = new Random(11);
		for (int round = 0; round < 200; round++) {
			LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
			LocalDate to = from.plusDays(random.nextInt(80));
			WorkPattern pattern = new WorkPattern(Allocation.parse("MON,TUE/2,WED,FRI/2"),
					Map.of(from.plusDays(random.nextInt(40)), Allocation.FULL_TIME),
					List.of(new Period(from.plusDays(9), from.plusDays(9 + random.nextInt(9)))));
			WorkingDays calendar = new WorkingDays(PublicHolidays.during(new Period(from, to), new Place("DE", "by")),
					Map.of(), List.of(new Leave(new Period(from, from.plusDays(20)), Allocation.parse("TUE,WED/2"))));
			for (MonthDays month : calendar.months(new Period(from, to), pattern)) {
				MonthDays again = MonthDays.of(month.month(), month.codes(), MonthDays.names(month.holidayNames()));
				assertThat(again.counted()).isEqualTo(month.counted());
				assertThat(again.leave()).isEqualTo(month.leave());
				assertThat(again.holidayNames()).isEqualTo(month.holidayNames());
				assertThat(month.allocated().halves()).isEqualTo(month.counted().halves() + month.holidays().halves()
						+ month.closed().halves() + month.paused().halves() + month.leave().halves());
			}
		}
	}

	@Test
	void whereANumberOfDaysEndsTheyHaveBeenCounted() {
		Random random = new Random(5);
		for (int round = 0; round < 200; round++) {
			LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
			DayCount days = new DayCount(1 + random.nextInt(200));
			WorkPattern pattern = new WorkPattern(Allocation.parse("MON,TUE/2,THU"),
					Map.of(from.plusDays(random.nextInt(60)), Allocation.parse("TUE,WED,FRI/2")),
					List.of(new Period(from.plusDays(20), from.plusDays(20 + random.nextInt(20)))));
			Period away = new Period(from.plusDays(3), from.plusDays(50));
			WorkingDays calendar = new WorkingDays(
					PublicHolidays.during(new Period(from, from.plusYears(10)), new Place("PT", null)), Map.of(),
					List.of(new WorkingDays.Leave(away, Allocation.parse("MON/2,WED/2,THU/2"))));
			WorkingDays.Course course = calendar.course(from, days, pattern);
			LocalDate end = course.period().to();
			assertThat(WorkingDays.total(calendar.months(course.period(), course.pattern()))).isEqualTo(days);
			if (end.isAfter(from)) {
				assertThat(WorkingDays.total(calendar.months(new Period(from, end.minusDays(1)), pattern)).halves())
					.isLessThan(days.halves());
			}
		}
	}

	@Test
	void aPartOfARegionIsFoundByItsCodeHoweverItIsWritten() {
		for (String typed : List.of("by.ag", "BY-AG", "by/ag", " ag ")) {
			assertThat(PublicHolidays.region("DE", typed)).contains("by.ag");
		}
		assertThat(PublicHolidays.region("DE", "atlantis")).isEmpty();
		assertThat(PublicHolidays.regions("PT")).containsEntry("11.LSB", "Lisbon, Lisboa");
	}

	private static Period period(String from, String to) {
		return new Period(LocalDate.parse(from), LocalDate.parse(to));
	}

	@Test
	void aCountryOrRegionThatIsNotKnownIsRefused() {
		Period day = new Period(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-01"));
		assertThatThrownBy(() -> PublicHolidays.during(day, new Place("XX", null)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PublicHolidays.during(day, new Place("DE", "atlantis")))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
