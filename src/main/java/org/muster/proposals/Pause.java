package org.muster.proposals;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import org.muster.calendar.Period;

/** A time in which nothing of a line is worked, the last day included. */
@Embeddable
record Pause(LocalDate startsOn, LocalDate endsOn) {

	Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

}
