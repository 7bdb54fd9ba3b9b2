package org.muster.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.muster.consultants.Candidate;
import org.muster.consultants.LanguageLevel;
import org.muster.requests.GoalKind;
import org.muster.skills.Skill;
import org.muster.skills.SkillKind;
import org.muster.skills.Taxonomy;

/**
 * What a candidate brings to the goals of a request, the mean over the goals:
 * <ul>
 * <li>an efficient workflow: the best levels in CI/CD, testing and DevOps, 4 being
 * all;</li>
 * <li>teams brought together: 40 % the best of the skills of working together, 30 %
 * languages spoken at B2 or better, two being all, 30 % what clients said of
 * communication, the middle where nobody has said anything;</li>
 * <li>a higher level: 40 % seniority, 30 % the best level in architecture, 30 % in
 * mentoring or leading, 4 being all.</li>
 * </ul>
 */
final class GoalScoring {

	private static final List<String> TOGETHER = List.of("Communication", "Team play", "Facilitation",
			"Stakeholder management");

	private static final List<String> MENTORING = List.of("Mentoring", "Leadership");

	private final Set<GoalKind> goals;

	private final Taxonomy taxonomy;

	private final Set<Long> together;

	private final Set<Long> mentoring;

	GoalScoring(Set<GoalKind> goals, Taxonomy taxonomy) {
		this.goals = goals.isEmpty() ? Set.of() : EnumSet.copyOf(goals);
		this.taxonomy = taxonomy;
		this.together = ids(TOGETHER);
		this.mentoring = ids(MENTORING);
	}

	private Set<Long> ids(List<String> names) {
		return names.stream()
			.flatMap((name) -> this.taxonomy.find(name).stream())
			.map(Skill::id)
			.collect(java.util.stream.Collectors.toUnmodifiableSet());
	}

	PartScore score(Candidate candidate) {
		if (this.goals.isEmpty()) {
			return PartScore.of(Part.GOALS, 1, List.of(Reason.of("goals.none")));
		}
		double sum = 0;
		List<Reason> reasons = new ArrayList<>();
		for (GoalKind goal : this.goals) {
			double fraction = switch (goal) {
				case EFFICIENT_WORKFLOW -> workflow(candidate);
				case BRING_TEAMS_TOGETHER -> together(candidate);
				case STEP_UP_LEVEL -> level(candidate);
			};
			sum += fraction;
			reasons.add(Reason.of("goal." + goal + ((fraction >= 0.7) ? ".strong" : ".weak")));
		}
		return PartScore.of(Part.GOALS, sum / this.goals.size(), reasons);
	}

	private double workflow(Candidate candidate) {
		return (best(candidate, SkillKind.CI_CD) + best(candidate, SkillKind.TESTING)
				+ best(candidate, SkillKind.DEVOPS)) / 3;
	}

	private double together(Candidate candidate) {
		long spoken = candidate.languages()
			.values()
			.stream()
			.filter((level) -> level.reaches(LanguageLevel.B2))
			.count();
		double said = (candidate.rating().reviews() > 0) ? candidate.rating().communication() / 5 : 0.5;
		return 0.4 * best(candidate, this.together) + 0.3 * Math.min(1, spoken / 2.0) + 0.3 * said;
	}

	private double level(Candidate candidate) {
		double seniority = switch (candidate.seniority()) {
			case LEAD -> 1;
			case SENIOR -> 0.75;
			case MID -> 0.4;
			case JUNIOR -> 0.1;
		};
		return 0.4 * seniority + 0.3 * best(candidate, SkillKind.ARCHITECTURE) + 0.3 * best(candidate, this.mentoring);
	}

	private double best(Candidate candidate, SkillKind kind) {
		return most(candidate.skills()
			.values()
			.stream()
			.filter((held) -> this.taxonomy.get(held.skillId()).kind() == kind)
			.mapToInt((held) -> held.level()));
	}

	private static double best(Candidate candidate, Set<Long> ids) {
		return most(candidate.skills()
			.values()
			.stream()
			.filter((held) -> ids.contains(held.skillId()))
			.mapToInt((held) -> held.level()));
	}

	private static double most(java.util.stream.IntStream levels) {
		return Math.min(1, levels.max().orElse(0) / 4.0);
	}

}
