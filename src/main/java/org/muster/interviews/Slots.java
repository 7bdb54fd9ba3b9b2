package org.muster.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.muster.availability.Availability;
import org.muster.availability.Availability.Half;

/**
 * When a person can be met, by the person's calendar. Free halves of days give the half
 * hours of the morning (9 to 13) and the afternoon (14 to 18) there; a day that is full
 * of work gives one half hour before it and one after it; leave and holidays give none.
 */
final class Slots {

	/** So long before, at least, so that everybody can prepare. */
	static final Duration NOTICE = Duration.ofHours(24);

	/** So far ahead, at the most. */
	static final Duration HORIZON = Duration.ofDays(28);

	private static final int MOST_DAYS = 10;

	private static final LocalTime BEFORE_WORK = LocalTime.of(8, 30);

	private static final LocalTime AFTER_WORK = LocalTime.of(18, 0);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

	private static final int SLOTS_A_HALF = 8;

	/** By the client's clock, where the hours of both leave a choice. */
	private static final LocalTime EARLIEST = LocalTime.of(7, 0);

	private static final LocalTime LATEST = LocalTime.of(20, 30);

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

	private Slots() {
	}

	/**
	 * @param availability of the consultant, with reasons
	 * @param there the consultant's time zone
	 * @param here the client's
	 * @param chosen the starts of half hours that are shown by whatever clock, if they
	 * are free
	 * @param taken the starts of half hours that are given away already
	 * @return the first days that have any, by the client's calendar
	 */
	static List<SlotDay> free(Availability availability, ZoneId there, ZoneId here, Collection<Instant> chosen,
			Set<Instant> taken, Instant now) {
		List<Instant> starts = availability.weeks()
			.stream()
			.flatMap((week) -> week.days().stream())
			.flatMap((day) -> starts(day).map((time) -> day.date().atTime(time).atZone(there).toInstant()))
			.filter((start) -> !start.isBefore(now.plus(NOTICE)) && start.isBefore(now.plus(HORIZON)))
			.filter((start) -> !taken.contains(start))
			.toList();
		List<Instant> awake = starts.stream()
			.filter((start) -> isDay(start.atZone(here).toLocalTime()) || chosen.contains(start))
			.toList();
		Map<LocalDate, List<Slot>> days = new TreeMap<>();
		for (Instant start : awake.isEmpty() ? starts : awake) {
			days.computeIfAbsent(start.atZone(here).toLocalDate(), (none) -> new ArrayList<>())
				.add(new Slot(start, CLOCK.format(start.atZone(here)), CLOCK.format(start.atZone(there))));
		}
		return days.entrySet()
			.stream()
			.limit(MOST_DAYS)
			.map((day) -> new SlotDay(day.getKey(), List.copyOf(day.getValue())))
			.toList();
	}

	private static boolean isDay(LocalTime time) {
		return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
	}

	private static Stream<LocalTime> starts(Availability.Day day) {
		boolean morning = isFree(day.first());
		boolean afternoon = isFree(day.second());
		if (!morning && !afternoon) {
			return (isAway(day.first()) || isAway(day.second())) ? Stream.empty() : Stream.of(BEFORE_WORK, AFTER_WORK);
		}
		return Stream.concat(morning ? halfHours(MORNING) : Stream.empty(),
				afternoon ? halfHours(AFTERNOON) : Stream.empty());
	}

	private static Stream<LocalTime> halfHours(LocalTime first) {
		return Stream.iterate(first, (time) -> time.plus(Slot.LENGTH)).limit(SLOTS_A_HALF);
	}

	private static boolean isFree(Half half) {
		return half == Half.FREE || half == Half.TENTATIVE;
	}

	private static boolean isAway(Half half) {
		return half == Half.HOLIDAY || half == Half.LEAVE;
	}

}
