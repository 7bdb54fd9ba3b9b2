package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;

/**
 * One month of a line's estimate.
 *
 * @param monthStart the first of the month
 * @param days the days that are invoiced
 * @param amount what they cost, after the line's discount
 * @param allocated the days that the allocation puts into the month
 * @param holidays names of the public holidays among those, with their day
 * @param holidayDays the days that holidays take
 * @param leaveDays the days that leave takes
 */
@Embeddable
public record LineMonth(LocalDate monthStart, @Column(name = "half_days") DayCount days, BigDecimal amount,
		@Column(name = "allocated_half_days") DayCount allocated, @Nullable String holidays,
		@Column(name = "holiday_half_days") DayCount holidayDays,
		@Column(name = "leave_half_days") DayCount leaveDays) {

	public YearMonth month() {
		return YearMonth.from(this.monthStart);
	}

}
