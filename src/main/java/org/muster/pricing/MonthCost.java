package org.muster.pricing;

import java.math.BigDecimal;
import java.time.YearMonth;

import org.muster.calendar.DayCount;

/**
 * What the days of a month cost over all lines, before discounts on the whole and VAT.
 */
public record MonthCost(YearMonth month, DayCount days, BigDecimal amount) {

	/** With what another line costs in the same month. */
	public MonthCost plus(MonthCost other) {
		return new MonthCost(this.month, this.days.plus(other.days), this.amount.add(other.amount));
	}

}
