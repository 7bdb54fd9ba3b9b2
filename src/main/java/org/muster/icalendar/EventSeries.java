package org.muster.icalendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The events of a calendar that share an identifier: a rule, and what moves, changes or
 * cancels some of its times.
 */
final class EventSeries {

	/**
	 * One time of a series.
	 *
	 * @param status whether it takes a person's time
	 */
	record Occurrence(Span span, BusyStatus status) {
	}

	private final List<CalendarEvent> masters;

	/** The latest version last. */
	private final List<CalendarEvent> changes;

	EventSeries(Collection<CalendarEvent> events) {
		this.masters = newest(events.stream().filter((event) -> !event.replacesOne()).toList());
		this.changes = events.stream()
			.filter(CalendarEvent::replacesOne)
			.sorted(Comparator.comparing(CalendarEvent::version, CalendarVersion.ORDER))
			.toList();
	}

	/**
	 * A later version replaces an earlier one. Events of one version that share an
	 * identifier by mistake are all kept, except for those that are also cancelled.
	 */
	private static List<CalendarEvent> newest(List<CalendarEvent> events) {
		Comparator<CalendarEvent> byVersion = Comparator.comparing(CalendarEvent::version, CalendarVersion.ORDER);
		CalendarEvent newest = events.stream().max(byVersion).orElse(null);
		if (newest == null) {
			return List.of();
		}
		List<CalendarEvent> same = events.stream().filter((event) -> byVersion.compare(event, newest) == 0).toList();
		List<LocalDateTime> cancelled = same.stream()
			.filter((event) -> event.status() == BusyStatus.CANCELLED)
			.map((event) -> event.span().from())
			.toList();
		return same.stream()
			.filter((event) -> event.status() == BusyStatus.CANCELLED || !cancelled.contains(event.span().from()))
			.toList();
	}

	/**
	 * Whether its rule is in the same file, and not only a change of one of its times.
	 */
	boolean isWhole() {
		return !this.masters.isEmpty();
	}

	/** Of the rule or of a change of one of its times, whichever is later. */
	CalendarVersion version() {
		return Stream.concat(this.masters.stream(), this.changes.stream())
			.map(CalendarEvent::version)
			.max(CalendarVersion.ORDER)
			.orElse(CalendarVersion.NONE);
	}

	/**
	 * The latest change of each time of a series whose rule is not here.
	 */
	Collection<CalendarEvent> changes() {
		Map<LocalDateTime, CalendarEvent> latest = new LinkedHashMap<>();
		this.changes.forEach((change) -> latest.put(Objects.requireNonNull(change.replaces(change.zone())), change));
		return latest.values();
	}

	/** Whether any of it comes again. */
	boolean repeats() {
		return Stream.concat(this.masters.stream(), this.changes.stream()).anyMatch(CalendarEvent::repeats);
	}

	/**
	 * Of a series whose rule is here.
	 * @param first what ended earlier is left out, but for the first time of all
	 * @param last what begins later is among it only to tell that there is more
	 * @throws UnreadableEvent if a rule gives too many times
	 */
	List<Occurrence> occurrences(LocalDateTime first, LocalDateTime last) throws UnreadableEvent {
		List<Occurrence> all = new ArrayList<>();
		for (CalendarEvent master : this.masters) {
			all.addAll((this.masters.size() == 1) ? changed(master, first, last)
					: unchanged(master, first, last).values());
		}
		return all;
	}

	/** By the time at which each was to begin. */
	private static NavigableMap<LocalDateTime, Occurrence> unchanged(CalendarEvent event, LocalDateTime first,
			LocalDateTime last) throws UnreadableEvent {
		NavigableMap<LocalDateTime, Occurrence> times = new TreeMap<>();
		event.all(first, last).forEach((span) -> times.put(span.from(), new Occurrence(span, event.status())));
		return times;
	}

	/**
	 * Changes of all that follow are made in the order of the times from which they hold,
	 * whichever was written first; then those of single times, which can be of what
	 * follows.
	 */
	private Collection<Occurrence> changed(CalendarEvent master, LocalDateTime first, LocalDateTime last)
			throws UnreadableEvent {
		NavigableMap<LocalDateTime, Occurrence> times = unchanged(master, first, last);
		List<CalendarEvent> following = this.changes.stream()
			.filter(CalendarEvent::replacesAllThatFollow)
			.sorted(Comparator.comparing((change) -> replaced(change, master)))
			.toList();
		for (CalendarEvent change : following) {
			follow(times, original(times, change, master), change, first, last);
		}
		NavigableMap<LocalDateTime, Occurrence> planned = new TreeMap<>(times);
		this.changes.stream()
			.filter((change) -> !change.replacesAllThatFollow())
			.forEach((change) -> times.put(original(planned, change, master),
					new Occurrence(change.span(), change.status())));
		return times.values();
	}

	private static LocalDateTime original(NavigableMap<LocalDateTime, Occurrence> times, CalendarEvent change,
			CalendarEvent master) {
		LocalDateTime replaced = replaced(change, master);
		return Objects.requireNonNullElse(find(times, replaced, change.replacesDate() || master.isWholeDays()),
				replaced);
	}

	private static LocalDateTime replaced(CalendarEvent change, CalendarEvent master) {
		return Objects.requireNonNull(change.replaces(master.zone()));
	}

	/**
	 * By when it was to begin at first, or else by when it begins since all that follow
	 * were moved.
	 */
	private static @Nullable LocalDateTime find(NavigableMap<LocalDateTime, Occurrence> times, LocalDateTime replaced,
			boolean byDate) {
		LocalDateTime day = replaced.toLocalDate().atStartOfDay();
		LocalDateTime onDate = byDate ? times.ceilingKey(day) : null;
		if (onDate != null && onDate.isBefore(day.plusDays(1))) {
			return onDate;
		}
		return times.containsKey(replaced) ? replaced : times.entrySet().stream().filter((time) -> {
			LocalDateTime start = time.getValue().span().from();
			return byDate ? start.toLocalDate().equals(replaced.toLocalDate()) : start.equals(replaced);
		}).map(Map.Entry::getKey).findFirst().orElse(null);
	}

	/**
	 * Moves and changes a time and all that follow, or puts another rule in their place.
	 */
	private static void follow(NavigableMap<LocalDateTime, Occurrence> times, LocalDateTime from, CalendarEvent change,
			LocalDateTime first, LocalDateTime last) throws UnreadableEvent {
		NavigableMap<LocalDateTime, Occurrence> rest = times.tailMap(from, true);
		if (change.hasRule()) {
			rest.clear();
			times.putAll(unchanged(change, first, last));
			return;
		}
		Span moved = change.span();
		Duration shift = Duration.between(from, moved.from());
		Duration length = Duration.between(moved.from(), moved.to());
		rest.replaceAll((original, time) -> {
			LocalDateTime start = original.plus(shift);
			return new Occurrence(new Span(start, start.plus(length)), change.status());
		});
	}

}
