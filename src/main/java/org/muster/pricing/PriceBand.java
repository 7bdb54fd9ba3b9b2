package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;

/**
 * The days of a line that cost the same.
 *
 * @param from the day on which rates rose to this, or {@code null} for the first
 * @param weekend whether they are Saturdays and Sundays
 * @param rate what a day costs before the line's discount
 * @param days by month
 */
public record PriceBand(@Nullable LocalDate from, boolean weekend, BigDecimal rate, Map<YearMonth, DayCount> days) {

	public DayCount total() {
		return this.days.values().stream().reduce(DayCount.ZERO, DayCount::plus);
	}

}
