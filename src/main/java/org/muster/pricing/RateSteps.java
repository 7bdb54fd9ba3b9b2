package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;

/**
 * By how much the rates of an offer rise, by the day: what a frame agreement says, and
 * what was typed, which goes before it.
 */
public final class RateSteps {

	private final Map<LocalDate, RateStep> steps;

	/**
	 * @param steps by the day from which on they hold; those are what is changed
	 */
	public RateSteps(Map<LocalDate, RateStep> steps) {
		this.steps = steps;
	}

	/**
	 * Takes up what was typed, instead of what was typed before.
	 * @param typed in per cent of what rates were before, by the day
	 */
	public void type(Map<LocalDate, BigDecimal> typed) {
		this.steps.values().removeIf((step) -> !step.agreed());
		typed.forEach((from, percent) -> this.steps.put(from, RateStep.typed(percent)));
	}

	/**
	 * Takes up what the frame agreement raises rates by, instead of what it did before.
	 * What was typed for a day stays as it was typed.
	 * @param agreed in per cent of what rates were before, by the day
	 */
	public void agree(Map<LocalDate, BigDecimal> agreed) {
		this.steps.entrySet().removeIf((step) -> step.getValue().agreed() && !agreed.containsKey(step.getKey()));
		agreed.forEach((from, percent) -> {
			RateStep known = this.steps.get(from);
			if (known == null || known.agreed() != known.isLike(percent)) {
				this.steps.put(from, RateStep.agreed(percent));
			}
		});
		this.steps.replaceAll((from, step) -> step.agreed() ? step : step.against(agreed.get(from)));
	}

	/** All, in per cent of what rates were before, by the day. */
	public NavigableMap<LocalDate, BigDecimal> all() {
		return rises((step) -> true);
	}

	/** Those of the frame agreement. */
	public NavigableMap<LocalDate, BigDecimal> agreed() {
		return rises(RateStep::agreed);
	}

	/** Those that somebody typed. */
	public NavigableMap<LocalDate, BigDecimal> typed() {
		return rises((step) -> !step.agreed());
	}

	/**
	 * Those of more or less than nothing within the time of some work: before all of it
	 * begins, or after, none is seen.
	 */
	public NavigableMap<LocalDate, BigDecimal> felt(Collection<Period> work) {
		NavigableMap<LocalDate, BigDecimal> felt = rises((step) -> step.percent().signum() != 0);
		felt.keySet()
			.removeIf((day) -> work.stream().noneMatch((time) -> time.contains(day) && time.from().isBefore(day)));
		return felt;
	}

	/**
	 * Those for rates that hold from a day on only, which the frame agreement does not
	 * raise before; those that were typed hold for all.
	 * @param since that day, or {@code null} for all
	 */
	public NavigableMap<LocalDate, BigDecimal> since(@Nullable LocalDate since) {
		NavigableMap<LocalDate, BigDecimal> rises = all();
		if (since != null) {
			this.steps.forEach((day, step) -> {
				if (step.agreed() && !day.isAfter(since)) {
					rises.remove(day);
				}
			});
		}
		return rises;
	}

	/**
	 * By how much list prices rise that hold from a day on: as agreed, whatever was typed
	 * instead.
	 * @param since that day, or {@code null} for all
	 */
	public NavigableMap<LocalDate, BigDecimal> listedSince(@Nullable LocalDate since) {
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>();
		this.steps.forEach((from, step) -> {
			if (since == null || from.isAfter(since) || !step.isOfAgreement()) {
				rises.put(from, step.listed());
			}
		});
		return rises;
	}

	/** Whether the frame agreement says something of a day, that may be overridden. */
	public boolean isAgreedOn(LocalDate day) {
		RateStep step = this.steps.get(day);
		return step != null && step.isOfAgreement();
	}

	private NavigableMap<LocalDate, BigDecimal> rises(Predicate<RateStep> which) {
		NavigableMap<LocalDate, BigDecimal> rises = new TreeMap<>();
		this.steps.forEach((from, step) -> {
			if (which.test(step)) {
				rises.put(from, step.percent());
			}
		});
		return rises;
	}

}
