package org.muster.requests;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;

/**
 * What is known of the dates and the effort so far. A draft keeps each of them, whatever
 * else is still open.
 *
 * @param earliestStart the first day on which the work may start
 * @param latestStart the last
 * @param end the last day of the work
 * @param days the number of days, which takes the place of an end
 * @param daysPerWeek half a day to five
 */
public record ScheduleDraft(@Nullable LocalDate earliestStart, @Nullable LocalDate latestStart, @Nullable LocalDate end,
		@Nullable DayCount days, @Nullable DayCount daysPerWeek) {

	/**
	 * The schedule, once nothing is missing.
	 * @throws IllegalArgumentException if its parts contradict each other
	 */
	public Optional<Schedule> complete() {
		if (this.earliestStart == null || this.latestStart == null || this.daysPerWeek == null
				|| this.end == null && this.days == null) {
			return Optional.empty();
		}
		return Optional.of(new Schedule(this.earliestStart, this.latestStart, this.end, this.days, this.daysPerWeek));
	}

}
