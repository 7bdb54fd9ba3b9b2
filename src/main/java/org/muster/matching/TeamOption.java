package org.muster.matching;

import java.util.Set;

import org.muster.calendar.DayCount;

/**
 * Somebody who could take a seat of a position.
 *
 * @param position the place of the position among those of the request
 * @param days how many days would be invoiced
 * @param cents what those days cost, in ten-thousandths of the request's currency
 * @param start the day on which the person can start, since 1970
 * @param meets the skills of the whole request that the person meets in full, by id
 */
record TeamOption(int position, Match match, DayCount days, long cents, int start, Set<Long> meets) {

	long person() {
		return this.match.candidate().id();
	}

}
