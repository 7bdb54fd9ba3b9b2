package org.muster.calendar;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The days on which work can start in a place.
 *
 * @param place by whose week people work, or {@code null} for Monday to Friday
 * @param off days that are not worked, whatever day of the week they are: public holidays
 * and company closures, as far ahead as they matter
 */
public record Workdays(@Nullable Place place, Set<LocalDate> off) {

	public Workdays {
		off = Set.copyOf(off);
	}

	/** Those of the week alone. */
	public static Workdays ofWeek(@Nullable Place place) {
		return new Workdays(place, Set.of());
	}

	/** The day itself, or the first one after it that is worked. */
	public LocalDate from(LocalDate day) {
		LocalDate workday = Weekend.workday(day, this.place);
		while (this.off.contains(workday)) {
			workday = Weekend.workday(workday.plusDays(1), this.place);
		}
		return workday;
	}

}
