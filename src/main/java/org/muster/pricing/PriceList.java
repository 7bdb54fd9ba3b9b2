package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Day;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Place;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/**
 * What days of people cost one client, in one currency. Every page takes its day rates
 * from here: by the rate card, or else by the person's own rate, at the rate of exchange
 * where that is in another currency. Where no rate of exchange is known there is no
 * price.
 * <p>
 * Frame agreements raise rates on certain days. An entry of the card names what was
 * agreed or asked for from its first day on, and a person's own rate what was set since a
 * day: every such day after that raises it, those of years ago as well as those to come,
 * until another entry or amount takes its place. So a day of work costs the same whenever
 * somebody asks.
 */
public final class PriceList {

	private final RateCard card;

	private final ExchangeRates exchange;

	private final String currency;

	private final NavigableMap<LocalDate, BigDecimal> rises;

	/** By which work is priced that begins no later. */
	private final LocalDate today;

	PriceList(RateCard card, ExchangeRates exchange, String currency, Map<LocalDate, BigDecimal> rises,
			LocalDate today) {
		this.card = card;
		this.exchange = exchange;
		this.currency = currency;
		this.rises = Collections.unmodifiableNavigableMap(new TreeMap<>(rises));
		this.today = today;
	}

	/** Without a rate card and agreements: people's own rates. */
	public static PriceList ofOwnRates(ExchangeRates exchange, String currency, LocalDate today) {
		return new PriceList(new RateCard(List.of()), exchange, currency, Map.of(), today);
	}

	/** ISO 4217. */
	public String currency() {
		return this.currency;
	}

	/** The day on which work is priced that begins on another, or no earlier than now. */
	public LocalDate firstDay(@Nullable LocalDate start) {
		return (start != null && start.isAfter(this.today)) ? start : this.today;
	}

	/**
	 * What a day costs before frame agreements raise it any more, which is what a line of
	 * a draft is priced by.
	 * @param seniority that is asked for, or {@code null} if that is not known
	 * @param place where the consultant is, or {@code null} if that is not known
	 * @param day the first day of the work
	 * @param own the consultant's own rate
	 * @param since the day on which that was set
	 * @return nothing if the card says nothing and the own rate cannot be converted
	 */
	public Optional<Price> base(JobRole role, @Nullable Seniority seniority, @Nullable Place place, LocalDate day,
			Money own, LocalDate since) {
		return card(role, seniority, place, day).or(() -> own(own, since));
	}

	/**
	 * What the first day costs: the {@link #base}, with what it has risen by till then.
	 */
	public Optional<Price> price(JobRole role, @Nullable Seniority seniority, @Nullable Place place, LocalDate day,
			Money own, LocalDate since) {
		return base(role, seniority, place, day, own, since).map((price) -> raised(price, day));
	}

	/** The {@link #base} by the rate card alone. */
	public Optional<Price> card(JobRole role, @Nullable Seniority seniority, @Nullable Place place, LocalDate day) {
		return this.card.rate(role, seniority, place, day, this.currency, this.exchange).map((entry) -> {
			Money origin = Money.of(entry.dayRate(), entry.currency());
			Money listed = converted(origin);
			return raised(new Price(listed, Price.Rule.CARD, origin, listed, entry.from()), this.today);
		});
	}

	/** The {@link #base} by a person's own rate alone. */
	public Optional<Price> own(Money own, LocalDate since) {
		if (!this.exchange.canConvert(own.currency().getCurrencyCode(), this.currency)) {
			return Optional.empty();
		}
		Money listed = converted(own.rounded());
		return Optional.of(raised(new Price(listed, Price.Rule.OWN, own, listed, since), this.today));
	}

	private Money converted(Money amount) {
		return Money.of(this.exchange.convert(amount.amount(), amount.currency().getCurrencyCode(), this.currency),
				this.currency);
	}

	/** A price as it is on a day, with what it has risen by till then. */
	public Price raised(Price price, LocalDate day) {
		return day.isAfter(price.asOf())
				? new Price(raised(price.rate(), price.asOf(), day), price.rule(), price.origin(), price.listed(), day)
				: price;
	}

	private Money raised(Money rate, LocalDate asOf, LocalDate day) {
		Money raised = rate;
		if (day.isAfter(asOf)) {
			for (BigDecimal percent : this.rises.subMap(asOf, false, day, true).values()) {
				raised = DayRate.raised(raised, percent);
			}
		}
		return raised;
	}

	/**
	 * What days cost, each as rates are by then; not rounded.
	 * @param rate of the first of them
	 * @param asOf the day by which it is
	 */
	public Money cost(Money rate, LocalDate asOf, List<MonthDays> months) {
		BigDecimal sum = BigDecimal.ZERO;
		Money by = rate;
		LocalDate since = asOf;
		for (MonthDays month : months) {
			for (Day day : month.days()) {
				if (!day.counted().isZero()) {
					by = raised(by, since, day.date());
					since = day.date().isAfter(since) ? day.date() : since;
					sum = sum.add(by.amount().multiply(day.counted().days()));
				}
			}
		}
		return new Money(sum, rate.currency());
	}

	/** The days on which a price for a role may change. */
	public List<LocalDate> changes(JobRole role, @Nullable Seniority seniority) {
		TreeSet<LocalDate> days = new TreeSet<>(this.rises.keySet());
		days.addAll(this.card.changes(role, seniority));
		return List.copyOf(days);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PriceList list && this.card.equals(list.card) && this.currency.equals(list.currency)
				&& this.rises.equals(list.rises) && this.today.equals(list.today);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.card, this.currency, this.rises, this.today);
	}

	/** Whether the rate card says anything of a role. */
	public boolean hasCard(JobRole role, @Nullable Seniority seniority) {
		return !this.card.changes(role, seniority).isEmpty();
	}

}
