package org.muster.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the three ways cost for the same work. All of them are straight lines over the
 * months of work m, so that where two meet can be calculated exactly. With n people of d
 * days a week each, for each person:
 *
 * <pre>
 * days a month          D = (260 − absence) × d/5 ÷ 12
 * billed days a month   B = days of the estimate ÷ months, or D while dates are open
 * in-house, a month     M = (salary × (1 + on-costs) + workplace) × d/5 ÷ 12
 * in-house, a day       M ÷ D
 * freelancer, a day     rate × (1 + premium)
 * augmentation, a day   rate
 * lost to ramp-up       L = weeks of ramp-up × d × (1 − share that is done meanwhile), in days
 *
 * cost(m) = n × (fee + screening × own day + L × day + bad fit + notice + m × month)
 *
 * fee        in-house: recruiting fee × salary × d/5; else none
 * bad fit    in-house: probability × its cost × salary × d/5;
 *            else: probability × (screening × own day + L × day), since somebody else begins again
 * notice     in-house: months × M; else: weeks × d × day
 * month      in-house: M; else: B × day
 * </pre>
 *
 * Amounts are calculated to 16 digits and rounded when they are shown. The source of the
 * formula is this page: it is the plain addition of what each way is paid for.
 */
final class Ways {

	/** The longest time that is looked at, in months. */
	static final int MOST_MONTHS = 36;

	private static final MathContext DIGITS = MathContext.DECIMAL64;

	private static final BigDecimal WEEKDAYS = new BigDecimal("260");

	private static final BigDecimal YEAR = new BigDecimal("12");

	private static final BigDecimal WEEK = new BigDecimal("5");

	private final Map<Assumption, BigDecimal> values;

	private final BigDecimal heads;

	private final BigDecimal daysPerWeek;

	private final @Nullable BigDecimal billedDays;

	private final Map<Way, Cost> costs = new EnumMap<>(Way.class);

	/**
	 * @param values all assumptions: amounts in one currency, per cent, days, weeks,
	 * months
	 * @param heads how many people
	 * @param daysPerWeek half a day to five
	 */
	Ways(Map<Assumption, BigDecimal> values, int heads, BigDecimal daysPerWeek) {
		this(values, heads, daysPerWeek, null);
	}

	/**
	 * @param billedDays the days a month that whoever is paid by the day is paid for, or
	 * {@code null} for those of somebody employed
	 */
	Ways(Map<Assumption, BigDecimal> values, int heads, BigDecimal daysPerWeek, @Nullable BigDecimal billedDays) {
		this.billedDays = billedDays;
		this.values = values;
		this.heads = BigDecimal.valueOf(heads);
		this.daysPerWeek = daysPerWeek;
		this.costs.put(Way.IN_HOUSE, inHouse());
		this.costs.put(Way.FREELANCER, contracted(Assumption.FREELANCE_SCREENING, Assumption.FREELANCE_RAMP,
				Assumption.FREELANCE_BAD_FIT, Assumption.FREELANCE_NOTICE,
				value(Assumption.FREELANCE_RATE).multiply(BigDecimal.ONE.add(share(Assumption.FREELANCE_PREMIUM)))));
		this.costs.put(Way.AUGMENTATION, contracted(Assumption.AUGMENTATION_SCREENING, Assumption.AUGMENTATION_RAMP,
				Assumption.AUGMENTATION_BAD_FIT, Assumption.AUGMENTATION_NOTICE, value(Assumption.AUGMENTATION_RATE)));
	}

	/**
	 * A line over the months: what it costs once, and each month. For all people.
	 *
	 * @param fee for finding the people
	 * @param screening by the client's own people
	 * @param ramp what is paid and not yet done
	 * @param badFit the expected loss by a bad fit
	 * @param notice what is paid after the work has ended
	 * @param month of work
	 */
	record Cost(BigDecimal fee, BigDecimal screening, BigDecimal ramp, BigDecimal badFit, BigDecimal notice,
			BigDecimal month) {

		BigDecimal once() {
			return this.fee.add(this.screening).add(this.ramp).add(this.badFit).add(this.notice);
		}

		public BigDecimal pay(BigDecimal months) {
			return this.month.multiply(months);
		}

		/** After some months of work. */
		public BigDecimal after(BigDecimal months) {
			return once().add(pay(months));
		}

	}

	private Cost inHouse() {
		BigDecimal partTime = this.daysPerWeek.divide(WEEK, DIGITS);
		BigDecimal salary = value(Assumption.SALARY).multiply(partTime);
		BigDecimal month = value(Assumption.SALARY).multiply(BigDecimal.ONE.add(share(Assumption.ON_COSTS)))
			.add(value(Assumption.WORKPLACE))
			.multiply(partTime)
			.divide(YEAR, DIGITS);
		BigDecimal day = (daysPerMonth().signum() > 0) ? month.divide(daysPerMonth(), DIGITS) : BigDecimal.ZERO;
		return new Cost(all(salary.multiply(share(Assumption.RECRUITING_FEE))),
				all(screening(Assumption.IN_HOUSE_SCREENING)), all(lost(Assumption.IN_HOUSE_RAMP).multiply(day)),
				all(salary.multiply(share(Assumption.BAD_FIT_COST)).multiply(share(Assumption.IN_HOUSE_BAD_FIT))),
				all(month.multiply(value(Assumption.IN_HOUSE_NOTICE))), all(month));
	}

