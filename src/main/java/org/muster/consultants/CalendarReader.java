package org.muster.consultants;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Method;
import biweekly.property.RawProperty;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.calendar.Period;
import org.muster.consultants.CalendarContents.Skipped;
import org.muster.consultants.EventSeries.Occurrence;

/**
 * Reads from an iCalendar file (RFC 5545) on which days a person is unavailable. A day is
 * a date of the event's own zone; {@link Span} tells when it is taken.
 */
final class CalendarReader {

	/** How far ahead events that come again are entered, in years. */
	private static final int AHEAD = 2;

	/** The longest absence, in years. */
	private static final int LONGEST = 5;

	private static final int MOST_EVENTS = 2000;

	/** Some programs write dates as times and call them dates. */
	private static final Pattern DATE_WITH_TIME = Pattern.compile(
			"^((?:DTSTART|DTEND|RECURRENCE-ID)[^:\\r\\n]*;VALUE=DATE(?:;[^:\\r\\n]*)?:\\d{8})T\\d{6}Z?",
			Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

	private final LocalDate today;

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
	CalendarReader(LocalDate today, ZoneId zone, String email, Predicate<String> own) {
		this.today = today;
		this.zone = zone;
		this.email = email;
		this.own = own;
	}

	/**
	 * @param fileName stands for calendars that have no name
	 * @throws UnreadableCalendar if the file is no calendar, or too much of one
	 */
	CalendarContents read(String fileName, byte[] file) throws UnreadableCalendar {
		List<ICalendar> calendars = parse(text(file));
		if (calendars.stream().mapToInt((calendar) -> calendar.getEvents().size()).sum() > MOST_EVENTS) {
			throw new UnreadableCalendar("consultants.calendar.many");
		}
		calendars.forEach((calendar) -> read(calendar, fileName));
		this.series.forEach((uid, found) -> read(found.calendar(), uid, new EventSeries(found.events())));
		if (this.entries.size() > MOST_EVENTS) {
			throw new UnreadableCalendar("consultants.calendar.many");
		}
		return new CalendarContents(this.entries, this.events, this.complete, this.identified, this.replaced,
				this.unread, this.skipped, this.zones, this.homes, this.cut);
	}

	/**
	 * UTF-8 and UTF-16 by their mark; whatever is not UTF-8 is taken for the older
	 * Latin-1, in which all that we read is written alike.
	 */
	private static String text(byte[] file) {
		Charset charset = (startsWith(file, 0xFE, 0xFF) || startsWith(file, 0xFF, 0xFE)) ? StandardCharsets.UTF_16
				: StandardCharsets.UTF_8;
		String text;
		try {
			text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			text = new String(file, StandardCharsets.ISO_8859_1);
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static boolean startsWith(byte[] file, int first, int second) {
		return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
	}

	private static List<ICalendar> parse(String text) throws UnreadableCalendar {
		String checked = CalendarText.checked(DATE_WITH_TIME.matcher(text).replaceAll("$1"));
		try (ICalReader reader = new ICalReader(checked)) {
			reader.setGlobalTimezoneIdResolver(ZoneNames::resolve);
			return reader.readAll();
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableCalendar("consultants.calendar.none");
		}
	}

	private void read(ICalendar calendar, String fileName) {
		CalendarTimes times = new CalendarTimes(calendar, this.zone);
		String identifier = named(calendar, "X-WR-RELCALID", "UID");
		String name = Objects
			.requireNonNullElse((identifier != null) ? identifier : named(calendar, "X-WR-CALNAME", "NAME"), fileName);
		String source = CalendarSource.of(name, "", "").calendar();
		if (isWhole(calendar)) {
			this.complete.add(source);
		}
		if (identifier != null) {
			this.identified.add(source);
		}
		for (VEvent event : calendar.getEvents()) {
			Skipped problem = problem(event);
			if (problem != null) {
				skip(problem);
				keep(event, name);
				continue;
			}
			if (isAnswer(calendar) && event.getRecurrenceId() != null) {
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

	private static @Nullable Skipped problem(VEvent event) {
		Skipped problem = CalendarText.problem(event);
		boolean dated = event.getDateStart() != null && event.getDateStart().getValue() != null;
		return (problem != null || dated) ? problem : Skipped.UNDATED;
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

	private static @Nullable String named(ICalendar calendar, String... properties) {
		return Stream.of(properties)
			.flatMap((property) -> Stream.concat(
					calendar.getExperimentalProperties(property).stream().map(RawProperty::getValue),
					standard(calendar, property)))
			.filter((value) -> value != null && !value.isBlank())
			.findFirst()
			.orElse(null);
	}

	private static Stream<@Nullable String> standard(ICalendar calendar, String property) {
		if (property.equals("UID") && calendar.getUid() != null) {
			return Stream.of(calendar.getUid().getValue());
		}
		boolean named = property.equals("NAME") && !calendar.getNames().isEmpty();
		return named ? Stream.of(calendar.getNames().get(0).getValue()) : Stream.empty();
	}

	/** Messages carry single events, and Outlook can save some weeks of a calendar. */
	private static boolean isWhole(ICalendar calendar) {
		boolean message = calendar.getMethod() != null && !calendar.getMethod().isPublish();
		return !message && calendar.getExperimentalProperty("X-CALSTART") == null;
	}

	/** What somebody answers to an invitation is no event of theirs. */
	private BusyStatus status(ICalendar calendar, VEvent event) {
		Method method = calendar.getMethod();
		if (method != null && method.isCancel()) {
			return BusyStatus.CANCELLED;
		}
		return isAnswer(calendar) ? BusyStatus.FREE : BusyStatus.of(event, this.email);
	}

	private static boolean isAnswer(ICalendar calendar) {
		Method method = calendar.getMethod();
		return method != null
				&& (method.isReply() || method.isCounter() || method.isDeclineCounter() || method.isRefresh());
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
			enter(calendar, uid, series.occurrences(first(), last()), series.repeats(), series.version());
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
	 * Old times are left out, by whole years: the same file gives the same on another
	 * day.
	 */
	private LocalDateTime first() {
		return this.today.withDayOfYear(1).minusYears(1).atStartOfDay();
	}

	/** By whole months, for the same reason. */
	private LocalDateTime last() {
		return this.today.plusYears(AHEAD).with(TemporalAdjusters.lastDayOfMonth()).atTime(LocalTime.MAX);
	}

	/**
	 * @param repeats what comes again is entered for some time, and what comes once
	 * always
	 */
	private void enter(String calendar, String uid, List<Occurrence> occurrences, boolean repeats,
			CalendarVersion version) {
		this.events.put(CalendarSource.of(calendar, uid, "").event(), version);
		enter(calendar, uid, occurrences, repeats, version, CalendarReader::part);
	}

	/**
	 * @param part tells a part of what the event takes from others
	 */
	private void enter(String calendar, String uid, List<Occurrence> occurrences, boolean repeats,
			CalendarVersion version, BiFunction<AbsenceKind, DaysTaken.Stretch, String> part) {
		List<Occurrence> busy = occurrences.stream().filter((occurrence) -> occurrence.status().takesTime()).toList();
		List<Occurrence> near = busy.stream().filter((occurrence) -> !repeats || !isLater(occurrence)).toList();
		int before = this.entries.size();
		for (AbsenceKind kind : List.of(AbsenceKind.LEAVE, AbsenceKind.TENTATIVE)) {
			DaysTaken days = new DaysTaken();
			together(near).stream()
				.filter((occurrence) -> occurrence.status().kind() == kind)
				.map(this::clip)
				.filter(Objects::nonNull)
				.forEach((span) -> days.add(span.halves()));
			days.stretches()
				.stream()
				.filter((stretch) -> !stretch.period().to().isBefore(this.today))
				.forEach((stretch) -> this.entries.add(new CalendarEntry(kind, stretch.period(), stretch.allocation(),
						stretch.afternoon(), CalendarSource.of(calendar, uid, part.apply(kind, stretch)), version)));
		}
		boolean entered = this.entries.size() > before;
		LocalDate end = (near.size() < busy.size()) ? last().toLocalDate()
				: near.stream().map(this::end).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
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

	private boolean isLater(Occurrence occurrence) {
		return occurrence.span().from().isAfter(last());
	}

	private static String part(AbsenceKind kind, DaysTaken.Stretch stretch) {
		return CalendarSource.partOf(kind, stretch);
	}

	private @Nullable Span clip(Occurrence occurrence) {
		LocalDateTime from = from(occurrence);
		LocalDateTime longest = from.plusYears(LONGEST);
		LocalDateTime to = occurrence.span().to().isBefore(longest) ? occurrence.span().to() : longest;
		return to.isBefore(from) ? null : new Span(from, to);
	}

	private LocalDateTime from(Occurrence occurrence) {
		return occurrence.span().from().isAfter(first()) ? occurrence.span().from() : first();
	}

	/** The last date that is entered of an absence that is too long. */
	private @Nullable LocalDate end(Occurrence occurrence) {
		LocalDateTime longest = from(occurrence).plusYears(LONGEST);
		return occurrence.span().to().isAfter(longest) ? longest.minusNanos(1).toLocalDate() : null;
	}

	private Skipped reason(List<Occurrence> occurrences) {
		if (occurrences.stream().allMatch((occurrence) -> occurrence.status() == BusyStatus.CANCELLED)) {
			return Skipped.CANCELLED;
		}
		if (occurrences.stream().noneMatch((occurrence) -> occurrence.status().takesTime())) {
			return Skipped.FREE;
		}
		return occurrences.stream().allMatch((occurrence) -> occurrence.span().lastDate().isBefore(this.today))
				? Skipped.PAST : Skipped.SHORT;
	}

	private void skip(Skipped reason) {
		this.skipped.merge(reason, 1, Integer::sum);
	}

}
