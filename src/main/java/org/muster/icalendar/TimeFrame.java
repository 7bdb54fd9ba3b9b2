package org.muster.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/**
 * Of which times events are entered.
 *
 * @param today of the person
 */
record TimeFrame(LocalDate today) {

	/** How far ahead events that come again are entered, in years. */
	private static final int AHEAD = 2;

	/** The longest absence, in years. */
	private static final int LONGEST = 5;

	/**
	 * Old times are left out, by whole years: the same file gives the same on another
	 * day.
	 */
	LocalDateTime first() {
		return this.today.withDayOfYear(1).minusYears(1).atStartOfDay();
	}

	/** By whole months, for the same reason. */
	LocalDateTime last() {
		return this.today.plusYears(AHEAD).with(TemporalAdjusters.lastDayOfMonth()).atTime(LocalTime.MAX);
	}

	boolean isPast(LocalDate date) {
		return date.isBefore(this.today);
	}

	/** Whether a time begins only after what is entered. */
	boolean isBefore(Span span) {
		return span.from().isAfter(last());
	}

	/** What is entered of a time, or {@code null} for nothing. */
	@Nullable Span clip(Span span) {
		LocalDateTime from = from(span);
		LocalDateTime longest = from.plusYears(LONGEST);
		LocalDateTime to = span.to().isBefore(longest) ? span.to() : longest;
		return to.isBefore(from) ? null : new Span(from, to);
	}

	private LocalDateTime from(Span span) {
		return span.from().isAfter(first()) ? span.from() : first();
	}

	/**
	 * The last date that is entered of a time that is too long, or {@code null} if it is
	 * not.
	 */
	@Nullable LocalDate end(Span span) {
		LocalDateTime longest = from(span).plusYears(LONGEST);
		return span.to().isAfter(longest) ? longest.minusNanos(1).toLocalDate() : null;
	}

}