	private Cost contracted(Assumption screening, Assumption ramp, Assumption badFit, Assumption notice,
			BigDecimal day) {
		BigDecimal again = screening(screening).add(lost(ramp).multiply(day));
		return new Cost(BigDecimal.ZERO, all(screening(screening)), all(lost(ramp).multiply(day)),
				all(again.multiply(share(badFit))), all(value(notice).multiply(this.daysPerWeek).multiply(day)),
				all(billedDaysPerMonth().multiply(day)));
	}

	private BigDecimal screening(Assumption days) {
		return value(days).multiply(value(Assumption.INTERNAL_DAY));
	}

	/** Days that are paid and not yet done. */
	private BigDecimal lost(Assumption weeks) {
		return value(weeks).multiply(this.daysPerWeek).multiply(BigDecimal.ONE.subtract(share(Assumption.RAMP_SHARE)));
	}

	private BigDecimal all(BigDecimal ofOne) {
		return ofOne.multiply(this.heads);
	}

	private BigDecimal value(Assumption one) {
		return Objects.requireNonNull(this.values.get(one), one::name);
	}

	/** Per cent as a share. */
	private BigDecimal share(Assumption percent) {
		return value(percent).movePointLeft(2);
	}

	/** Days that one person dedicates in a month, on average. */
	public BigDecimal daysPerMonth() {
		return WEEKDAYS.subtract(value(Assumption.ABSENCE))
			.multiply(this.daysPerWeek)
			.divide(WEEK, DIGITS)
			.divide(YEAR, DIGITS);
	}

	/** Days of one person that are paid in a month to whoever is paid by the day. */
	public BigDecimal billedDaysPerMonth() {
		return Objects.requireNonNullElseGet(this.billedDays, this::daysPerMonth);
	}

	public BigDecimal months() {
		return value(Assumption.MONTHS);
	}

	public Cost cost(Way way) {
		return Objects.requireNonNull(this.costs.get(way));
	}

	/** What a way costs for the months that are planned. */
	public BigDecimal planned(Way way) {
		return cost(way).after(months());
	}

	/** From the cheapest to the dearest, for the months that are planned. */
	public List<Way> ranking() {
		return this.costs.keySet().stream().sorted(Comparator.comparing(this::planned)).toList();
	}

	/**
	 * Where two ways cost the same.
	 *
	 * @param cheaperAfter the way that is cheaper from then on
	 * @param months of work, to one decimal
	 * @param days dedicated by each person until then, to whole days
	 * @param cost at that moment
	 */
	record BreakEven(Way cheaperBefore, Way cheaperAfter, BigDecimal months, BigDecimal days, BigDecimal cost) {
	}

	/** Where the lines of two ways meet within the longest time, the first first. */
	public List<BreakEven> breakEvens() {
		List<BreakEven> found = new ArrayList<>();
		List<Way> ways = List.of(Way.AUGMENTATION, Way.IN_HOUSE, Way.FREELANCER);
		for (int one = 0; one < ways.size(); one++) {
			for (int other = one + 1; other < ways.size(); other++) {
				breakEven(ways.get(one), ways.get(other)).ifPresent(found::add);
			}
		}
		return found.stream().sorted(Comparator.comparing(BreakEven::months)).toList();
	}

	/** m = (once₂ − once₁) ÷ (month₁ − month₂). */
	Optional<BreakEven> breakEven(Way one, Way other) {
		BigDecimal once = cost(other).once().subtract(cost(one).once());
		BigDecimal month = cost(one).month().subtract(cost(other).month());
		if (month.signum() == 0) {
			return Optional.empty();
		}
		BigDecimal months = once.divide(month, DIGITS);
		if (months.signum() <= 0 || months.compareTo(BigDecimal.valueOf(MOST_MONTHS)) > 0) {
			return Optional.empty();
		}
		boolean oneFirst = month.signum() > 0;
		return Optional
			.of(new BreakEven(oneFirst ? one : other, oneFirst ? other : one, months.setScale(1, RoundingMode.HALF_UP),
					months.multiply(billedDaysPerMonth()).setScale(0, RoundingMode.HALF_UP), cost(one).after(months)));
	}

	/** Weeks until people are there. */
	public BigDecimal weeksToStart(Way way) {
		return value(switch (way) {
			case IN_HOUSE -> Assumption.IN_HOUSE_WEEKS;
			case FREELANCER -> Assumption.FREELANCE_WEEKS;
			case AUGMENTATION -> Assumption.AUGMENTATION_WEEKS;
		});
	}

	/** Weeks until they do all that they can. */
	public BigDecimal weeksToProductive(Way way) {
		return weeksToStart(way).add(value(switch (way) {
			case IN_HOUSE -> Assumption.IN_HOUSE_RAMP;
			case FREELANCER -> Assumption.FREELANCE_RAMP;
			case AUGMENTATION -> Assumption.AUGMENTATION_RAMP;
		}));
	}

	/** The probability of a bad fit, in per cent. */
	public BigDecimal risk(Way way) {
		return value(switch (way) {
			case IN_HOUSE -> Assumption.IN_HOUSE_BAD_FIT;
			case FREELANCER -> Assumption.FREELANCE_BAD_FIT;
			case AUGMENTATION -> Assumption.AUGMENTATION_BAD_FIT;
		});
	}

}
