package org.muster.proposals;

import java.math.BigDecimal;

import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;

/**
 * What a line is priced by.
 *
 * @param billRate what a day costs the client
 * @param discountPercent taken off this line, 0 to 100 per cent
 * @param onCall whether the person is on call only
 */
record LineTerms(WorkPattern pattern, Period period, BigDecimal billRate, BigDecimal discountPercent, boolean onCall) {

	/** The same at another day rate. */
	LineTerms at(BigDecimal rate) {
		return new LineTerms(this.pattern, this.period, rate, this.discountPercent, this.onCall);
	}

}
