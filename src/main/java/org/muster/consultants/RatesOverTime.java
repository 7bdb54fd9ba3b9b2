package org.muster.consultants;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

import org.muster.calendar.Period;

/**
 * What a day of one person costs, past, present and to come.
 *
 * @param currency of all rates
 * @param steps by the first day on which they apply; at least one
 */
public record RatesOverTime(String currency, NavigableMap<LocalDate, DatedRates> steps) {

	/** Of each of some people, by id. */
	static Map<Long, RatesOverTime> of(List<RateRow> rows) {
		Map<Long, RatesOverTime> people = new HashMap<>();
		rows.forEach((row) -> people
			.computeIfAbsent(row.consultantId(), (id) -> new RatesOverTime(row.currency(), new TreeMap<>()))
			.steps()
			.put(row.from(), new DatedRates(new Consultant.Rates(row.pay(), row.bill()), row.since())));
		return people;
	}

	public DatedRates on(LocalDate date) {
		Map.Entry<LocalDate, DatedRates> step = this.steps.floorEntry(date);
		return ((step != null) ? step : this.steps.firstEntry()).getValue();
	}

	/** Those that begin to apply after the first day of a time, up to its last. */
	public SortedMap<LocalDate, DatedRates> changesDuring(Period period) {
		return this.steps.subMap(period.from(), false, period.to(), true);
	}

}
