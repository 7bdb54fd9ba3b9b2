package org.muster.icalendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeSet;

import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.property.ExceptionDates;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceId;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import org.jspecify.annotations.Nullable;
import org.muster.icalendar.CalendarContents.Skipped;

/**
 * One event of a calendar with its rules, by the local clock of its zone: a rule goes by
 * the clock, so that summer time moves nothing.
 */
final class CalendarEvent {

	/** Of a rule from its start, wanted or not: every hour of 45 years. */
	private static final int MOST_TIMES = 400_000;

	/** The library counts in UTC, and is given what the local clock shows. */
	private static final TimeZone COUNTED = TimeZone.getTimeZone(ZoneOffset.UTC);

	private final VEvent event;

	private final CalendarTimes times;

	private final TimeZone zone;

	private final BusyStatus status;

	/**
	 * @param event one that has a start
	 */
	CalendarEvent(VEvent event, CalendarTimes times, BusyStatus status) {
		this.event = event;
		this.times = times;
		this.zone = times.zoneOf(event);
		this.status = status;
	}

	/** Tells which events belong together; one without an identifier stands alone. */
	String uid() {
		String uid = (this.event.getUid() != null) ? this.event.getUid().getValue() : null;
		String summary = (this.event.getSummary() != null) ? this.event.getSummary().getValue() : "";
		return (uid == null || uid.isBlank()) ? "none " + span().from() + " " + summary : uid;
	}

	BusyStatus status() {
		return this.status;
	}

	boolean isWholeDays() {
		return !this.event.getDateStart().getValue().hasTime();
	}

	/** The time that it takes, or the first one of many. */
	Span span() {
		LocalDateTime from = this.times.read(this.event.getDateStart().getValue(), this.event.getDateStart(),
				this.zone);
		ICalDate end = (this.event.getDateEnd() != null) ? this.event.getDateEnd().getValue() : null;
		LocalDateTime to = from;
		if (end != null) {
			to = this.times.read(end, this.event.getDateEnd(), this.zone);
		}
		else if (this.event.getDuration() != null && this.event.getDuration().getValue() != null) {
			to = plus(from, this.event.getDuration().getValue());
		}
		LocalDateTime shortest = isWholeDays() ? from.plusDays(1) : from;
		return new Span(from, to.isBefore(shortest) ? shortest : to);
	}

	/** Whether it ends before it starts, so that nobody knows when it is. */
	boolean isReversed() {
		ICalDate start = this.event.getDateStart().getValue();
		ICalDate end = (this.event.getDateEnd() != null) ? this.event.getDateEnd().getValue() : null;
		biweekly.util.Duration length = (this.event.getDuration() != null) ? this.event.getDuration().getValue() : null;
		if (end == null) {
			return length != null && length.isPrior();
		}
		// By the clock alone an end in the hour that comes twice may seem to be earlier.
		return end.before(start) && this.times.read(end, this.event.getDateEnd(), this.zone)
			.isBefore(this.times.read(start, this.event.getDateStart(), this.zone));
	}

	/** A time zone that it names and that nobody knows, or {@code null}. */
	@Nullable String unknownZone() {
		String start = this.times.unknownZone(this.event.getDateStart());
		return (start != null || this.event.getDateEnd() == null) ? start
				: this.times.unknownZone(this.event.getDateEnd());
	}

	/** That of the calendar, where it matters and nobody knows it, or {@code null}. */
	@Nullable String unknownHome() {
		return this.times.isByHome(this.event) ? this.times.unknownHome() : null;
	}

	/** Days are days by the clock, also those of 23 or 25 hours. */
	static LocalDateTime plus(LocalDateTime from, biweekly.util.Duration length) {
		if (length.isPrior()) {
			return from;
		}
		return from.plusWeeks(Objects.requireNonNullElse(length.getWeeks(), 0))
			.plusDays(Objects.requireNonNullElse(length.getDays(), 0))
			.plusHours(Objects.requireNonNullElse(length.getHours(), 0))
			.plusMinutes(Objects.requireNonNullElse(length.getMinutes(), 0))
			.plusSeconds(Objects.requireNonNullElse(length.getSeconds(), 0));
	}

	boolean hasRule() {
		return this.event.getRecurrenceRule() != null;
	}

	/** Whether it comes again, by a rule or on dates. */
	boolean repeats() {
		return hasRule() || !this.event.getProperties(RecurrenceDates.class).isEmpty();
	}

	/** Which time of a series it stands for, by the clock of the series' zone. */
	@Nullable LocalDateTime replaces(TimeZone seriesZone) {
		RecurrenceId id = this.event.getRecurrenceId();
		return (id != null && id.getValue() != null) ? this.times.read(id.getValue(), id, seriesZone) : null;
	}

	boolean replacesOne() {
		return this.event.getRecurrenceId() != null;
	}

