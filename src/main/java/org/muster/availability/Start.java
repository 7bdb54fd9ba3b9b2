package org.muster.availability;

import java.time.LocalDate;

import org.muster.calendar.DayCount;

/**
 * From when a person is available, and for how many days of every week.
 *
 * @param perWeek half a day to five
 */
public record Start(LocalDate from, DayCount perWeek) {

	/** Whether those are whole weeks. */
	public boolean isFull() {
		return this.perWeek.halves() == StartFinder.WEEK;
	}

}
