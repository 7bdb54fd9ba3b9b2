package org.muster.proposals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.WorkingDays;
import org.muster.pricing.PriceBand;
import org.muster.pricing.PriceSchedule;

/**
 * The months of a line's estimate, in order. Those that were counted long ago do not know
 * each of their dates; what follows from dates is then taken from what was asked for.
 */
record CountedMonths(List<LineMonth> months) {

	static CountedMonths of(Collection<LineMonth> months) {
		return new CountedMonths(months.stream().sorted(Comparator.comparing(LineMonth::monthStart)).toList());
	}

	/** Each with its dates; none of them if one does not know them. */
	private List<MonthDays> calendars() {
		return this.months.stream().allMatch(LineMonth::hasCalendar)
				? this.months.stream().map(LineMonth::calendar).filter(Objects::nonNull).toList() : List.of();
	}

	/** The days that cost the same together. */
	List<PriceBand> bands(PriceSchedule prices) {
		List<MonthDays> counted = calendars();
		if (counted.isEmpty()) {
			// Counted before each date was kept, when every day cost the same.
			Map<YearMonth, DayCount> all = new TreeMap<>();
			this.months.forEach((month) -> all.put(month.month(), month.days()));
			return List.of(new PriceBand(null, false, prices.first(), all));
		}
		List<PriceBand> bands = prices.bands(counted);
		return bands.isEmpty() ? List.of(new PriceBand(null, false, prices.first(), Map.of())) : bands;
	}

	/**
	 * What is worked on each date with work, in half days: no holiday, closing or leave
	 * takes all of it.
	 */
	NavigableMap<LocalDate, Integer> halves(WorkTime asked) {
		List<MonthDays> counted = calendars();
		return counted.isEmpty() ? asked.pattern().halves(asked.period()) : WorkingDays.halves(counted);
	}

	/**
	 * From the first day with work to the last; where there is no work, from the first
	 * day of all to the last.
	 */
	Period dates(WorkTime asked) {
		List<LineMonth> worked = this.months.stream().filter((month) -> !month.days().isZero()).toList();
		if (!worked.isEmpty() && this.months.stream().allMatch(LineMonth::hasCalendar)) {
			// Of years, only two months are looked at.
			return new Period(Objects.requireNonNull(worked.get(0).worked()).from(),
					Objects.requireNonNull(worked.get(worked.size() - 1).worked()).to());
		}
		NavigableMap<LocalDate, Integer> halves = halves(asked);
		return halves.isEmpty() ? asked.period() : new Period(halves.firstKey(), halves.lastKey());
	}

}
