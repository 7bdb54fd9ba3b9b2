package org.muster.daycalculator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HolidayNotice;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.money.Money;

/**
 * Days that were counted.
 *
 * @param number how many were asked for, or {@code null} where a last day was given
 * @param rate what a day costs, or {@code null} if that was not said
 */
public record CountedDays(Place place, Period period, WorkPattern pattern, @Nullable DayCount number,
		List<MonthDays> months, @Nullable Money rate) {

	/** The weekdays that count. */
	public Allocation allocation() {
		return this.pattern.first();
	}

	/** What should be said beside them. */
	public HolidayNotice notice(HolidayCalendar calendar) {
		return calendar.notice(this.period, this.place).beside(List.of(this.pattern));
	}

	/** Whether the last day is a half one. */
	public boolean endsHalf() {
		return this.period.to().equals(this.pattern.halfDay());
	}

	public DayCount total() {
		return WorkingDays.total(this.months);
	}

	/** What the days cost, rounded once; {@code null} without a rate. */
	public @Nullable Money amount() {
		return (this.rate != null) ? this.rate.times(total().days()).rounded() : null;
	}

	/**
	 * What a day costs, if that was said in a currency.
	 * @param currency ISO 4217
	 */
	public Optional<BigDecimal> rateIn(String currency) {
		return Optional.ofNullable(this.rate)
			.filter((one) -> one.currency().getCurrencyCode().equals(currency))
			.map(Money::amount);
	}

	/** What a month costs: what the rounded sum has grown by at its end. */
	public @Nullable Money amount(MonthDays month) {
		if (this.rate == null) {
			return null;
		}
		DayCount before = DayCount.ZERO;
		for (MonthDays one : this.months) {
			if (one.month().isBefore(month.month())) {
				before = before.plus(one.counted());
			}
		}
		return this.rate.times(before.plus(month.counted()).days())
			.rounded()
			.minus(this.rate.times(before.days()).rounded());
	}

}
