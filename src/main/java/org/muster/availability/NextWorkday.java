package org.muster.availability;

import java.time.LocalDate;

import org.muster.calendar.Workdays;

/**
 * Which day after a day work can start on. Asked for every person of the pool, so the
 * days from the first holiday to the last are looked up in a table.
 */
final class NextWorkday {

	private final WorkWeek week;

	/** The first day of the table. */
	private final int first;

	/** How many days ahead, by day. */
	private final int[] ahead;

	NextWorkday(Workdays workdays) {
		this.week = WorkWeek.of(workdays.place());
		int first = Integer.MAX_VALUE;
		int last = Integer.MIN_VALUE;
		for (LocalDate off : workdays.off()) {
			first = Math.min(first, StartFinder.day(off));
			last = Math.max(last, StartFinder.day(off));
		}
		if (last < first) {
			this.first = 0;
			this.ahead = new int[0];
			return;
		}
		// The weekend before a holiday on a Monday leads to Tuesday.
		this.first = first - WorkWeek.DAYS;
		this.ahead = new int[last - this.first + 1];
		for (LocalDate off : workdays.off()) {
			this.ahead[StartFinder.day(off) - this.first] = 1;
		}
		int next = this.week.workday(last + 1);
		for (int day = last; day >= this.first; day--) {
			next = (this.ahead[day - this.first] == 0 && this.week.isWorked(day)) ? day : next;
			this.ahead[day - this.first] = next - day;
		}
	}

	/** The day itself, or the first one after it on which work can start. */
	int from(int day) {
		int at = day - this.first;
		return (at >= 0 && at < this.ahead.length) ? day + this.ahead[at] : this.week.workday(day);
	}

}
