package org.muster.booking;

import java.util.Collection;
import java.util.Map;

/**
 * Knows for whom a person's days are booked, which this module does not: whoever books
 * days says it.
 */
public interface BookingSources {

	/**
	 * @param sources of absences, as {@link org.muster.availability.AbsenceRow#source}
	 * has them
	 * @return what is known, by source
	 */
	Map<String, BookedFor> of(Collection<String> sources);

}
