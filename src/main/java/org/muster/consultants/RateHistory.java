package org.muster.consultants;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a day of one person has cost, costs and is going to cost: one rate for any date.
 *
 * @param rates at least one, in any order; new ones are added to them
 */
record RateHistory(Consultant consultant, List<Rate> rates) {

	/** See {@link Consultant#charge(DatedRates, LocalDate, String, Instant)}. */
	void charge(DatedRates charged, LocalDate from, String by, Instant now) {
		Rate known = on(from);
		if (known.isSame(charged)) {
			return;
		}
		if (known.appliesFrom().equals(from) || known.rates().isSame(charged.rates())) {
			known.change(charged, by, now);
		}
		else {
			this.rates.add(new Rate(this.consultant, from, charged, by, now));
		}
	}

	/**
	 * The day since which a bill rate is. One that is in force on its first day, or was
	 * on the day before, goes on: a raise in pay, or an amount that was typed wrong and
	 * is put right, takes back nothing of what it has risen by.
	 */
	LocalDate since(BigDecimal bill, LocalDate from, LocalDate today) {
		return Stream.of(from, from.minusDays(1))
			.flatMap((day) -> find(day).stream())
			.filter((rate) -> rate.isBilled(bill))
			.map(Rate::since)
			.findFirst()
			.orElse(from.isAfter(today) ? from : today);
	}

	List<Rate> latestFirst() {
		return this.rates.stream().sorted(Comparator.comparing(Rate::appliesFrom).reversed()).toList();
	}

	/**
	 * @throws java.util.NoSuchElementException if the date is before the first rate
	 */
	Rate on(LocalDate date) {
		return find(date).orElseThrow();
	}

	private Optional<Rate> find(LocalDate date) {
		return this.rates.stream()
			.filter((rate) -> !rate.appliesFrom().isAfter(date))
			.max(Comparator.comparing(Rate::appliesFrom));
	}

}
