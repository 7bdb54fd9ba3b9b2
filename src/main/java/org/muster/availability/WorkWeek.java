package org.muster.availability;

import java.time.DayOfWeek;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.Weekend;

/**
 * The week of a place for {@link StartFinder}: from the first day after the weekend on,
 * two bits a day.
 *
 * @param first the first day, from 0, Monday, to 6
 * @param worked the half days that are worked; the lowest two bits are the first day
 * @param since how long ago the week began, in days: four bits a weekday, from Monday on
 * @param ahead how far ahead the next day is that is worked, likewise
 */
record WorkWeek(int first, int worked, int since, int ahead) {

	static final int DAYS = 7;

	private static final int NIBBLE = 4;

	private static final int WHOLE = (1 << 2 * DAYS) - 1;

	private static final int MORNINGS = 0b01_01_01_01_01_01_01;

	/**
	 * @param place {@code null} for a week from Monday to Friday
	 */
	static WorkWeek of(@Nullable Place place) {
		List<DayOfWeek> workdays = List.copyOf(Weekend.workdays(place));
		int first = workdays.get(0).ordinal();
		int worked = workdays.stream().mapToInt((day) -> 0b11 << 2 * Math.floorMod(day.ordinal() - first, DAYS)).sum();
		int since = 0;
		int ahead = 0;
		for (DayOfWeek day : DayOfWeek.values()) {
			int days = 0;
			while (!workdays.contains(day.plus(days))) {
				days++;
			}
			since |= Math.floorMod(day.ordinal() - first, DAYS) << NIBBLE * day.ordinal();
			ahead |= days << NIBBLE * day.ordinal();
		}
		return new WorkWeek(first, worked, since, ahead);
	}

	/** From 0, Monday, to 6. */
	static int weekday(int day) {
		return Math.floorMod(day + 3, DAYS);
	}

	/** The first day of the week in which a day lies. */
	int begin(int day) {
		return day - (this.since >> NIBBLE * weekday(day) & DAYS);
	}

	boolean isWorked(int day) {
		return workday(day) == day;
	}

	/** The day itself, or the first one after it that is worked. */
	int workday(int day) {
		return day + (this.ahead >> NIBBLE * weekday(day) & DAYS);
	}

	/** How many half days are worked. */
	int halves() {
		return Integer.bitCount(this.worked);
	}

	/** What is worked of half days by weekday, which begin on Monday. */
	int of(int monday) {
		int week = monday & WHOLE;
		return (week >> 2 * this.first | week << 2 * (DAYS - this.first)) & this.worked;
	}

	/** The half days of which each weekday has a number from 0 to 2. */
	static int sum(int mask) {
		return Integer.bitCount(mask & MORNINGS) + 2 * Integer.bitCount(mask & MORNINGS << 1);
	}

}
