package org.muster.icalendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;

/**
 * Writes a person's absences as an iCalendar file (RFC 5545): whole days as dates, half
 * days from 9 to 13 by the person's clock, or from 14 to 18 where another half takes the
 * morning; once a week where not daily.
 */
public final class CalendarWriter {

	private static final LocalTime HALF_FROM = LocalTime.of(9, 0);

	private static final LocalTime HALF_TO = LocalTime.of(13, 0);

	/** From the beginning of a morning to that of an afternoon. */
	private static final Duration LATER = Duration.ofHours(5);

	private static final Pattern UID = Pattern.compile("absence-(\\d+)-[12](?:\\.(.+))?@muster");

	private final String reference;

	private final String name;

	private final ZoneId zone;

	private final Instant now;

	/**
	 * @param reference of the person
	 * @param name of the person, which the calendar is called by
	 * @param zone in which the person works
	 * @param now when the file is written
	 */
	public CalendarWriter(String reference, String name, ZoneId zone, Instant now) {
		this.reference = reference;
		this.name = name;
		this.zone = zone;
		this.now = now;
	}

	/**
	 * Tells by its identifier whether an event is one that we wrote of some absences.
	 * @param reference of the person whose absences they are
	 */
	public static Predicate<String> wrote(String reference, List<AbsenceRow> absences) {
		List<String> ids = absences.stream().map((absence) -> String.valueOf(absence.id())).toList();
		return (uid) -> {
			Matcher own = UID.matcher(uid);
			return own.matches() && ids.contains(own.group(1))
					&& (own.group(2) == null || own.group(2).equals(reference));
		};
	}

	/**
	 * The text of a file with the absences, of which those before others take the
	 * mornings.
	 */
	public String write(List<AbsenceRow> absences) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Muster//Availability//EN");
		calendar.addName(this.name);
		absences.stream()
			.flatMap((absence) -> events(absence, isAfternoon(absence, absences) ? LATER : Duration.ZERO))
			.forEach(calendar::addEvent);
		if (calendar.getEvents().stream().anyMatch((event) -> event.getDateStart().getValue().hasTime())) {
			LocalDate first = absences.stream().map(AbsenceRow::startsOn).min(LocalDate::compareTo).orElseThrow();
			LocalDate last = absences.stream().map(AbsenceRow::endsOn).max(LocalDate::compareTo).orElseThrow();
			calendar.getTimezoneInfo()
				.setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(this.zone),
						ZoneComponent.of(this.zone, first, last)));
		}
		return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
	}

	/** In the afternoon, or where another that is written before takes the mornings. */
	private static boolean isAfternoon(AbsenceRow absence, List<AbsenceRow> absences) {
		return absence.afternoon() || absences.subList(0, absences.indexOf(absence))
			.stream()
			.anyMatch((other) -> !other.afternoon() && other.period().overlaps(absence.period())
					&& !Collections.disjoint(halfDays(other), halfDays(absence)));
	}

	private static Set<DayOfWeek> halfDays(AbsenceRow absence) {
		return absence.allocation()
			.halves()
			.entrySet()
			.stream()
			.filter((day) -> day.getValue() == 1)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private Stream<VEvent> events(AbsenceRow absence, Duration later) {
		Map<Integer, List<DayOfWeek>> byHalves = new TreeMap<>();
		absence.allocation()
			.halves()
			.forEach((day, halves) -> byHalves.computeIfAbsent(halves, (none) -> new ArrayList<>()).add(day));
		return byHalves.entrySet()
			.stream()
			.map((entry) -> event(absence, entry.getKey(), entry.getValue(), later))
			.flatMap(Optional::stream);
	}

	private Optional<VEvent> event(AbsenceRow absence, int halves, List<DayOfWeek> days, Duration later) {
		boolean everyDay = absence.allocation().equals(Allocation.FULL_TIME);
		LocalDate first = absence.startsOn();
		while (!everyDay && !days.contains(first.getDayOfWeek())) {
			first = first.plusDays(1);
		}
		if (first.isAfter(absence.endsOn())) {
			return Optional.empty();
		}
		VEvent event = new VEvent();
		event.setUid("absence-" + absence.id() + "-" + halves + "." + this.reference + "@muster");
		event.setDateTimeStamp(Date.from(this.now));
		event.setSummary(absence.kind().name().charAt(0) + absence.kind().name().substring(1).toLowerCase(Locale.ROOT));
		event.addCategories(absence.kind().name());
		if (halves == 2) {
			event.setDateStart(new biweekly.property.DateStart(date(first)));
			event.setDateEnd(new biweekly.property.DateEnd(date((everyDay ? absence.endsOn() : first).plusDays(1))));
		}
		else {
			event.setDateStart(at(first, HALF_FROM.plus(later)), true);
			event.setDateEnd(at(first, HALF_TO.plus(later)), true);
		}
		if (!everyDay) {
			event.setRecurrenceRule(weekly(days, (halves == 2) ? date(absence.endsOn())
					: new ICalDate(at(absence.endsOn(), HALF_TO.plus(later)), true)));
		}
		if (!absence.kind().isFirm()) {
			event.setStatus(Status.tentative());
		}
		return Optional.of(event);
	}

	/** The end of a rule is a date for dates, and in UTC for times. */
	private Recurrence weekly(List<DayOfWeek> days, ICalDate last) {
		return new Recurrence.Builder(Frequency.WEEKLY)
			.byDay(days.stream().map((day) -> biweekly.util.DayOfWeek.valueOf(day.name())).toList())
			.until(last)
			.build();
	}

	/** A date without a time, as the library keeps it. */
	private static ICalDate date(LocalDate date) {
		return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
	}

	private Date at(LocalDate date, LocalTime time) {
		return Date.from(date.atTime(time).atZone(this.zone).toInstant());
	}

}
