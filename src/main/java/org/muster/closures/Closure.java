package org.muster.closures;

import java.time.LocalDate;

import org.muster.calendar.Period;

/**
 * When a company is closed, the last day included.
 *
 * @param name what it is called, such as a summer break
 */
public record Closure(long id, LocalDate startsOn, LocalDate endsOn, String name) {

	Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

}
