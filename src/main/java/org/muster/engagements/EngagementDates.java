package org.muster.engagements;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Between which days engagements of a list start and end. Their states and the time in
 * which they run are such bounds, for which there are indexes.
 */
record EngagementDates(LocalDate startsFrom, LocalDate startsTo, LocalDate endsFrom, LocalDate endsTo) {

	/** Both databases know these days, and no form takes one beyond them. */
	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2300, 1, 1);

	/**
	 * @param from the first day of a time in which they run, if only for a day of it
	 * @param to its last day
	 */
	static EngagementDates of(@Nullable EngagementState state, @Nullable LocalDate from, @Nullable LocalDate to,
			LocalDate today) {
		EngagementDates running = new EngagementDates(FIRST, Objects.requireNonNullElse(to, LAST),
				Objects.requireNonNullElse(from, FIRST), LAST);
		return (state != null) ? running.and(of(state, today)) : running;
	}

	private static EngagementDates of(EngagementState state, LocalDate today) {
		return switch (state) {
			case UPCOMING -> new EngagementDates(today.plusDays(1), LAST, FIRST, LAST);
			case ACTIVE -> new EngagementDates(FIRST, today, today, LAST);
			case ENDED -> new EngagementDates(FIRST, today, FIRST, today.minusDays(1));
		};
	}

	private EngagementDates and(EngagementDates other) {
		return new EngagementDates(later(this.startsFrom, other.startsFrom), earlier(this.startsTo, other.startsTo),
				later(this.endsFrom, other.endsFrom), earlier(this.endsTo, other.endsTo));
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}

}
