package org.muster.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Day.Reason;

/**
 * Counts the days of an engagement: for every date of the period what the allocation puts
 * on its weekday, unless the engagement pauses, it is a public holiday or a company is
 * closed, less what the person's leave takes of it.
 *
 * @param holidays names of public holidays by date
 * @param closings names of the closings of either company by date
 * @param leaves of the person
 */
public record WorkingDays(Map<LocalDate, String> holidays, Map<LocalDate, String> closings, List<Leave> leaves) {

	/** Whoever has not done a number of days by then never does. */
	private static final int MOST_YEARS = 10;

	private static final int MORNING = 1;

	private static final int AFTERNOON = 2;

	/**
	 * Leave, whole or on some weekdays.
	 *
	 * @param period from when to when
	 * @param allocation the weekdays that it takes, in whole or half days
	 * @param afternoon whether half days are afternoons; mornings otherwise
	 */
	public record Leave(Period period, Allocation allocation, boolean afternoon) {

		/** With mornings off, where it takes half days. */
		public Leave(Period period, Allocation allocation) {
			this(period, allocation, false);
		}

		private int halvesOn(LocalDate date) {
			int halves = this.period.contains(date) ? this.allocation.away(date).halves() : 0;
			return (halves == 0) ? 0 : (halves == 2) ? MORNING | AFTERNOON : this.afternoon ? AFTERNOON : MORNING;
		}

	}

	/** What some leaves take of a date together: the same half twice is half a day. */
	public static DayCount away(Collection<Leave> leaves, LocalDate date) {
		int halves = 0;
		for (Leave leave : leaves) {
			halves |= leave.halvesOn(date);
		}
		return new DayCount(Integer.bitCount(halves));
	}

	/** Nothing but public holidays. */
	public static WorkingDays of(Map<LocalDate, String> holidays) {
		return new WorkingDays(holidays, Map.of(), List.of());
	}

	/**
	 * @param holidays names of public holidays by date
	 * @return every month that the period touches, in order
	 */
	public static List<MonthDays> count(Period period, Allocation allocation, Map<LocalDate, String> holidays,
			List<Leave> leaves) {
		return new WorkingDays(holidays, Map.of(), leaves).months(period, WorkPattern.of(allocation));
	}

	/**
	 * @return every month that the period touches, in order, with its days
	 */
	public List<MonthDays> months(Period period, WorkPattern pattern) {
		Map<YearMonth, List<Day>> months = new TreeMap<>();
		for (LocalDate date = period.from(); !date.isAfter(period.to()); date = date.plusDays(1)) {
			months.computeIfAbsent(YearMonth.from(date), (month) -> new ArrayList<>()).add(day(date, pattern));
		}
		return months.entrySet()
			.stream()
			.map((month) -> new MonthDays(month.getKey(), List.copyOf(month.getValue())))
			.toList();
	}

	private Day day(LocalDate date, WorkPattern pattern) {
		DayCount asked = pattern.allocation(date).on(date);
		String holiday = this.holidays.get(date);
		String closing = this.closings.get(date);
		if (asked.isZero()) {
			return none(date, asked, Reason.NOT_ALLOCATED, (holiday != null) ? holiday : closing);
		}
		if (pattern.isPaused(date)) {
			return none(date, asked, Reason.PAUSE, null);
		}
		if (holiday != null) {
			return none(date, asked, Reason.HOLIDAY, holiday);
		}
		if (closing != null) {
			return none(date, asked, Reason.CLOSED, closing);
		}
		int away = away(this.leaves, date).halves();
		DayCount left = new DayCount(Math.max(0, asked.halves() - away));
		return new Day(date, asked, left, (away > 0) ? Reason.LEAVE : Reason.WORKING, null);
	}

	private static Day none(LocalDate date, DayCount asked, Reason reason, @Nullable String name) {
		return new Day(date, asked, DayCount.ZERO, reason, name);
	}

	/**
	 * A number of days, done.
	 *
	 * @param period from the first day to the last
	 * @param pattern how the weeks are taken; its half day is the last one where a whole
	 * one would be too much
	 */
	public record Course(Period period, WorkPattern pattern) {
	}

	/**
	 * When a number of days is done, exactly: half of the last day is left out where it
	 * would be half a day too much.
	 * @return until the first date by which so many days have been counted from the start
	 * on; for ten years if they never are
	 */
	public Course course(LocalDate start, DayCount days, WorkPattern pattern) {
		WorkPattern whole = pattern.withHalfDay(null);
		LocalDate date = start;
		DayCount counted = day(date, whole).counted();
		while (counted.compareTo(days) < 0 && date.isBefore(start.plusYears(MOST_YEARS))) {
			date = date.plusDays(1);
			counted = counted.plus(day(date, whole).counted());
		}
		boolean over = counted.compareTo(days) > 0;
		return new Course(new Period(start, date), over ? whole.withHalfDay(date) : whole);
	}

	/** The half days that are worked, by date; the others are left out. */
	public static NavigableMap<LocalDate, Integer> halves(List<MonthDays> months) {
		NavigableMap<LocalDate, Integer> halves = new TreeMap<>();
		months.forEach((month) -> month.days()
			.stream()
			.filter((day) -> !day.counted().isZero())
			.forEach((day) -> halves.put(day.date(), day.counted().halves())));
		return halves;
	}

	public static DayCount total(List<MonthDays> months) {
		return months.stream().map(MonthDays::counted).reduce(DayCount.ZERO, DayCount::plus);
	}

}
