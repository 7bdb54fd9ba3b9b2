package org.muster.icalendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import org.muster.availability.AbsenceKind;
import org.muster.calendar.Period;
import org.muster.icalendar.CalendarContents.Skipped;
import org.muster.icalendar.EventSeries.Occurrence;

/**
 * Reads from an iCalendar file (RFC 5545) on which days a person is unavailable. A day is
 * a date of the event's own zone; {@link Span} tells when it is taken.
 */
public final class CalendarReader {

	private static final int MOST_EVENTS = 2000;

	private final TimeFrame frame;

	private final ZoneId zone;

	private final String email;

	private final Predicate<String> own;

	/** By identifier: a file may hold several calendars with parts of one series. */
	private final Map<String, Found> series = new LinkedHashMap<>();

	private final List<CalendarEntry> entries = new ArrayList<>();

	private final Map<String, CalendarVersion> events = new HashMap<>();

	private final Set<String> complete = new HashSet<>();

	private final Set<String> identified = new HashSet<>();

	private final List<ReplacedTime> replaced = new ArrayList<>();

	private final Set<String> unread = new HashSet<>();

	private final SortedMap<String, Integer> zones = new TreeMap<>();

	private final SortedMap<String, Integer> homes = new TreeMap<>();

	private final SortedMap<LocalDate, Integer> cut = new TreeMap<>();

