package org.muster.icalendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a calendar file says of a person.
 *
 * @param events the versions of all events of the file by {@link CalendarSource#event()},
 * also of those that take nothing
 * @param complete the calendars by {@link CalendarSource#calendar()} of which the file
 * holds all: an event that it does not hold was deleted there
 * @param identified those of them that say who they are by an identifier, and not only by
 * a name that others can have
 * @param replaced single times of series whose rule the file does not hold
 * @param unread events that cannot be read: what is known of them stays
 * @param skipped how many events take nothing, and why
 * @param zones how many events name a time zone that nobody knows, by its name: their
 * times are taken as they are written
 * @param homes how many events have times in UTC in a calendar whose own zone nobody
 * knows, by its name: the zone of the person is taken instead
 * @param cut how many events go on after a date, and are entered until then
 */
public record CalendarContents(List<CalendarEntry> entries, Map<String, CalendarVersion> events, Set<String> complete,
		Set<String> identified, List<ReplacedTime> replaced, Set<String> unread, Map<Skipped, Integer> skipped,
		SortedMap<String, Integer> zones, SortedMap<String, Integer> homes, SortedMap<LocalDate, Integer> cut) {

	/** Without some events and changes: what is known of them stays. */
	CalendarContents without(Set<String> others, Set<ReplacedTime> changes) {
		Map<String, CalendarVersion> events = new HashMap<>(this.events);
		events.keySet().removeAll(others);
		Set<String> unread = new HashSet<>(this.unread);
		unread.addAll(others);
		List<CalendarEntry> entries = this.entries.stream()
			.filter((entry) -> !others.contains(entry.source().event())
					&& changes.stream().noneMatch((change) -> change.brings(entry)))
			.toList();
		return new CalendarContents(entries, events, this.complete, this.identified,
				this.replaced.stream().filter((change) -> !changes.contains(change)).toList(), unread, this.skipped,
				this.zones, this.homes, this.cut);
	}

	/** With what was found out when it was entered. */
	public Map<Skipped, Integer> skipped(CalendarUpdate update) {
		Map<Skipped, Integer> all = new EnumMap<>(Skipped.class);
		all.putAll(this.skipped);
		if (update.incomplete() > 0) {
			all.merge(Skipped.INCOMPLETE, update.incomplete(), Integer::sum);
		}
		if (update.outdated() > 0) {
			all.merge(Skipped.OUTDATED, update.outdated(), Integer::sum);
		}
		return all;
	}

	/** Why an event takes nothing, in the order in which people are told. */
	public enum Skipped {

		PAST, FREE, CANCELLED, SHORT, OWN, OUTDATED, INCOMPLETE, UNDATED, DATE, REVERSED, RULE, OFTEN

	}

}
