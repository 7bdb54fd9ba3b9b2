package org.muster.pricing;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Day;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.money.DayRate;
import org.muster.money.Money;

/**
 * What each day of a line costs: the day rate, raised on certain days, and multiplied at
 * weekends or for being on call. A price of a day has the decimals of the currency, half
 * up; its product is rounded once a line. An engagement keeps all that it is made of, so
 * that a day that was worked costs what was offered.
 */
public final class PriceSchedule {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	private final NavigableMap<LocalDate, BigDecimal> weekdays = new TreeMap<>();

	private final NavigableMap<LocalDate, BigDecimal> weekends = new TreeMap<>();

	private final BigDecimal rate;

	private final String currency;

	private final BigDecimal discountPercent;

	private final NavigableMap<LocalDate, BigDecimal> steps;

	private final RateMultipliers factors;

	private final Set<DayOfWeek> weekendDays;

	private final @Nullable Exchanged exchange;

	/**
	 * @param rate what a day costs before it rises, in units of the currency
	 * @param currency ISO 4217
	 * @param discountPercent taken off every day, 0 to 100
	 * @param steps by how much the rate rises, in per cent of what it was before, by the
	 * day
	 * @param factors what the rate is multiplied by; of being on call only if the person
	 * is
	 * @param weekendDays the days that the factor of weekends is for
	 * @param exchange what the person's currency was worth, or {@code null} if that is
	 * the same
	 */
	public PriceSchedule(BigDecimal rate, String currency, BigDecimal discountPercent, Map<LocalDate, BigDecimal> steps,
			RateMultipliers factors, Set<DayOfWeek> weekendDays, @Nullable Exchanged exchange) {
		this.rate = rate;
		this.currency = currency;
		this.discountPercent = discountPercent;
		this.steps = Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
		this.factors = factors;
		this.weekendDays = Set.copyOf(weekendDays);
		this.exchange = exchange;
		BigDecimal price = times(rate, factors.onCall());
		put(LocalDate.MIN, price);
		for (Map.Entry<LocalDate, BigDecimal> step : this.steps.entrySet()) {
			price = DayRate.raised(Money.of(price, currency), step.getValue()).amount();
			put(step.getKey(), price);
		}
	}

	/** The same at another rate, which rises otherwise. */
	public PriceSchedule at(BigDecimal other, Map<LocalDate, BigDecimal> steps) {
		return new PriceSchedule(other, this.currency, this.discountPercent, steps, this.factors, this.weekendDays,
				this.exchange);
	}

	private void put(LocalDate from, BigDecimal price) {
		this.weekdays.put(from, price);
		this.weekends.put(from, times(price, this.factors.weekend()));
	}

	private BigDecimal times(BigDecimal price, @Nullable BigDecimal factor) {
		return (factor != null) ? Money.of(price.multiply(factor), this.currency).rounded().amount() : price;
	}

	/** What a day costs before it rises, without factors and before the discount. */
	public BigDecimal rate() {
		return this.rate;
	}

	/** ISO 4217. */
	public String currency() {
		return this.currency;
	}

	/** What is taken off every day, 0 to 100. */
	public BigDecimal discountPercent() {
		return this.discountPercent;
	}

	/** By how much the rate rises, in per cent of what it was before, by the day. */
	public NavigableMap<LocalDate, BigDecimal> steps() {
		return this.steps;
	}

	public RateMultipliers factors() {
		return this.factors;
	}

	public Set<DayOfWeek> weekendDays() {
		return this.weekendDays;
	}

	/** What the person's currency was worth, or {@code null} if that is the same. */
	public @Nullable Exchanged exchange() {
		return this.exchange;
	}

	/** Whether every day costs the same. */
	public boolean isEven() {
		return this.weekdays.size() == 1 && this.weekdays.equals(this.weekends);
	}

	/** What the first days cost, before the discount. */
	public BigDecimal first() {
		return this.weekdays.firstEntry().getValue();
	}

	/** What a day costs, before the discount; were it no weekend. */
	public BigDecimal on(LocalDate date) {
		return this.weekdays.floorEntry(date).getValue();
	}

	/** What a month's days cost after the discount, exactly. */
	public Money cost(MonthDays month) {
		BigDecimal sum = BigDecimal.ZERO;
		if (isEven()) {
			sum = first().multiply(month.counted().days());
		}
		else {
			for (Day day : month.days()) {
				if (!day.counted().isZero()) {
					BigDecimal price = prices(day.date()).floorEntry(day.date()).getValue();
					sum = sum.add((day.counted().halves() == 1) ? price.multiply(HALF) : price);
				}
			}
		}
		return Money.of(sum, this.currency).lessPercent(this.discountPercent);
	}

	private NavigableMap<LocalDate, BigDecimal> prices(LocalDate date) {
		return isWeekend(date) ? this.weekends : this.weekdays;
	}

	private boolean isWeekend(LocalDate date) {
		return this.weekendDays.contains(date.getDayOfWeek());
	}

	/** The days that cost the same together, in the order in which they begin. */
	public List<PriceBand> bands(List<MonthDays> months) {
		Map<String, PriceBand> bands = new TreeMap<>();
		boolean apart = !this.weekdays.equals(this.weekends);
		for (MonthDays month : months) {
			for (Day day : month.days()) {
				if (!day.counted().isZero()) {
					boolean weekend = apart && isWeekend(day.date());
					var price = Objects.requireNonNull(prices(day.date()).floorEntry(day.date()));
					LocalDate from = price.getKey().equals(LocalDate.MIN) ? null : price.getKey();
					bands
						.computeIfAbsent((from != null) ? from + " " + weekend : " " + weekend,
								(key) -> new PriceBand(from, weekend, price.getValue(), new TreeMap<>()))
						.days()
						.merge(month.month(), day.counted(), DayCount::plus);
				}
			}
		}
		return List.copyOf(bands.values());
	}

}
