package org.muster.proposals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Capacity.Conflict;
import org.muster.booking.BookedFor;
import org.muster.calendar.Period;

/**
 * Days of a line that its person has not, since they are booked. For the consultancy's
 * own people: clients do not know of each other.
 *
 * @param bookedFor whom, or {@code null} where that is not known
 */
public record Clash(ProposalLine line, Conflict conflict, @Nullable BookedFor bookedFor) {

	/**
	 * Dates that are no further apart belong together: the same weekdays of each week.
	 */
	private static final int WEEK = 7;

	/** From when to when, with gaps of a week and more between. */
	public List<Period> periods() {
		List<Period> periods = new ArrayList<>();
		for (LocalDate date : this.conflict.days()) {
			Period last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
			if (last != null && !date.isAfter(last.to().plusDays(WEEK))) {
				periods.set(periods.size() - 1, new Period(last.from(), date));
			}
			else {
				periods.add(new Period(date, date));
			}
		}
		return periods;
	}

	public Set<DayOfWeek> weekdays() {
		Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
		this.conflict.days().forEach((date) -> weekdays.add(date.getDayOfWeek()));
		return weekdays;
	}

}
