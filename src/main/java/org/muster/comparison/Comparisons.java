package org.muster.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.WorkingDays;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.pricing.PriceList;
import org.muster.pricing.PriceLists;
import org.muster.pricing.VolumeDiscounts;
import org.muster.proposals.Offers;
import org.muster.requests.ExpectedDays;
import org.muster.requests.PoolForecast;
import org.muster.requests.PoolForecasts;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.vocabulary.Seniority;

import org.springframework.stereotype.Component;

/** Puts together what a request's comparison is calculated from. */
@Component
class Comparisons {

	private static final String EURO = "EUR";

	private static final BigDecimal FULL_WEEK = new BigDecimal("5");

	/** Of a year's pay; what a day of somebody employed costs. */
	private static final BigDecimal DAYS_WORKED = new BigDecimal("220");

	/** No work lasts longer. */
	/** A month of weekdays, for turning a number of days into months. */
	private static final double DAYS_OF_MONTH = 18.5;

	private final Defaults defaults;

	private final SavedComparisons saved;

	private final Organisations organisations;

	private final Offers offers;

	private final PoolForecasts forecasts;

	private final ExchangeRates exchange;

	private final PriceLists prices;

	private final VolumeDiscounts volumes;

	private final ExpectedDays days;

	Comparisons(Defaults defaults, SavedComparisons saved, Organisations organisations, Offers offers,
			PoolForecasts forecasts, ExchangeRates exchange, PriceLists prices, VolumeDiscounts volumes,
			ExpectedDays days) {
		this.prices = prices;
		this.volumes = volumes;
		this.days = days;
		this.exchange = exchange;
		this.defaults = defaults;
		this.saved = saved;
		this.organisations = organisations;
		this.offers = offers;
		this.forecasts = forecasts;
	}

	/**
	 * All that a page of it shows.
	 *
	 * @param usual what is assumed unless the client says otherwise
	 * @param own what the client says
	 * @param priced whether our day rate is known: by an offer, by those who fit, or by
	 * the client
	 */
	record Contents(Ways ways, Map<Assumption, Assumed> usual, Map<Assumption, BigDecimal> own,
			Optional<SavedComparison> saved, boolean priced) {

		public Map<Assumption, BigDecimal> values() {
			Map<Assumption, BigDecimal> values = new EnumMap<>(Assumption.class);
			this.usual.forEach((one, assumed) -> values.put(one, assumed.value()));
			values.putAll(this.own);
			return values;
		}

		public Assumed usual(Assumption one) {
			return Objects.requireNonNull(this.usual.get(one));
		}

	}

	/**
	 * As a person sees it: what a client pays its own people is no business of the
	 * consultancy, which sees what is usual. Within a transaction.
	 */
	Contents of(StaffingRequest request, CurrentUser user) {
		if (!user.isClient()) {
			return of(request, Map.of(), Optional.empty());
		}
		Optional<SavedComparison> known = this.saved.findById(request.id());
		return of(request, known.map(SavedComparison::values).orElse(Map.of()), known);
	}

	Contents of(StaffingRequest request, Map<Assumption, BigDecimal> own, Optional<SavedComparison> known) {
		Organisation organisation = this.organisations.findById(request.organisationId()).orElseThrow();
		Optional<List<MonthDays>> days = request.schedule()
			.map((schedule) -> this.days.months(organisation.id(), organisation.place(), schedule,
					schedule.earliestStart()));
		Optional<Assumed> rate = rate(request, days);
		Map<Assumption, Assumed> usual = usual(request, organisation, rate);
		Map<Assumption, BigDecimal> values = new EnumMap<>(Assumption.class);
		usual.forEach((one, assumed) -> values.put(one, assumed.value()));
		values.putAll(own);
		BigDecimal perWeek = request.schedule().map((schedule) -> schedule.daysPerWeek().days()).orElse(FULL_WEEK);
		BigDecimal months = Objects.requireNonNull(usual.get(Assumption.MONTHS)).value();
		@Nullable BigDecimal billed = days
			.map((counted) -> WorkingDays.total(counted).days().divide(months, MathContext.DECIMAL64))
			.orElse(null);
		return new Contents(new Ways(values, Math.max(1, request.heads()), perWeek, billed), usual, own, known,
				rate.isPresent() || own.containsKey(Assumption.AUGMENTATION_RATE));
	}

	LocalDate date() {
		return this.defaults.date();
	}

	private Map<Assumption, Assumed> usual(StaffingRequest request, Organisation organisation, Optional<Assumed> rate) {
		String country = organisation.place().country();
		BigDecimal factor = this.defaults.factor(seniorities(request));
		Map<Assumption, Assumed> usual = new EnumMap<>(Assumption.class);
		usual.put(Assumption.ABSENCE, this.defaults.of(country, "absence", "law"));
		usual.put(Assumption.ON_COSTS, this.defaults.of(country, "on-costs", "on-costs"));
		usual.put(Assumption.SALARY, money(this.defaults.of(country, "salary", "estimate"), factor, request, -3));
		usual.put(Assumption.FREELANCE_RATE,
				money(this.defaults.of(country, "freelance", "estimate"), factor, request, -1));
		for (Assumption one : Assumption.values()) {
			if (one == Assumption.INTERNAL_DAY) {
				usual.put(one, internalDay(usual));
			}
			else if (!usual.containsKey(one)) {
				Assumed assumed = this.defaults.of(one);
				usual.put(one,
						(one.unit() == Assumption.Unit.MONEY) ? money(assumed, BigDecimal.ONE, request, 0) : assumed);
			}
		}
		months(request).ifPresent((months) -> usual.put(Assumption.MONTHS, months));
		usual.put(Assumption.AUGMENTATION_RATE, rate
			.orElseGet(() -> money(this.defaults.of(Assumption.AUGMENTATION_RATE), BigDecimal.ONE, request, 0)));
		return usual;
	}

