package org.muster.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator knows better about the public holidays of a place.
 *
 * @param place of which it holds, and of the regions that belong to it
 * @param date the day, or the first of those where it is yearly
 * @param name of the holiday; {@code null} for a day that is worked
 * @param reason why, with the source
 * @param byName who entered it
 * @param createdAt since when it is known
 * @param withdrawnBy who withdrew it, or {@code null}
 */
public record HolidayCorrection(long id, Place place, Kind kind, LocalDate date, boolean yearly, @Nullable String name,
		String reason, String byName, Instant createdAt, @Nullable String withdrawnBy, @Nullable Instant withdrawnAt) {

	/** What the day is. */
	public enum Kind {

		/** A public holiday. */
		HOLIDAY,

		/** A working day. */
		WORKING,

		/** A public holiday of another name. */
		RENAMED

	}

	/** Whether it counts in a place. */
	boolean holdsIn(Place other) {
		String region = this.place.region();
		String sought = other.region();
		return this.place.country().equals(other.country())
				&& (region == null || (sought != null && (sought.equals(region) || sought.startsWith(region + "."))));
	}

	/** Corrects the holidays of a period. */
	void apply(Period period, Map<LocalDate, String> holidays) {
		if (!this.yearly) {
			apply(this.date, period, holidays);
			return;
		}
		MonthDay day = MonthDay.from(this.date);
		int first = Math.max(this.date.getYear(), period.from().getYear());
		for (int year = first; year <= period.to().getYear(); year++) {
			if (day.isValidYear(year)) {
				apply(day.atYear(year), period, holidays);
			}
		}
	}

	private void apply(LocalDate on, Period period, Map<LocalDate, String> holidays) {
		String called = this.name;
		if (!period.contains(on)) {
			return;
		}
		if (this.kind == Kind.WORKING || called == null) {
			holidays.remove(on);
		}
		else if (this.kind == Kind.HOLIDAY || holidays.containsKey(on)) {
			holidays.put(on, called);
		}
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

}
