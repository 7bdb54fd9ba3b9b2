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
public record RatesOverTime(String currency, NavigableMap<LocalDate, Consultant.Rates> steps) {

	/** Of each of some people, by id. */
	static Map<Long, RatesOverTime> of(List<RateRow> rows) {
		Map<Long, RatesOverTime> people = new HashMap<>();
		rows.forEach((row) -> people
			.computeIfAbsent(row.consultantId(), (id) -> new RatesOverTime(row.currency(), new TreeMap<>()))
			.steps()
			.put(row.from(), new Consultant.Rates(row.pay(), row.bill())));
		return people;
	}

	public Consultant.Rates on(LocalDate date) {
		Map.Entry<LocalDate, Consultant.Rates> step = this.steps.floorEntry(date);
		return ((step != null) ? step : this.steps.firstEntry()).getValue();
	}

	/** Those that begin to apply after the first day of a time, up to its last. */
	public SortedMap<LocalDate, Consultant.Rates> changesDuring(Period period) {
		return this.steps.subMap(period.from(), false, period.to(), true);
	}

}
