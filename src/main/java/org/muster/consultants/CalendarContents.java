package org.muster.consultants;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a calendar file says of a person.
 *
 * @param events all events of the file by {@link CalendarSource#event()}, also those that
 * take nothing
 * @param complete the calendars by {@link CalendarSource#calendar()} of which the file
 * holds all: an event that it does not hold was deleted there
 * @param skipped how many events take nothing, and why
 */
record CalendarContents(List<CalendarEntry> entries, Set<String> events, Set<String> complete,
		Map<Skipped, Integer> skipped) {

	/** Why an event takes nothing, in the order in which people are told. */
	enum Skipped {

		PAST, FREE, CANCELLED, SHORT, OWN, INCOMPLETE, UNDATED

	}

}
