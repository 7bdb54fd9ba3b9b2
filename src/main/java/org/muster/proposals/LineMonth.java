package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.forms.Inputs;
import org.muster.money.AmountConverter;
import org.muster.money.Money;
import org.muster.pricing.PriceSchedule;

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
 * @param closings names of the closings of either company, with their day
 * @param closedDays the days that those take
 * @param pausedDays the days that pauses take
 * @param codes a letter for each date, as {@link MonthDays#codes} writes them
 */
@Embeddable
public record LineMonth(LocalDate monthStart, @Column(name = "half_days") DayCount days,
		@Convert(converter = AmountConverter.class) BigDecimal amount,
		@Column(name = "allocated_half_days") DayCount allocated, @Nullable String holidays,
		@Column(name = "holiday_half_days") DayCount holidayDays, @Column(name = "leave_half_days") DayCount leaveDays,
		@Nullable String closings, @Column(name = "closed_half_days") DayCount closedDays,
		@Column(name = "paused_half_days") DayCount pausedDays, @Nullable String codes) {

	private static final int LONGEST_NAMES = 1000;

	/**
	 * Prices the days of a line. It is rounded once, as a whole; a month costs what the
	 * rounded total has grown by at its end, so that months add up to the line to the
	 * cent.
	 */
	static List<LineMonth> priced(List<MonthDays> counted, PriceSchedule prices, String currency) {
		List<LineMonth> months = new ArrayList<>();
		Money soFar = Money.of(BigDecimal.ZERO, currency);
		Money before = soFar.rounded();
		for (MonthDays month : counted) {
			soFar = soFar.plus(prices.cost(month));
			Money after = soFar.rounded();
			months.add(of(month, after.minus(before).amount()));
			before = after;
		}
		return months;
	}

	/** What of a month tells when the work is and what it costs the consultancy. */
	static LineMonth counted(LocalDate monthStart, DayCount days, @Nullable String codes) {
		return new LineMonth(monthStart, days, BigDecimal.ZERO, days, null, DayCount.ZERO, DayCount.ZERO, null,
				DayCount.ZERO, DayCount.ZERO, codes);
	}

	private static LineMonth of(MonthDays month, BigDecimal amount) {
		return new LineMonth(month.month().atDay(1), month.counted(), amount, month.allocated(),
				names(month.holidayNames()), month.holidays(), month.leave(), names(month.closingNames()),
				month.closed(), month.paused(), month.codes());
	}

	private static @Nullable String names(List<String> names) {
		return names.isEmpty() ? null : Inputs.cut(String.join(", ", names), LONGEST_NAMES);
	}

	/**
	 * The month with each of its dates; {@code null} for months that were counted before
	 * they were kept.
	 */
	public @Nullable MonthDays calendar() {
		if (this.codes == null) {
			return null;
		}
		List<String> names = new ArrayList<>(split(this.holidays));
		names.addAll(split(this.closings));
		return MonthDays.of(month(), this.codes, MonthDays.names(names));
	}

	/** Whether each of its dates was kept. */
	boolean hasCalendar() {
		return this.codes != null;
	}

	/**
	 * From its first date with work to the last; {@code null} without work, and for
	 * months that were counted before dates were kept.
	 */
	@Nullable Period worked() {
		return (this.codes != null) ? MonthDays.worked(month(), this.codes) : null;
	}

	/**
	 * What its days cost, not rounded.
	 * @param rates of a day, by the first day on which each applies; the first of them
	 * applies to months that were counted before each date was kept
	 */
	BigDecimal cost(NavigableMap<LocalDate, BigDecimal> rates) {
		MonthDays calendar = calendar();
		if (calendar == null || rates.size() == 1) {
			return rates.firstEntry().getValue().multiply(this.days.days());
		}
		return calendar.days()
			.stream()
			.map((day) -> rates.floorEntry(day.date()).getValue().multiply(day.counted().days()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The days that closings and pauses take. */
	public DayCount otherDays() {
		return this.closedDays.plus(this.pausedDays);
	}

	private static List<String> split(@Nullable String names) {
		return (names == null) ? List.of() : List.of(names.split(", (?=\\d)"));
	}

	public YearMonth month() {
		return YearMonth.from(this.monthStart);
	}

}