	private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);

	private record Found(String calendar, List<CalendarEvent> events) {
	}

	/**
	 * @param today of the person
	 * @param zone in which the person works
	 * @param email of the person
	 * @param own tells by its identifier whether an event was written by us
	 */
	public CalendarReader(LocalDate today, ZoneId zone, String email, Predicate<String> own) {
		this.frame = new TimeFrame(today);
		this.zone = zone;
		this.email = email;
		this.own = own;
	}

	/**
	 * @param fileName stands for calendars that have no name
	 * @throws UnreadableCalendar if the file is no calendar, or too much of one
	 */
	public CalendarContents read(String fileName, byte[] file) throws UnreadableCalendar {
		List<ICalendar> calendars = CalendarParser.parse(file);
		if (calendars.stream().mapToInt((calendar) -> calendar.getEvents().size()).sum() > MOST_EVENTS) {
			throw new UnreadableCalendar("icalendar.many");
		}
		calendars.forEach((calendar) -> read(calendar, fileName));
		this.series.forEach((uid, found) -> read(found.calendar(), uid, new EventSeries(found.events())));
		if (this.entries.size() > MOST_EVENTS) {
			throw new UnreadableCalendar("icalendar.many");
		}
		return new CalendarContents(this.entries, this.events, this.complete, this.identified, this.replaced,
				this.unread, this.skipped, this.zones, this.homes, this.cut);
	}

	private void read(ICalendar calendar, String fileName) {
		CalendarTimes times = new CalendarTimes(calendar, this.zone);
		String identifier = CalendarParser.named(calendar, "X-WR-RELCALID", "UID");
		String name = Objects.requireNonNullElse(
				(identifier != null) ? identifier : CalendarParser.named(calendar, "X-WR-CALNAME", "NAME"), fileName);
		String source = CalendarSource.of(name, "", "").calendar();
		if (CalendarParser.isWhole(calendar)) {
			this.complete.add(source);
		}
		if (identifier != null) {
			this.identified.add(source);
		}
		for (VEvent event : calendar.getEvents()) {
			Skipped problem = CalendarParser.problem(event);
			if (problem != null) {
				skip(problem);
				keep(event, name);
				continue;
			}
			if (CalendarParser.isAnswer(calendar) && event.getRecurrenceId() != null) {
				skip(Skipped.FREE);
				continue;
			}
			CalendarEvent one = new CalendarEvent(event, times, status(calendar, event));
			if (one.isReversed()) {
				skip(Skipped.REVERSED);
				keep(event, name);
				continue;
			}
			String unknown = one.unknownZone();
			if (unknown != null) {
				this.zones.merge(unknown, 1, Integer::sum);
			}
			String home = one.unknownHome();
			if (home != null) {
				this.homes.merge(home, 1, Integer::sum);
			}
			this.series.computeIfAbsent(one.uid(), (none) -> new Found(name, new ArrayList<>())).events().add(one);
		}
		calendar.getFreeBusies().forEach((busy) -> {
			BusyTimes found = BusyTimes.of(busy, times);
			Skipped marked = CalendarText.problem(busy);
			Skipped problem = (marked == null && found.reversed()) ? Skipped.REVERSED : marked;
			if (problem != null) {
				skip(problem);
				this.unread.add(CalendarSource.of(name, found.uid(), "").event());
				return;
			}
			String home = times.unknownHome();
			if (home != null) {
				this.homes.merge(home, 1, Integer::sum);
			}
			enter(name, found.uid(), found.occurrences(), false, CalendarVersion.NONE);
		});
	}

	/**
	 * What is known of an event that cannot be read stays; which one it is, if it has no
	 * identifier, nobody knows.
	 */
	private void keep(VEvent event, String calendar) {
		String uid = (event.getUid() != null) ? event.getUid().getValue() : null;
		if (uid == null || uid.isBlank()) {
			this.complete.remove(CalendarSource.of(calendar, "", "").calendar());
		}
		else if (event.getRecurrenceId() == null && event.getExperimentalProperty("RECURRENCE-ID") == null) {
			this.unread.add(CalendarSource.of(calendar, uid, "").event());
		}
	}

	/** What somebody answers to an invitation is no event of theirs. */
	private BusyStatus status(ICalendar calendar, VEvent event) {
		Method method = calendar.getMethod();
		if (method != null && method.isCancel()) {
			return BusyStatus.CANCELLED;
		}
		return CalendarParser.isAnswer(calendar) ? BusyStatus.FREE : BusyStatus.of(event, this.email);
	}

	private void read(String calendar, String uid, EventSeries series) {
		if (this.own.test(uid)) {
			skip(Skipped.OWN);
			return;
		}
		String event = CalendarSource.of(calendar, uid, "").event();
		if (!series.isWhole()) {
			if (!this.unread.contains(event)) {
				series.changes().forEach((change) -> change(calendar, uid, event, change));
			}
			return;
		}
		try {
			enter(calendar, uid, series.occurrences(this.frame.first(), this.frame.last()), series.repeats(),
					series.version());
		}
		catch (UnreadableEvent ex) {
			skip(ex.reason());
			this.unread.add(event);
		}
	}

	/** The rule is not here: what an earlier file said of the other times stays. */
	private void change(String calendar, String uid, String event, CalendarEvent change) {
		if (change.replacesAllThatFollow()) {
			skip(Skipped.INCOMPLETE);
			return;
		}
		LocalDateTime original = Objects.requireNonNull(change.replaces(change.zone()));
		Span span = change.span();
		Span was = new Span(original, original.plus(Duration.between(span.from(), span.to())));
		ReplacedTime replacement = new ReplacedTime(event, original, new Period(original.toLocalDate(), was.lastDate()),
				change.status().takesTime(), change.version());
		this.replaced.add(replacement);
		if (replacement.takesTime()) {
			enter(calendar, uid, List.of(new Occurrence(span, change.status())), false, change.version(),
					replacement::part);
		}
	}

	/**
	 * @param repeats what comes again is entered for some time, and what comes once
	 * always
	 */
	private void enter(String calendar, String uid, List<Occurrence> occurrences, boolean repeats,
			CalendarVersion version) {
		this.events.put(CalendarSource.of(calendar, uid, "").event(), version);
		enter(calendar, uid, occurrences, repeats, version, CalendarSource::partOf);
	}

	/**
	 * @param part tells a part of what the event takes from others
	 */
	private void enter(String calendar, String uid, List<Occurrence> occurrences, boolean repeats,
			CalendarVersion version, BiFunction<AbsenceKind, DaysTaken.Stretch, String> part) {
		List<Occurrence> busy = occurrences.stream().filter((occurrence) -> occurrence.status().takesTime()).toList();
		List<Occurrence> near = busy.stream()
			.filter((occurrence) -> !repeats || !this.frame.isBefore(occurrence.span()))
			.toList();
		int before = this.entries.size();
		for (AbsenceKind kind : List.of(AbsenceKind.LEAVE, AbsenceKind.TENTATIVE)) {
			DaysTaken days = new DaysTaken();
			together(near).stream()
				.filter((occurrence) -> occurrence.status().kind() == kind)
				.map((occurrence) -> this.frame.clip(occurrence.span()))
				.filter(Objects::nonNull)
				.forEach((span) -> days.add(span.halves()));
			days.stretches()
				.stream()
				.filter((stretch) -> !this.frame.isPast(stretch.period().to()))
				.forEach((stretch) -> this.entries.add(new CalendarEntry(kind, stretch.period(), stretch.allocation(),
						stretch.afternoon(), CalendarSource.of(calendar, uid, part.apply(kind, stretch)), version)));
		}
		boolean entered = this.entries.size() > before;
		LocalDate end = (near.size() < busy.size()) ? this.frame.last().toLocalDate()
				: near.stream()
					.map((occurrence) -> this.frame.end(occurrence.span()))
					.filter(Objects::nonNull)
					.min(Comparator.naturalOrder())
					.orElse(null);
		if (end != null && (entered || near.isEmpty())) {
			this.cut.merge(end, 1, Integer::sum);
		}
		else if (!entered) {
			skip(reason(occurrences));
		}
	}

	/** An hour after the other is no meeting; a day after the other can come weekly. */
	private static List<Occurrence> together(List<Occurrence> all) {
		Predicate<Occurrence> isLong = (one) -> !one.span().to().isBefore(one.span().from().plusDays(1));
		return Stream
			.concat(all.stream().filter(isLong),
					BusyTimes.joined(all.stream().filter(isLong.negate()).toList()).stream())
			.toList();
	}

	private Skipped reason(List<Occurrence> occurrences) {
		if (occurrences.stream().allMatch((occurrence) -> occurrence.status() == BusyStatus.CANCELLED)) {
			return Skipped.CANCELLED;
		}
		if (occurrences.stream().noneMatch((occurrence) -> occurrence.status().takesTime())) {
			return Skipped.FREE;
		}
		return occurrences.stream().allMatch((occurrence) -> this.frame.isPast(occurrence.span().lastDate()))
				? Skipped.PAST : Skipped.SHORT;
	}

	private void skip(Skipped reason) {
		this.skipped.merge(reason, 1, Integer::sum);
	}

}
