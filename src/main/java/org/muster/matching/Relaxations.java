package org.muster.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.muster.matching.Relaxation.Kind;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.WorkMode;

/**
 * Which condition keeps how many people out: each is made easier step by step, alone, and
 * those who then fit are counted, all of them.
 */
final class Relaxations {

	/** Caps are raised to round amounts, by no more than a quarter. */
	private static final int ROUND = 10;

	private static final int CAP_STEPS = 5;

	private static final int MONTHS = 6;

	private final Demand demand;

	private final ToIntFunction<Demand> counting;

	private final int before;

	/**
	 * @param counting how many fit a demand
	 */
	Relaxations(Demand demand, ToIntFunction<Demand> counting) {
		this.demand = demand;
		this.counting = counting;
		this.before = counting.applyAsInt(demand);
	}

	/**
	 * What one relaxation brings.
	 *
	 * @param more how many people
	 */
	public record Gain(Relaxation relaxation, int more) {
	}

	/** Those that bring somebody, the largest gain first. */
	List<Gain> gains() {
		List<Gain> gains = new ArrayList<>();
		this.demand.required()
			.stream()
			.map(SkillRequirement::skillId)
			.forEach((skill) -> gains.addAll(worthwhile(List.of(Relaxation.skill(skill)))));
		gains.addAll(worthwhile(caps()));
		gains.addAll(worthwhile(starts()));
		this.demand.languages().forEach((language, level) -> gains.addAll(worthwhile(levels(language, level))));
		gains.addAll(worthwhile(IntStream.iterate(this.demand.hours() - 1, (hours) -> hours >= 0, (hours) -> hours - 1)
			.mapToObj((hours) -> Relaxation.of(Kind.OVERLAP, hours))
			.toList()));
		Stream.of(WorkMode.values())
			.filter((mode) -> mode != this.demand.workMode())
			.forEach((mode) -> gains.addAll(worthwhile(List.of(Relaxation.of(Kind.MODE, mode)))));
		Stream.of(JobRole.values())
			.filter((role) -> !this.demand.roles().contains(role))
			.forEach((role) -> gains.addAll(worthwhile(List.of(Relaxation.of(Kind.ROLE, role)))));
		return gains.stream().sorted(Comparator.comparing(Gain::more).reversed()).toList();
	}

	/**
	 * Of steps that go further and further the first that brings anybody, and the first
	 * that brings twice as many.
	 */
	private List<Gain> worthwhile(List<Relaxation> steps) {
		List<Gain> gains = new ArrayList<>();
		for (Relaxation step : steps) {
			int more = this.counting.applyAsInt(step.ease(this.demand)) - this.before;
			if (more > 0 && (gains.isEmpty() || more >= 2 * gains.get(0).more())) {
				gains.add(new Gain(step, more));
				if (gains.size() == 2) {
					break;
				}
			}
		}
		return gains;
	}

	private List<Relaxation> caps() {
		BigDecimal cap = this.demand.cap();
		if (cap == null) {
			return List.of();
		}
		BigDecimal round = BigDecimal.valueOf(ROUND);
		return IntStream.rangeClosed(1, CAP_STEPS)
			.mapToObj((step) -> cap.multiply(BigDecimal.valueOf(100 + 5L * step))
				.movePointLeft(2)
				.divide(round, 0, RoundingMode.DOWN)
				.multiply(round))
			.filter((higher) -> higher.compareTo(cap) > 0)
			.distinct()
			.map((higher) -> Relaxation.of(Kind.CAP, higher.toPlainString()))
			.toList();
	}

	private List<Relaxation> starts() {
		Schedule schedule = this.demand.schedule();
		if (schedule == null) {
			return List.of();
		}
		LocalDate latest = schedule.latestStart();
		return Stream
			.concat(Stream.of(latest.plusWeeks(1), latest.plusWeeks(2)),
					Stream.iterate(latest.plusMonths(1).withDayOfMonth(1), (month) -> month.plusMonths(1))
						.limit(MONTHS))
			.filter((day) -> day.isAfter(latest))
			.distinct()
			.sorted()
			.map((day) -> Relaxation.of(Kind.START, day))
			.toList();
	}

	private static List<Relaxation> levels(String language, LanguageLevel asked) {
		List<Relaxation> lower = new ArrayList<>();
		for (int level = asked.ordinal() - 1; level >= 0; level--) {
			lower.add(Relaxation.language(language, LanguageLevel.values()[level]));
		}
		lower.add(Relaxation.language(language, null));
		return lower;
	}

}
