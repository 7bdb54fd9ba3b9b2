package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Capacity;
import org.muster.availability.StartFinder;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Place;
import org.muster.calendar.WorkingDays;
import org.muster.money.Money;
import org.muster.pricing.VolumeDiscounts;
import org.muster.requests.ExpectedDays;
import org.muster.requests.PoolForecast;
import org.muster.requests.PoolForecasts;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Counts over the whole pool, exactly. */
@Component
class CountedForecasts implements PoolForecasts {

	/** With fewer people a percentile would tell what one of them costs. */
	private static final int LEAST = 5;

	private static final int MOST_COSTS = 6;

	private static final Set<Limit> ALL = EnumSet.allOf(Limit.class);

	private final Matching matching;

	private final MatchIndex index;

	private final MatchingSettings settings;

	private final MatchExplanations explanations;

	private final ExpectedDays days;

	private final VolumeDiscounts volumes;

	CountedForecasts(Matching matching, MatchIndex index, MatchingSettings settings, MatchExplanations explanations,
			ExpectedDays days, VolumeDiscounts volumes) {
		this.days = days;
		this.volumes = volumes;
		this.matching = matching;
		this.index = index;
		this.settings = settings;
		this.explanations = explanations;
	}

	@Override
	public Optional<PoolForecast> of(StaffingRequest request, int number, Position.Details details,
			@Nullable Schedule schedule, @Nullable BigDecimal rateCap) {
		Demand demand = Demand.of(request, details, schedule, rateCap);
		try {
			Snapshot pool = this.index.current();
			Buyer buyer = this.matching.buyer(demand);
			Fitting fitting = fitting(demand, pool, buyer);
			PoolForecast.Rates rates = fitting.rates();
			PoolForecast.Rates uncapped = (rateCap == null) ? rates
					: fitting(demand.withCap(null), pool, buyer).rates();
			List<String> costs = this.matching.relaxations(demand, buyer)
				.stream()
				.limit(MOST_COSTS)
				.map((gain) -> this.explanations.gain(gain, demand))
				.toList();
			LocalDate first = (fitting.count() > 0) ? first(fitting, schedule, buyer) : null;
			BigDecimal least = (rates != null && first != null && schedule != null)
					? least(demand, buyer, rates.low(), schedule, first, details.headCount()) : null;
			return Optional
				.of(new PoolForecast(number, fitting.count(), first, rates, fitting.median(), uncapped, least, costs));
		}
		catch (WarmingUp ex) {
			return Optional.empty();
		}
	}

	/** Where no dates are asked for, nobody starts at a weekend. */
	private static LocalDate first(Fitting fitting, @Nullable Schedule schedule, Buyer buyer) {
		LocalDate day = LocalDate.ofEpochDay(fitting.first());
		return (schedule != null) ? day : buyer.workdays().from(day);
	}

	/**
	 * What all who are asked for cost who begin on a day: as rates rise while the work
	 * lasts, and after the volume discount.
	 * @return {@code null} where nobody knows whose holidays count
	 */
	private @Nullable BigDecimal least(Demand demand, Buyer buyer, BigDecimal rate, Schedule schedule, LocalDate first,
			int heads) {
		Place place = buyer.place();
		if (place == null) {
			return null;
		}
		List<MonthDays> months = this.days.months(demand.client(), place, schedule, first);
		Money one = buyer.prices()
			.cost(Money.of(rate, demand.currency()), buyer.prices().firstDay(first), months)
			.rounded();
		Money all = one.times(BigDecimal.valueOf(heads)).rounded();
		BigDecimal percent = this.volumes.of(demand.client())
			.percent(new DayCount(WorkingDays.total(months).halves() * heads));
		return all.minus(all.percent(percent).rounded()).amount();
	}

	/**
	 * Those who fit.
	 *
	 * @param first the first day on which one of them could start, since 1970
	 * @param units what a day of each costs whose price is known, the least first
	 */
	private record Fitting(int count, int first, long[] units) {

		@SuppressWarnings("ArrayRecordComponent")
		Fitting {
		}

		PoolForecast.@Nullable Rates rates() {
			return (this.units.length < LEAST) ? null : new PoolForecast.Rates(rank(10), rank(50), rank(90));
		}

		@Nullable BigDecimal median() {
			return (this.units.length > 0) ? rank(50) : null;
		}

		/** The nearest rank: of n people the one at ⌈percent × n ÷ 100⌉. */
		private BigDecimal rank(int percent) {
			return BigDecimal.valueOf(this.units[(percent * this.units.length + 99) / 100 - 1], Rates.UNITS)
				.stripTrailingZeros();
		}

	}

	private Fitting fitting(Demand demand, Snapshot pool, Buyer buyer) {
		Query query = new Query(demand, this.settings.weightsFor(demand.goals()), ALL, pool.context(), buyer,
				this.index.names());
		StartFinder openEnd = Capacity.openEnd(buyer.place());
		int today = StartFinder.day(buyer.today());
		long[] units = new long[pool.count()];
		int[] found = { 0, Integer.MAX_VALUE };
		new Search(query, pool).each((segment, at) -> {
			units[found[0]++] = query.units(segment, at);
			Window.Start start = query.start(segment, at);
			found[1] = Math.min(found[1], (start != null) ? start.day() : fullTime(openEnd, segment, at, today));
		});
		long[] all = Arrays.stream(units, 0, found[0]).filter((one) -> one != Rates.NO_PRICE).toArray();
		Arrays.sort(all);
		return new Fitting(found[0], found[1], all);
	}

	/** The first day from which whole weeks are free, without an end in mind. */
	private static int fullTime(StartFinder openEnd, Segment segment, int at, int today) {
		int busy = segment.busy(at);
		int first = Math.max(today, segment.availableFrom[at]);
		return (busy < 0) ? first : openEnd.earliest(StartFinder.WEEK, first, segment.taken, segment.begin(busy),
				segment.begin(busy + 1));
	}

}
