package org.muster.icalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * The days that the times of a series take, as few stretches: whole days in a row, and
 * single or half days, which may come every week.
 */
final class DaysTaken {

	/**
	 * A stretch of days.
	 *
	 * @param allocation what is taken on each weekday
	 * @param afternoon whether half days are afternoons
	 */
	record Stretch(Period period, Allocation allocation, boolean afternoon) {
	}

	private final Set<Stretch> runs = new LinkedHashSet<>();

	private final SortedMap<LocalDate, Integer> singles = new TreeMap<>();

	/**
	 * Adds what one time takes.
	 * @param halves as {@link Span#halves} tells them
	 */
	void add(SortedMap<LocalDate, Integer> halves) {
		LocalDate from = null;
		LocalDate to = null;
		for (Map.Entry<LocalDate, Integer> day : halves.entrySet()) {
			if (day.getValue() != Span.WHOLE) {
				this.singles.merge(day.getKey(), day.getValue(), (one, other) -> one | other);
				continue;
			}
			from = (from != null) ? from : day.getKey();
			to = day.getKey();
		}
		if (from != null && to != null) {
			run(from, to);
		}
	}

	private void run(LocalDate from, LocalDate to) {
		boolean weekdays = from.datesUntil(to.plusDays(1)).anyMatch((date) -> isWeekday(date));
		if (weekdays && !from.equals(to)) {
			this.runs.add(new Stretch(new Period(from, to), Allocation.FULL_TIME, false));
			return;
		}
		from.datesUntil(to.plusDays(1)).forEach((date) -> this.singles.put(date, Span.WHOLE));
	}

	private static boolean isWeekday(LocalDate date) {
		return Allocation.FULL_TIME.halves().containsKey(date.getDayOfWeek());
	}

	List<Stretch> stretches() {
		List<Stretch> all = new ArrayList<>(this.runs);
		for (int halves = 1; halves <= Span.WHOLE; halves++) {
			int taken = halves;
			weekly(this.singles.entrySet()
				.stream()
				.filter((day) -> day.getValue() == taken)
				.map(Map.Entry::getKey)
				.toList())
				.forEach((period) -> all.add(new Stretch(period,
						new Allocation(Map.of(period.from().getDayOfWeek(), Integer.bitCount(taken))),
						taken == Span.AFTERNOONS)));
		}
		return all;
	}

	/** Days that come every seven days become one period. */
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

}
