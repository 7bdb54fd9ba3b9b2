package org.muster.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

import org.muster.calendar.DayCount;

/**
 * Somebody who could take a seat of a position.
 *
 * @param position the place of the position among those of the request
 * @param days how many days would be invoiced
 * @param cents what those days cost before the volume discount, in ten-thousandths of the
 * request's currency
 * @param start the day on which the person can start, since 1970
 * @param meets the skills of the whole request that the person meets in full, by id
 */
record TeamOption(int position, Match match, DayCount days, long cents, int start, Set<Long> meets) {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	/** What the days cost less a discount, in per cent; a fraction counts in full. */
	long cents(BigDecimal percent) {
		return BigDecimal.valueOf(this.cents)
			.multiply(HUNDRED.subtract(percent))
			.divide(HUNDRED, 0, RoundingMode.CEILING)
			.longValueExact();
	}

	long person() {
		return this.match.candidate().id();
	}

}
