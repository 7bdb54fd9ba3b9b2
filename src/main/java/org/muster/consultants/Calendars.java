package org.muster.consultants;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/** A person's calendar as an iCalendar file (RFC 5545), to and fro. */
final class Calendars {

	/** How far ahead events that come again are entered, in years. */
	private static final int AHEAD = 2;

	private static final int MOST_EVENTS = 2000;

	private static final int MOST_TIMES = 800;

	/** Shorter events are meetings, not absences. */
	private static final Duration SHORTEST = Duration.ofHours(2);

	private static final Duration LONGEST_HALF = Duration.ofHours(5);

	private static final String OURS = "@muster";

	private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

	private Calendars() {
	}

	/** What an event of a calendar takes of a person. */
	record Entry(AbsenceKind kind, Period period, Allocation allocation, String source) {
	}

	/** A file that is no calendar. */
	static final class Unreadable extends Exception {

		private final String key;

		Unreadable(String key) {
			super(key);
			this.key = key;
		}

		/** Of the message that says why. */
		String key() {
			return this.key;
		}

	}

	static String write(Consultant consultant, List<AbsenceRow> absences, Instant now) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Muster//Availability//EN");
		calendar.addName(consultant.name());
		for (AbsenceRow absence : absences) {
			Map<Integer, List<DayOfWeek>> byHalves = new TreeMap<>();
			absence.allocation()
				.halves()
				.forEach((day, halves) -> byHalves.computeIfAbsent(halves, (none) -> new ArrayList<>()).add(day));
			boolean everyDay = absence.allocation().equals(Allocation.FULL_TIME);
			byHalves
				.forEach((halves, days) -> event(absence, halves, days, everyDay, now).ifPresent(calendar::addEvent));
		}
		return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
	}

	/**
	 * All-day events for whole days, mornings for half ones, once a week where not daily.
	 */
	private static java.util.Optional<VEvent> event(AbsenceRow absence, int halves, List<DayOfWeek> days,
			boolean everyDay, Instant now) {
		LocalDate first = absence.startsOn();
		while (!everyDay && !days.contains(first.getDayOfWeek())) {
			first = first.plusDays(1);
		}
		if (first.isAfter(absence.endsOn())) {
			return java.util.Optional.empty();
		}
		VEvent event = new VEvent();
		event.setUid("absence-" + absence.id() + "-" + halves + OURS);
		event.setDateTimeStamp(Date.from(now));
		event.setSummary(absence.kind().name().charAt(0)
				+ absence.kind().name().substring(1).toLowerCase(java.util.Locale.ROOT));
		event.addCategories(absence.kind().name());
		if (halves == 2) {
			event.setDateStart(date(first), false);
			event.setDateEnd(date((everyDay ? absence.endsOn() : first).plusDays(1)), false);
		}
		else {
			event.setDateStart(at(first, LocalTime.of(9, 0)), true);
			event.setDateEnd(at(first, LocalTime.of(13, 0)), true);
		}
		if (!everyDay) {
			event.setRecurrenceRule(new Recurrence.Builder(Frequency.WEEKLY)
				.byDay(days.stream().map((day) -> biweekly.util.DayOfWeek.valueOf(day.name())).toList())
				.until(at(absence.endsOn(), LocalTime.of(23, 0)), true)
				.build());
		}
		if (!absence.kind().isFirm()) {
			event.setStatus(biweekly.property.Status.tentative());
		}
		return java.util.Optional.of(event);
	}

	/** As the library writes dates without a time: by the machine's own zone. */
	private static Date date(LocalDate date) {
		return Date.from(date.atStartOfDay(TimeZone.getDefault().toZoneId()).toInstant());
	}

	private static Date at(LocalDate date, LocalTime time) {
		return Date.from(date.atTime(time).toInstant(ZoneOffset.UTC));
	}

	/**
	 * Reads what takes whole or half days. Events that are cancelled, that leave a person
	 * free, that are short or past are left out, and those that we wrote ourselves.
	 * @throws Unreadable if the file is no calendar, or too much of one
	 */
	static List<Entry> read(byte[] file, LocalDate today) throws Unreadable {
		List<VEvent> events = parse(text(file)).stream().flatMap((calendar) -> calendar.getEvents().stream()).toList();
		if (events.size() > MOST_EVENTS) {
			throw new Unreadable("consultants.calendar.many");
		}
		Period window = new Period(today.minusDays(1), today.plusYears(AHEAD));
		List<Entry> entries = new ArrayList<>();
		for (VEvent event : events) {
			if (counts(event)) {
				read(event, window, entries);
			}
		}
		return entries;
	}

	private static String text(byte[] file) throws Unreadable {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable("consultants.calendar.encoding");
		}
	}

	private static List<ICalendar> parse(String text) throws Unreadable {
		if (!text.strip().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
			throw new Unreadable("consultants.calendar.none");
		}
		try {
			return Biweekly.parse(text).all();
		}
		catch (RuntimeException ex) {
			throw new Unreadable("consultants.calendar.none");
		}
	}

	private static boolean counts(VEvent event) {
		Transparency transparency = event.getTransparency();
		boolean free = transparency != null && transparency.isTransparent();
		boolean cancelled = event.getStatus() != null && event.getStatus().isCancelled();
		boolean ours = event.getUid() != null
				&& Objects.requireNonNullElse(event.getUid().getValue(), "").endsWith(OURS);
		return event.getDateStart() != null && event.getDateStart().getValue() != null && !free && !cancelled && !ours;
	}

	private static void read(VEvent event, Period window, List<Entry> entries) {
		DateStart start = event.getDateStart();
		Duration length = length(event);
		boolean wholeDays = !start.getValue().hasTime();
		if (!wholeDays && length.compareTo(SHORTEST) < 0) {
			return;
		}
		int halves = (!wholeDays && length.compareTo(LONGEST_HALF) <= 0) ? 1 : 2;
		int days = wholeDays ? (int) Math.max(1, length.toDays()) : (int) Math.max(1, length.toDays() + 1);
		AbsenceKind kind = (event.getStatus() != null && event.getStatus().isTentative()) ? AbsenceKind.TENTATIVE
				: AbsenceKind.LEAVE;
		List<LocalDate> firsts = firsts(event, window);
		if (days == 1) {
			weekly(firsts).forEach((period) -> add(event, kind, period, onWeekdayOf(period, halves), entries));
			return;
		}
		firsts.forEach((first) -> add(event, kind, new Period(first, first.plusDays(days - 1L)), Allocation.FULL_TIME,
				entries));
	}

	private static Duration length(VEvent event) {
		ICalDate start = event.getDateStart().getValue();
		DateEnd end = event.getDateEnd();
		if (end != null && end.getValue() != null) {
			return Duration.ofMillis(end.getValue().getTime() - start.getTime());
		}
		if (event.getDuration() != null && event.getDuration().getValue() != null) {
			return Duration.ofMillis(event.getDuration().getValue().toMillis());
		}
		return start.hasTime() ? Duration.ZERO : Duration.ofDays(1);
	}

	/** The first days of all times that an event takes place in a window. */
	private static List<LocalDate> firsts(VEvent event, Period window) {
		boolean wholeDays = !event.getDateStart().getValue().hasTime();
		TimeZone zone = wholeDays ? TimeZone.getDefault() : UTC;
		List<LocalDate> firsts = new ArrayList<>();
		DateIterator times = event.getDateIterator(zone);
		for (int time = 0; times.hasNext() && time < MOST_TIMES; time++) {
			LocalDate date = times.next().toInstant().atZone(zone.toZoneId()).toLocalDate();
			if (date.isAfter(window.to())) {
				break;
			}
			if (window.contains(date) || !hasRule(event)) {
				firsts.add(date);
			}
		}
		return firsts;
	}

	private static boolean hasRule(VEvent event) {
		return event.getRecurrenceRule() != null;
	}

	/** Days that come every seven days become one stretch. */
	private static List<Period> weekly(List<LocalDate> dates) {
		Map<DayOfWeek, @Nullable Period> open = new EnumMap<>(DayOfWeek.class);
		List<Period> periods = new ArrayList<>();
		for (LocalDate date : dates) {
			Period running = open.get(date.getDayOfWeek());
			if (running != null && running.to().plusWeeks(1).equals(date)) {
				open.put(date.getDayOfWeek(), new Period(running.from(), date));
				continue;
			}
			if (running != null) {
				periods.add(running);
			}
			open.put(date.getDayOfWeek(), new Period(date, date));
		}
		open.values().stream().filter(Objects::nonNull).forEach(periods::add);
		return periods;
	}

	private static Allocation onWeekdayOf(Period period, int halves) {
		return new Allocation(Map.of(period.from().getDayOfWeek(), halves));
	}

	private static void add(VEvent event, AbsenceKind kind, Period period, Allocation allocation, List<Entry> entries) {
		String uid = (event.getUid() != null) ? event.getUid().getValue() : "";
		entries.add(new Entry(kind, period, allocation, "ical:" + hash(uid + " " + period + " " + allocation)));
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
