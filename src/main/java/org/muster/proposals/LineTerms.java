package org.muster.proposals;

import java.math.BigDecimal;

import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;

/**
 * What a line is priced by.
 *
 * @param billRate what a day costs the client
 * @param discountPercent taken off this line, 0 to 100 per cent
 * @param onCall whether the person is on call only
 */
record LineTerms(WorkPattern pattern, Period period, BigDecimal billRate, BigDecimal discountPercent, boolean onCall) {

	/** With other dates. */
	LineTerms during(WorkingDays.Course course) {
		return new LineTerms(course.pattern(), course.period(), this.billRate, this.discountPercent, this.onCall);
	}

	/** Whether the last day is a half one. */
	boolean endsHalf() {
		return this.period.to().equals(this.pattern.halfDay());
	}

	/** The same at another day rate. */
	LineTerms at(BigDecimal rate) {
		return new LineTerms(this.pattern, this.period, rate, this.discountPercent, this.onCall);
	}

}