	/** Whether it stands for a whole date, and not for a time on it. */
	boolean replacesDate() {
		return replacesOne() && !this.event.getRecurrenceId().getValue().hasTime();
	}

	boolean replacesAllThatFollow() {
		return replacesOne() && this.event.getRecurrenceId().getRange() == Range.THIS_AND_FUTURE;
	}

	TimeZone zone() {
		return this.zone;
	}

	CalendarVersion version() {
		return CalendarVersion.of(this.event);
	}

	/**
	 * The times that it takes, in order. Of each rule the next time that begins later is
	 * among them: it tells that there is more.
	 * @param first what ended earlier is left out, but for the first time of all
	 * @param last nothing else that begins later is looked for
	 * @throws UnreadableEvent if a rule gives too many times
	 */
	List<Span> all(LocalDateTime first, LocalDateTime last) throws UnreadableEvent {
		Span one = span();
		Duration length = Duration.between(one.from(), one.to());
		Span wanted = new Span(first.minus(length), last);
		TreeSet<LocalDateTime> starts = new TreeSet<>(List.of(one.from()));
		for (RecurrenceRule rule : this.event.getProperties(RecurrenceRule.class)) {
			starts.addAll(times(rule, one.from(), wanted));
		}
		List<Span> periods = new ArrayList<>();
		for (RecurrenceDates dates : this.event.getProperties(RecurrenceDates.class)) {
			dates.getDates()
				.forEach((date) -> starts.add(sameTime(this.times.read(date, dates, this.zone), date, one)));
			dates.getPeriods().forEach((period) -> periods.add(span(period, dates)));
		}
		for (ExceptionRule rule : this.event.getProperties(ExceptionRule.class)) {
			starts.removeAll(times(rule, one.from(), wanted));
		}
		List<Span> spans = new ArrayList<>(periods);
		starts.forEach((start) -> spans.add(new Span(start, start.plus(length))));
		spans.removeIf(this::isLeftOut);
		return spans;
	}

	/** A date that is added to an event with a time means the same time on that date. */
	private static LocalDateTime sameTime(LocalDateTime start, ICalDate date, Span first) {
		return date.hasTime() ? start : start.toLocalDate().atTime(first.from().toLocalTime());
	}

	private Span span(Period period, RecurrenceDates dates) {
		LocalDateTime from = this.times.read(period.getStartDate(), dates, this.zone);
		return new Span(from, (period.getEndDate() != null) ? this.times.read(period.getEndDate(), dates, this.zone)
				: plus(from, period.getDuration()));
	}

	/** A date leaves out whatever begins on it. */
	private boolean isLeftOut(Span span) {
		for (ExceptionDates dates : this.event.getProperties(ExceptionDates.class)) {
			for (ICalDate date : dates.getValues()) {
				LocalDateTime time = this.times.read(date, dates, this.zone);
				boolean byDate = isWholeDays() || !date.hasTime();
				if (byDate ? time.toLocalDate().equals(span.from().toLocalDate()) : time.equals(span.from())) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Counts from the start of the rule: what the library offers for going ahead loses
	 * times of rules by the hour, and all times of rules older than a century. The start
	 * is the first of as many times as a rule counts, also where it is none of those that
	 * the rule gives (RFC 5545, 3.8.5.3); the library counts only those.
	 * @param wanted the next time after it is given as well
	 */
	private List<LocalDateTime> times(RecurrenceProperty property, LocalDateTime start, Span wanted)
			throws UnreadableEvent {
		List<LocalDateTime> found = new ArrayList<>();
		Recurrence rule = property.getValue();
		if (rule == null) {
			return found;
		}
		if (rule.getUntil() != null) {
			LocalDateTime until = this.times.readEnd(rule.getUntil(), this.zone, isWholeDays());
			rule = new Recurrence.Builder(rule).until(counted(until), true).build();
		}
		boolean counts = rule.getCount() != null && property instanceof RecurrenceRule;
		int most = counts ? rule.getCount() : MOST_TIMES + 1;
		DateIterator times = rule.getDateIterator(counted(start), COUNTED);
		for (int count = 0; times.hasNext(); count++) {
			if (count == MOST_TIMES) {
				throw new UnreadableEvent(Skipped.OFTEN);
			}
			LocalDateTime time = LocalDateTime.ofInstant(times.next().toInstant(), ZoneOffset.UTC);
			most -= (counts && count == 0 && !time.equals(start)) ? 1 : 0;
			if (count == most) {
				break;
			}
			if (!time.isBefore(wanted.from())) {
				found.add(time);
			}
			if (time.isAfter(wanted.to())) {
				break;
			}
		}
		return found;
	}

	private static Date counted(LocalDateTime time) {
		return Date.from(time.toInstant(ZoneOffset.UTC));
	}

}
