package org.muster.icalendar;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * An absence that is known of a person, as far as a calendar file can change it. Whoever
 * keeps absences has their own type for it.
 */
public interface KnownAbsence {

	AbsenceKind kind();

	Period period();

	Allocation allocation();

	/** Whether half days are afternoons; mornings otherwise. */
	boolean afternoon();

	/** What made it, or {@code null} if a person entered it. */
	@Nullable String source();

	/** Of the event that it was read from, or {@link CalendarVersion#NONE}. */
	CalendarVersion version();

	/** A later version of the event says the same. */
	void confirm(CalendarVersion later);

}
