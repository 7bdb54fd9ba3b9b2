package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How much of a person's week an engagement takes, and on which weekdays: a whole or half
 * a day on each.
 *
 * @param halves half days by weekday, 1 or 2; a weekday that is absent is free
 */
public record Allocation(Map<DayOfWeek, Integer> halves) {

	/** Monday to Friday, whole days. */
	public static final Allocation FULL_TIME = parse("MON,TUE,WED,THU,FRI");

	private static final int MOST_HALVES = 10;

	public Allocation {
		EnumMap<DayOfWeek, Integer> copy = new EnumMap<>(DayOfWeek.class);
		halves.forEach((day, half) -> {
			if (half != 1 && half != 2) {
				throw new IllegalArgumentException("A weekday takes half a day or a whole one");
			}
			copy.put(day, half);
		});
		if (copy.isEmpty()) {
			throw new IllegalArgumentException("An allocation takes at least one weekday");
		}
		halves = Collections.unmodifiableMap(copy);
	}

	/**
	 * Reads {@code MON,TUE,WED/2}: weekdays by their first three letters, a half day
	 * marked by {@code /2}.
	 * @throws IllegalArgumentException if the text is anything else, or empty
	 */
	public static Allocation parse(String text) {
		EnumMap<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		for (String part : text.split(",")) {
			boolean half = part.endsWith("/2");
			DayOfWeek day = weekday(half ? part.substring(0, part.length() - 2) : part);
			if (halves.put(day, half ? 1 : 2) != null) {
				throw new IllegalArgumentException("A weekday stands twice: " + text);
			}
		}
		return new Allocation(halves);
	}

	private static DayOfWeek weekday(String text) {
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day.name().substring(0, 3).equals(text)) {
				return day;
			}
		}
		throw new IllegalArgumentException("Not a weekday: " + text);
	}

	/** So many half days a week, from Monday on; at most five whole days. */
	public static Allocation ofWeekly(DayCount days) {
		return ofWeekly(days, null);
	}

	/**
	 * So many half days a week, from the first day after the weekend of a place on; at
	 * most five whole days, none of them on the weekend.
	 * @param place whose weekend, or {@code null} for Saturday and Sunday
	 */
	public static Allocation ofWeekly(DayCount days, @Nullable Place place) {
		EnumMap<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		int left = Math.min(days.halves(), MOST_HALVES);
		for (DayOfWeek day : Weekend.workdays(place)) {
			if (left > 0) {
				halves.put(day, Math.min(2, left));
				left -= 2;
			}
		}
		return new Allocation(halves);
	}

	/**
	 * Half a day on a weekday, and nothing else; the same where it has no whole day on
	 * it.
	 */
	Allocation halfOf(DayOfWeek day) {
		return (this.halves.getOrDefault(day, 0) < 2) ? this : new Allocation(Map.of(day, 1));
	}

	/** Five whole days a week, none of them on the weekend of a place. */
	public static Allocation fullTime(@Nullable Place place) {
		return ofWeekly(new DayCount(MOST_HALVES), place);
	}

	/**
	 * What an absence takes of a date. One of five whole days a week takes the weekend in
	 * it too, since that is worked elsewhere.
	 */
	public DayCount away(LocalDate date) {
		return (perWeek().halves() >= MOST_HALVES) ? new DayCount(2) : on(date);
	}

	/** What falls on a date, were it no holiday. */
	public DayCount on(LocalDate date) {
		return new DayCount(Objects.requireNonNullElse(this.halves.get(date.getDayOfWeek()), 0));
	}

	public DayCount perWeek() {
		return new DayCount(this.halves.values().stream().mapToInt(Integer::intValue).sum());
	}

	/** The text that {@link #parse} reads. */
	@Override
	public String toString() {
		return this.halves.entrySet()
			.stream()
			.map((entry) -> entry.getKey().name().substring(0, 3) + (entry.getValue() == 1 ? "/2" : ""))
			.collect(Collectors.joining(","));
	}

}
