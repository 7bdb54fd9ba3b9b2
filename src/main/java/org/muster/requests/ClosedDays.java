package org.muster.requests;

import java.time.LocalDate;
import java.util.Map;

import org.muster.calendar.Period;

/**
 * Knows when companies are closed, which this module does not.
 */
public interface ClosedDays {

	/** Names by the date on which the consultancy or a client is closed. */
	Map<LocalDate, String> during(Period period, long organisation);

}
