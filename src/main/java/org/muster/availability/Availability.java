package org.muster.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkingDays;

/** The weeks of a person from the present one on, exact to half a day. */
public final class Availability {

	static final int WEEKS = 26;

	private final List<Week> weeks;

	private Availability(List<Week> weeks) {
		this.weeks = weeks;
	}

	/** What half a day is. */
	public enum Half {

		FREE, HOLIDAY, LEAVE, ENGAGED, HELD, TENTATIVE, LATER

	}

	/**
	 * A day that is worked.
	 *
	 * @param holiday the name of the public holiday, if it is one
	 */
	public record Day(LocalDate date, Half first, Half second, @Nullable String holiday) {

		/** Half days that can be had: offers that nobody has answered take none. */
		int free() {
			return (isFree(this.first) ? 1 : 0) + (isFree(this.second) ? 1 : 0);
		}

		private static boolean isFree(Half half) {
			return half == Half.FREE || half == Half.TENTATIVE;
		}

		/** For clients, who see what can be had and not why it cannot. */
		Day withoutReasons() {
			return new Day(this.date, plain(this.first), plain(this.second), this.holiday);
		}

		private static Half plain(Half half) {
			return isFree(half) ? Half.FREE : (half == Half.HOLIDAY) ? Half.HOLIDAY : Half.LATER;
		}

	}

	/**
	 * The days that are worked where the person is: Monday to Friday in most places.
	 *
	 * @param begins the first of them
	 */
	public record Week(LocalDate begins, List<Day> days) {

		public DayCount free() {
			return new DayCount(this.days.stream().mapToInt(Day::free).sum());
		}

	}

	/**
	 * @param from a day of the first week
	 * @param absences of the person
	 * @param availableFrom the first day on which the person can start
	 */
	public static Availability of(LocalDate from, List<AbsenceRow> absences, LocalDate availableFrom, Place place) {
		return of(from, absences, availableFrom, place,
				(whole) -> PublicHolidays.knows(place) ? PublicHolidays.during(whole, place) : Map.of());
	}

	/**
	 * The same by the public holidays of a place as administrators have corrected them.
	 */
	public static Availability of(LocalDate from, List<AbsenceRow> absences, LocalDate availableFrom, Place place,
			HolidayCalendar calendar) {
		return of(from, absences, availableFrom, place, (whole) -> calendar.during(whole, place));
	}

	private static Availability of(LocalDate from, List<AbsenceRow> absences, LocalDate availableFrom, Place place,
			Function<Period, Map<LocalDate, String>> calendar) {
		List<DayOfWeek> workdays = List.copyOf(Weekend.workdays(place));
		LocalDate first = from.with(TemporalAdjusters.previousOrSame(workdays.get(0)));
		Period whole = new Period(first, first.plusWeeks(WEEKS).minusDays(1));
		Map<LocalDate, String> holidays = calendar.apply(whole);
		List<WorkingDays.Leave> leaves = AbsenceRow.leaves(absences);
		List<Week> weeks = new ArrayList<>();
		for (int week = 0; week < WEEKS; week++) {
			LocalDate begins = first.plusWeeks(week);
			weeks.add(new Week(begins,
					workdays.stream()
						.map((weekday) -> begins.with(TemporalAdjusters.nextOrSame(weekday)))
						.map((date) -> day(date, absences, leaves, availableFrom, holidays))
						.toList()));
		}
		return new Availability(weeks);
	}

	/** The stronger reasons take their halves first. */
	private static Day day(LocalDate date, List<AbsenceRow> absences, List<WorkingDays.Leave> leaves,
			LocalDate availableFrom, Map<LocalDate, String> holidays) {
		String holiday = holidays.get(date);
		if (holiday != null) {
			return new Day(date, Half.HOLIDAY, Half.HOLIDAY, holiday);
		}
		if (date.isBefore(availableFrom)) {
			return new Day(date, Half.LATER, Half.LATER, null);
		}
		List<Half> halves = new ArrayList<>();
		int leave = WorkingDays.away(leaves, date).halves();
		for (AbsenceKind kind : AbsenceKind.values()) {
			int taken = (kind == AbsenceKind.LEAVE) ? leave
					: absences.stream()
						.filter((absence) -> absence.kind() == kind && absence.period().contains(date))
						.mapToInt((absence) -> absence.allocation().away(date).halves())
						.sum();
			for (int half = 0; half < taken && halves.size() < 2; half++) {
				halves.add(Half.valueOf(kind.name()));
			}
		}
		while (halves.size() < 2) {
			halves.add(Half.FREE);
		}
		return new Day(date, halves.get(0), halves.get(1), null);
	}

	public Availability withoutReasons() {
		return new Availability(this.weeks.stream()
			.map((week) -> new Week(week.begins(), week.days().stream().map(Day::withoutReasons).toList()))
			.toList());
	}

	public List<Week> weeks() {
		return this.weeks;
	}

	/** The weekdays that are worked, in order. */
	public List<DayOfWeek> weekdays() {
		return this.weeks.get(0).days().stream().map((day) -> day.date().getDayOfWeek()).toList();
	}

	/** How many weeks begin in each month, in order. */
	public Map<YearMonth, Integer> months() {
		Map<YearMonth, Integer> months = new LinkedHashMap<>();
		this.weeks.forEach((week) -> months.merge(YearMonth.from(week.begins()), 1, Integer::sum));
		return months;
	}

}
