package org.muster.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the days of an engagement: for every date of the period what the allocation puts
 * on its weekday, unless it is a public holiday, less what the person's leave takes of
 * it.
 */
public final class WorkingDays {

	private WorkingDays() {
	}

	/**
	 * Leave, whole or on some weekdays.
	 *
	 * @param period from when to when
	 * @param allocation the weekdays that it takes, in whole or half days
	 */
	public record Leave(Period period, Allocation allocation) {

		DayCount on(LocalDate date) {
			return this.period.contains(date) ? this.allocation.on(date) : DayCount.ZERO;
		}

	}

	/**
	 * @param holidays names of public holidays by date
	 * @return every month that the period touches, in order
	 */
	public static List<MonthDays> count(Period period, Allocation allocation, Map<LocalDate, String> holidays,
			List<Leave> leaves) {
		Map<YearMonth, Tally> months = new TreeMap<>();
		for (LocalDate date = period.from(); !date.isAfter(period.to()); date = date.plusDays(1)) {
			Tally tally = months.computeIfAbsent(YearMonth.from(date), (month) -> new Tally());
			tally.add(date, allocation.on(date).halves(), holidays, leaves);
		}
		return months.entrySet().stream().map((entry) -> entry.getValue().of(entry.getKey())).toList();
	}

	/**
	 * The day on which a number of days is done.
	 * @return the first date by which at least so many days have been counted from the
	 * start on; ten years after the start if they never are
	 */
	public static LocalDate endAfter(LocalDate start, DayCount days, Allocation allocation,
			Map<LocalDate, String> holidays, List<Leave> leaves) {
		LocalDate date = start;
		DayCount counted = total(count(new Period(date, date), allocation, holidays, leaves));
		while (counted.compareTo(days) < 0 && date.isBefore(start.plusYears(10))) {
			date = date.plusDays(1);
			counted = counted.plus(total(count(new Period(date, date), allocation, holidays, leaves)));
		}
		return date;
	}

	public static DayCount total(List<MonthDays> months) {
		return months.stream().map(MonthDays::counted).reduce(DayCount.ZERO, DayCount::plus);
	}

	private static final class Tally {

		private int allocated;

		private int holiday;

		private int leave;

		private final List<String> names = new ArrayList<>();

		void add(LocalDate date, int asked, Map<LocalDate, String> holidays, List<Leave> leaves) {
			if (asked == 0) {
				return;
			}
			this.allocated += asked;
			String name = holidays.get(date);
			if (name != null) {
				this.holiday += asked;
				this.names.add(date.getDayOfMonth() + " " + name);
				return;
			}
			// Two leaves on one day take the longer of them, never more than was asked.
			int away = leaves.stream().mapToInt((one) -> one.on(date).halves()).max().orElse(0);
			this.leave += Math.min(asked, away);
		}

		MonthDays of(YearMonth month) {
			return new MonthDays(month, new DayCount(this.allocated), new DayCount(this.holiday),
					List.copyOf(this.names), new DayCount(this.leave),
					new DayCount(this.allocated - this.holiday - this.leave));
		}

	}

}
