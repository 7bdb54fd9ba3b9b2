package org.muster.requests;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.Workdays;

/**
 * When the work is to be done, and how much of it.
 *
 * @param earliestStart the first day on which the work may start
 * @param latestStart the last
 * @param end the last day of the work, or {@code null} where a number of days is given
 * @param days the number of days, or {@code null} where an end is given
 * @param daysPerWeek half a day to five
 */
public record Schedule(LocalDate earliestStart, LocalDate latestStart, @Nullable LocalDate end, @Nullable DayCount days,
		DayCount daysPerWeek) {

	public Schedule {
		if (latestStart.isBefore(earliestStart)) {
			throw new IllegalArgumentException("The latest start is not before the earliest");
		}
		if ((end == null) == (days == null)) {
			throw new IllegalArgumentException("Either an end or a number of days");
		}
		if (end != null && end.isBefore(latestStart)) {
			throw new IllegalArgumentException("The end is not before the latest start");
		}
		if (days != null && days.isZero()) {
			throw new IllegalArgumentException("At least half a day of work");
		}
		if (daysPerWeek.isZero() || daysPerWeek.halves() > 10) {
			throw new IllegalArgumentException("Half a day to five days a week");
		}
	}

	/**
	 * The last day on which a start is in time: the latest start, or where nobody works
	 * on it the first day after it on which people do.
	 * @param workdays the client's, see {@link StartDays}
	 */
	public LocalDate lastInTime(Workdays workdays) {
		return workdays.from(this.latestStart);
	}

	/**
	 * How many days a start comes after the latest one.
	 * @return 0 for a start in time
	 */
	public int late(LocalDate start, Workdays workdays) {
		return start.isAfter(lastInTime(workdays)) ? Math.toIntExact(ChronoUnit.DAYS.between(this.latestStart, start))
				: 0;
	}

	/**
	 * The last day of the work, counted in whole weeks where only a number of days is
	 * given.
	 */
	public LocalDate expectedEnd() {
		if (this.end != null) {
			return this.end;
		}
		int halves = (this.days != null) ? this.days.halves() : 0;
		return this.earliestStart.plusDays((long) Math.ceil(7.0 * halves / this.daysPerWeek.halves()) - 1);
	}

}
