package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.pricing.Price;

/**
 * What a line is priced by.
 *
 * @param billRate what a day costs the client
 * @param asOf the day by which that is, or {@code null} if it is not another than before:
 * frame agreements raise it on later days only
 * @param discountPercent taken off this line, 0 to 100 per cent
 * @param onCall whether the person is on call only
 */
record LineTerms(WorkPattern pattern, Period period, BigDecimal billRate, @Nullable LocalDate asOf,
		BigDecimal discountPercent, boolean onCall) {

	/** At the rate that a line has, or another as of the same day. */
	LineTerms(WorkPattern pattern, Period period, BigDecimal billRate, BigDecimal discountPercent, boolean onCall) {
		this(pattern, period, billRate, null, discountPercent, onCall);
	}

	/** With other dates. */
	LineTerms during(WorkingDays.Course course) {
		return new LineTerms(course.pattern(), course.period(), this.billRate, this.asOf, this.discountPercent,
				this.onCall);
	}

	/** Whether the last day is a half one. */
	boolean endsHalf() {
		return this.period.to().equals(this.pattern.halfDay());
	}

	/** The same at another day rate. */
	LineTerms at(BigDecimal rate) {
		return new LineTerms(this.pattern, this.period, rate, this.discountPercent, this.onCall);
	}

	/** The same at the price of somebody else. */
	LineTerms at(Price price) {
		return new LineTerms(this.pattern, this.period, price.amount(), price.asOf(), this.discountPercent,
				this.onCall);
	}

}
