package org.muster.icalendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stretch of time by a local clock.
 *
 * @param to when it has ended; midnight takes nothing of the day that begins
 */
record Span(LocalDateTime from, LocalDateTime to) {

	/** What is shorter is a meeting, not an absence. */
	private static final Duration SHORTEST = Duration.ofHours(2);

	/** What is longer and within one day takes all of it. */
	private static final Duration LONGEST_HALF = Duration.ofHours(5);

	static final int MORNINGS = 1;

	static final int AFTERNOONS = 2;

	static final int WHOLE = MORNINGS | AFTERNOONS;

	/** Between noon and one. */
	private static final LocalTime MIDDAY = LocalTime.of(12, 30);

	private static final LocalTime NOON = LocalTime.NOON;

	private static final LocalTime AFTERNOON = LocalTime.of(13, 0);

	/** Of days on which somebody leaves or comes back, only working hours count. */
	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	/** The last date of which it takes something. */
	LocalDate lastDate() {
		return this.to.isAfter(this.from) ? this.to.minusNanos(1).toLocalDate() : this.from.toLocalDate();
	}

	/**
	 * Which halves of which days it takes: {@link #MORNINGS}, {@link #AFTERNOONS} or
	 * both. Half a day is taken by two hours of it.
	 */
	SortedMap<LocalDate, Integer> halves() {
		SortedMap<LocalDate, Integer> halves = new TreeMap<>();
		boolean oneDay = lastDate().equals(this.from.toLocalDate());
		for (LocalDate date = this.from.toLocalDate(); !date.isAfter(lastDate()); date = date.plusDays(1)) {
			int taken = covers(date) ? WHOLE : oneDay ? halves(this.from, this.to) : halvesOfWorkingHours(date);
			if (taken > 0) {
				halves.put(date, taken);
			}
		}
		return halves;
	}

	private boolean covers(LocalDate date) {
		return !this.from.isAfter(date.atStartOfDay()) && !this.to.isBefore(date.plusDays(1).atStartOfDay());
	}

	private int halvesOfWorkingHours(LocalDate date) {
		return halves(later(this.from, date.atTime(MORNING)), earlier(this.to, date.atTime(EVENING)));
	}

	/** Of one date. The hour after noon belongs to both halves of the day. */
	private static int halves(LocalDateTime from, LocalDateTime to) {
		if (!isLong(from, to)) {
			return 0;
		}
		LocalDate date = from.toLocalDate();
		boolean both = isLong(from, earlier(to, date.atTime(AFTERNOON))) && isLong(later(from, date.atTime(NOON)), to);
		if (both && Duration.between(from, to).compareTo(LONGEST_HALF) > 0) {
			return WHOLE;
		}
		LocalDateTime middle = from.plus(Duration.between(from, to).dividedBy(2));
		return middle.toLocalTime().isBefore(MIDDAY) ? MORNINGS : AFTERNOONS;
	}

	private static boolean isLong(LocalDateTime from, LocalDateTime to) {
		return Duration.between(from, to).compareTo(SHORTEST) >= 0;
	}

	private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
		return one.isAfter(other) ? one : other;
	}

	private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
		return one.isBefore(other) ? one : other;
	}

}
