package org.muster.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.ZoneNames;

/**
 * Reads the times of a calendar by local clocks. A time with a {@code TZID} is read in
 * that zone, a floating one as it is written, and one in UTC in the zone of the calendar
 * or else of the person. Dates have no zone.
 */
final class CalendarTimes {

	private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

	private final ICalendar calendar;

	private final TimeZone home;

	/** The zone that the calendar says to be in, if nobody knows it. */
	private final @Nullable String unknownHome;

	/**
	 * @param person the zone in which the person works
	 */
	CalendarTimes(ICalendar calendar, ZoneId person) {
		this.calendar = calendar;
		RawProperty zone = calendar.getExperimentalProperty("X-WR-TIMEZONE");
		TimeZone stated = (zone != null) ? ZoneNames.resolve(zone.getValue()) : null;
		this.home = (stated != null) ? stated : TimeZone.getTimeZone(person);
		boolean unknown = zone != null && stated == null && !zone.getValue().isBlank();
		this.unknownHome = unknown ? zone.getValue().strip() : null;
	}

	/**
	 * The zone whose dates an event takes. Programs that know no whole days write them as
	 * midnight to midnight, also in UTC; such an event takes the dates that are written.
	 */
	TimeZone zoneOf(VEvent event) {
		ICalDate end = (event.getDateEnd() != null) ? event.getDateEnd().getValue() : null;
		Duration length = (event.getDuration() != null) ? event.getDuration().getValue() : null;
		return zoneOf(event.getDateStart(), event.getDateStart().getValue(), end, length);
	}

	/**
	 * @param end or else a length is known
	 */
	TimeZone zoneOf(ICalProperty property, ICalDate start, @Nullable ICalDate end, @Nullable Duration length) {
		TimezoneAssignment assigned = this.calendar.getTimezoneInfo().getTimezone(property);
		if (assigned != null) {
			return assigned.getTimeZone();
		}
		boolean wholeDays = (end != null) ? isMidnightInUtc(end) : length != null && !length.hasTime();
		return (wholeDays && isMidnightInUtc(start)) ? UTC : this.home;
	}

	private static boolean isMidnightInUtc(ICalDate date) {
		DateTimeComponents written = date.getRawComponents();
		return written.isUtc() && written(date).toLocalTime().equals(LocalTime.MIDNIGHT);
	}

	/**
	 * The name of the zone of a time that is neither defined in the calendar nor known:
	 * the time is taken as it is written.
	 */
	@Nullable String unknownZone(DateOrDateTimeProperty property) {
		ICalDate date = property.getValue();
		boolean zoned = date != null && date.hasTime() && !date.getRawComponents().isUtc();
		return (zoned && this.calendar.getTimezoneInfo().getTimezone(property) == null)
				? property.getParameters().getTimezoneId() : null;
	}

	/** The same of the calendar, for times in UTC that are read by the person's clock. */
	@Nullable String unknownHome() {
		return this.unknownHome;
	}

	/** Whether the zone of the calendar matters to an event. */
	boolean isByHome(VEvent event) {
		ICalDate start = event.getDateStart().getValue();
		return start.hasTime() && start.getRawComponents().isUtc() && zoneOf(event).equals(this.home);
	}

	/**
	 * What the clocks of a zone show at a time of a property; midnight for a date.
	 */
	LocalDateTime read(ICalDate date, ICalProperty property, TimeZone zone) {
		DateTimeComponents written = date.getRawComponents();
		TimezoneAssignment assigned = this.calendar.getTimezoneInfo().getTimezone(property);
		if (date.hasTime() && written.isUtc()) {
			return local(written.toDate().toInstant(), zone);
		}
		if (date.hasTime() && assigned != null && !assigned.getTimeZone().getID().equals(zone.getID())) {
			return local(written.toDate(assigned.getTimeZone()).toInstant(), zone);
		}
		return written(date);
	}

	/**
	 * The last time that a rule allows. Of a rule for whole days only the date counts,
	 * and a date counts to its end.
	 */
	LocalDateTime readEnd(ICalDate until, TimeZone zone, boolean wholeDays) {
		DateTimeComponents written = until.getRawComponents();
		LocalDateTime end = (written.isUtc() && !(wholeDays && isMidnightInUtc(until)))
				? local(written.toDate().toInstant(), wholeDays ? this.home : zone) : written(until);
		return (wholeDays || !until.hasTime()) ? end.toLocalDate().atTime(LocalTime.MAX) : end;
	}

	private static LocalDateTime local(Instant instant, TimeZone zone) {
		int seconds = zone.getOffset(instant.toEpochMilli()) / 1000;
		return LocalDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(seconds));
	}

	private static LocalDateTime written(ICalDate date) {
		DateTimeComponents written = date.getRawComponents();
		LocalDateTime day = LocalDateTime.of(written.getYear(), 1, 1, 0, 0)
			.plusMonths(written.getMonth() - 1L)
			.plusDays(written.getDate() - 1L);
		return day.plusHours(written.getHour()).plusMinutes(written.getMinute()).plusSeconds(written.getSecond());
	}

}
