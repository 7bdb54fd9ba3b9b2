package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.money.Money;

/**
 * What the consultancy pays a person for the days of a line. Never shown to clients.
 *
 * @param first for the first of the days
 * @param later for later ones, by the day from which on
 * @param currency of these
 * @param exchangeRate how much of the currency of the proposal one unit of that is worth,
 * or {@code null} if none is known or needed
 * @param ours the currency of the proposal
 */
record Pay(BigDecimal first, Map<LocalDate, BigDecimal> later, String currency, @Nullable BigDecimal exchangeRate,
		String ours) {

	/** In the currency of the proposal; {@code null} if no rate of exchange is known. */
	@Nullable BigDecimal inOurs(BigDecimal rate) {
		if (this.exchangeRate != null) {
			return Money.of(rate.multiply(this.exchangeRate), this.ours).rounded().amount();
		}
		return this.currency.equals(this.ours) ? rate : null;
	}

	/**
	 * What days cost, not rounded, without a look at their months where every day is paid
	 * alike.
	 */
	@Nullable BigDecimal cost(DayCount days, Collection<LineMonth> months) {
		if (this.later.isEmpty()) {
			BigDecimal rate = inOurs(this.first);
			return (rate != null) ? rate.multiply(days.days()) : null;
		}
		Map<YearMonth, BigDecimal> costs = costs(months);
		return (costs != null) ? costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
	}

	/** The same by month. */
	@Nullable Map<YearMonth, BigDecimal> costs(Collection<LineMonth> months) {
		BigDecimal begin = inOurs(this.first);
		if (begin == null) {
			return null;
		}
		NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>(Map.of(LocalDate.MIN, begin));
		this.later.forEach((from, rate) -> rates.put(from, Objects.requireNonNull(inOurs(rate))));
		Map<YearMonth, BigDecimal> costs = new TreeMap<>();
		months.forEach((month) -> costs.put(month.month(), month.cost(rates)));
		return costs;
	}

}