	private static Map<Seniority, Integer> seniorities(StaffingRequest request) {
		Map<Seniority, Integer> heads = new EnumMap<>(Seniority.class);
		request.positions()
			.forEach((position) -> heads.merge(position.seniority(), position.headCount(), Integer::sum));
		return heads;
	}

	/** In the request's currency, rounded to a power of ten. */
	private Assumed money(Assumed euros, BigDecimal factor, StaffingRequest request, int scale) {
		BigDecimal amount = euros.value().multiply(factor);
		if (!this.exchange.canConvert(EURO, request.currency())) {
			throw new NotComparable(request.reference(), request.currency());
		}
		BigDecimal own = this.exchange.convert(amount, EURO, request.currency());
		BigDecimal rounded = own.setScale(scale, RoundingMode.HALF_UP);
		return new Assumed((rounded.scale() < 0) ? rounded.setScale(0) : rounded, euros.source());
	}

	private static Assumed internalDay(Map<Assumption, Assumed> usual) {
		Assumed salary = Objects.requireNonNull(usual.get(Assumption.SALARY));
		BigDecimal onCosts = Objects.requireNonNull(usual.get(Assumption.ON_COSTS)).value();
		return new Assumed(salary.value()
			.multiply(BigDecimal.ONE.add(onCosts.movePointLeft(2)))
			.divide(DAYS_WORKED, 0, RoundingMode.HALF_UP), salary.source());
	}

	/** Of the request's own dates. */
	private Optional<Assumed> months(StaffingRequest request) {
		return request.schedule().map((schedule) -> {
			double months = (schedule.days() != null) ? ofDays(schedule)
					: ChronoUnit.DAYS.between(schedule.earliestStart(), schedule.expectedEnd()) / 30.4;
			// Whole months would spread the days over more of them, or fewer, than are
			// worked.
			return new Assumed(plain(BigDecimal.valueOf(Math.max(1, Math.min(Ways.MOST_MONTHS, months)))
				.setScale(1, RoundingMode.HALF_UP)), this.defaults.source("schedule"));
		});
	}

	private static double ofDays(Schedule schedule) {
		double days = Objects.requireNonNull(schedule.days()).days().doubleValue();
		return days / (DAYS_OF_MONTH * schedule.daysPerWeek().days().doubleValue() / 5);
	}

	/**
	 * What was offered, or what half of those who fit cost no more than, on average over
	 * the work and after the volume discount; nothing where nobody fits. A cap is no
	 * price.
	 */
	private Optional<Assumed> rate(StaffingRequest request, Optional<List<MonthDays>> days) {
		Optional<BigDecimal> offered = this.offers.averageDayRate(request.id(), request.currency());
		if (offered.isPresent()) {
			return offered.map((rate) -> new Assumed(rounded(rate, request), this.defaults.source("offer")));
		}
		BigDecimal sum = BigDecimal.ZERO;
		int heads = 0;
		for (var position : request.positions()) {
			@Nullable BigDecimal middle = this.forecasts
				.of(request, position.number(), position.details(), request.schedule().orElse(null), request.rateCap())
				.map(PoolForecast::median)
				.orElse(null);
			if (middle != null) {
				sum = sum.add(middle.multiply(BigDecimal.valueOf(position.headCount())));
				heads += position.headCount();
			}
		}
		return (heads > 0) ? Optional.of(new Assumed(
				rounded(average(sum.divide(BigDecimal.valueOf(heads), MathContext.DECIMAL64), request, days), request),
				this.defaults.source("pool"))) : Optional.empty();
	}

	/** Of the days of one person, as an offer prices them. */
	private BigDecimal average(BigDecimal rate, StaffingRequest request, Optional<List<MonthDays>> days) {
		List<MonthDays> months = days.orElse(List.of());
		DayCount count = WorkingDays.total(months);
		if (count.isZero()) {
			return rate;
		}
		PriceList list = this.prices.of(request.organisationId(), request.currency());
		LocalDate first = list.firstDay(request.schedule().map(Schedule::earliestStart).orElse(null));
		Money cost = list.cost(Money.of(rate, request.currency()), first, months);
		DayCount all = new DayCount(count.halves() * Math.max(1, request.heads()));
		return cost.lessPercent(this.volumes.of(request.organisationId()).percent(all))
			.amount()
			.divide(count.days(), MathContext.DECIMAL64);
	}

	/** To cents, or whole units of a currency without them, as it can be typed. */
	private static BigDecimal rounded(BigDecimal rate, StaffingRequest request) {
		int decimals = Math.min(2, Money.of(rate, request.currency()).decimals());
		return rate.setScale(decimals, RoundingMode.HALF_UP);
	}

	/** 3 and not 3.0. */
	private static BigDecimal plain(BigDecimal number) {
		BigDecimal bare = number.stripTrailingZeros();
		return bare.setScale(Math.max(0, bare.scale()));
	}

	/** The months whose costs a table shows. */
	static List<BigDecimal> stops(BigDecimal planned) {
		return java.util.stream.Stream
			.concat(java.util.stream.Stream.of(1, 3, 6, 9, 12, 18, 24, 36).map(BigDecimal::valueOf),
					java.util.stream.Stream.of(plain(planned)))
			.distinct()
			.sorted()
			.toList();
	}

}
