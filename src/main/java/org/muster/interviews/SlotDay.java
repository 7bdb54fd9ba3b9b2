package org.muster.interviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The free half hours of a day, the earliest first.
 *
 * @param date by the client's calendar
 */
public record SlotDay(LocalDate date, List<Slot> slots) {

	/** Whether it has one of some half hours. */
	public boolean hasAny(Collection<Instant> starts) {
		return this.slots.stream().map(Slot::start).anyMatch(starts::contains);
	}

}
