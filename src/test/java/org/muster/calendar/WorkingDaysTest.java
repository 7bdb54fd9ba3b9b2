package org.muster.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
		assertThat(WorkingDays.endAfter(monday, DayCount.of("7.5"), Allocation.FULL_TIME, Map.of(), List.of()))
			.isEqualTo("2027-01-13");
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

	@Test
	void aCountryOrRegionThatIsNotKnownIsRefused() {
		Period day = new Period(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-01"));
		assertThatThrownBy(() -> PublicHolidays.during(day, new Place("XX", null)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PublicHolidays.during(day, new Place("DE", "atlantis")))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
