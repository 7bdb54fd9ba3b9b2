package org.muster.pricing;

import org.muster.calendar.DayCount;
import org.muster.calendar.Period;

/**
 * Knows what clients have accepted, which this module does not.
 */
public interface AcceptedDays {

	/** The days that a client has accepted in a time, over all proposals. */
	DayCount of(long organisation, Period period);

}
