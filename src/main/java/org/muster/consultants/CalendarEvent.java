package org.muster.consultants;

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

/**
 * One event of a calendar with its rules, by the local clock of its zone: a rule goes by
 * the clock, so that summer time moves nothing.
 */
final class CalendarEvent {

	/** Of a rule. */
	private static final int MOST_TIMES = 20_000;

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

	int sequence() {
		Integer sequence = (this.event.getSequence() != null) ? this.event.getSequence().getValue() : null;
		return Objects.requireNonNullElse(sequence, 0);
	}

	/** When this version of it was written. */
	Date stamp() {
		Date stamp = (this.event.getDateTimeStamp() != null) ? this.event.getDateTimeStamp().getValue() : null;
		return Objects.requireNonNullElse(stamp, new Date(0));
	}

	/**
	 * All times that it takes until a date, the first one included, in order.
	 * @param last nothing that begins later is looked for
	 */
	List<Span> all(LocalDateTime last) {
		Span first = span();
		Duration length = Duration.between(first.from(), first.to());
		TreeSet<LocalDateTime> starts = new TreeSet<>(List.of(first.from()));
		this.event.getProperties(RecurrenceRule.class)
			.forEach((rule) -> starts.addAll(times(rule, first.from(), last)));
		List<Span> periods = new ArrayList<>();
		for (RecurrenceDates dates : this.event.getProperties(RecurrenceDates.class)) {
			dates.getDates()
				.forEach((date) -> starts.add(sameTime(this.times.read(date, dates, this.zone), date, first)));
			dates.getPeriods().forEach((period) -> periods.add(span(period, dates)));
		}
		this.event.getProperties(ExceptionRule.class)
			.forEach((rule) -> starts.removeAll(times(rule, first.from(), last)));
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

	private List<LocalDateTime> times(RecurrenceProperty property, LocalDateTime first, LocalDateTime last) {
		List<LocalDateTime> found = new ArrayList<>();
		Recurrence rule = property.getValue();
		if (rule == null) {
			return found;
		}
		if (rule.getUntil() != null) {
			LocalDateTime until = this.times.readEnd(rule.getUntil(), this.zone, isWholeDays());
			rule = new Recurrence.Builder(rule).until(counted(until), true).build();
		}
		DateIterator times = rule.getDateIterator(counted(first), COUNTED);
		while (times.hasNext() && found.size() < MOST_TIMES) {
			LocalDateTime time = LocalDateTime.ofInstant(times.next().toInstant(), ZoneOffset.UTC);
			if (time.isAfter(last)) {
				break;
			}
			found.add(time);
		}
		return found;
	}

	private static Date counted(LocalDateTime time) {
		return Date.from(time.toInstant(ZoneOffset.UTC));
	}

}
