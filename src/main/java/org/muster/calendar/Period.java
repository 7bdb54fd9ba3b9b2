package org.muster.calendar;

import java.time.LocalDate;

/**
 * A stretch of local dates.
 *
 * @param from the first day
 * @param to the last day, itself included
 */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("A period ends on or after the day it starts");
		}
	}

	public boolean contains(LocalDate date) {
		return !date.isBefore(this.from) && !date.isAfter(this.to);
	}

	/** From the earlier first day to the later last one. */
	public Period spanning(Period other) {
		return new Period(this.from.isBefore(other.from) ? this.from : other.from,
				this.to.isAfter(other.to) ? this.to : other.to);
	}

	public boolean overlaps(Period other) {
		return !this.from.isAfter(other.to) && !other.from.isAfter(this.to);
	}

}
