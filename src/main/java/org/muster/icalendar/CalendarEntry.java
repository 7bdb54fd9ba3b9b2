package org.muster.icalendar;

import org.muster.availability.AbsenceKind;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * What an event of a calendar takes of a person.
 *
 * @param afternoon whether half days are afternoons; mornings otherwise
 * @param source {@code ical:}, and what tells the calendar, the event, and this part of
 * it from others
 */
public record CalendarEntry(AbsenceKind kind, Period period, Allocation allocation, boolean afternoon,
		CalendarSource source, CalendarVersion version) {
}
