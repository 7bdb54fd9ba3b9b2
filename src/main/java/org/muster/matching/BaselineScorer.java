package org.muster.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.consultants.Candidate;
import org.muster.consultants.SkillHeld;
import org.muster.skills.Skill;
import org.muster.skills.SkillKind;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.LanguageLevel;

/**
 * Finds out where people stand whatever is asked:
 * <ul>
 * <li>breadth: proficient (4) in one server-side language and good (3) in one or two more
 * is best;</li>
 * <li>reviews: their average, drawn towards {@value #USUAL} as by {@value #DRAW} more
 * reviews, since few say little;</li>
 * <li>an efficient workflow: the mean of the best strength in CI/CD, testing, automation
 * and process;</li>
 * <li>teams brought together: 35 % the mean of the two best skills of working together,
 * 25 % languages spoken at B2 or better, two being all, 40 % reviews on
 * communication;</li>
 * <li>a higher level: 35 % seniority, 25 % the best strength in architecture, 20 % in
 * mentoring or leading, 20 % certifications in force, two being all.</li>
 * </ul>
 * A strength of 4 is all.
 */
final class BaselineScorer {

	static final double USUAL = 3.5;

	static final int DRAW = 2;

	private static final double ALL = 4.0 * ScoreScale.LEVEL;

	private static final int PROFICIENT = 4;

	private static final int GOOD = 3;

	private final Map<Long, SkillKind> workflow = new HashMap<>();

	private final List<SkillKind> workflowKinds;

	private final Set<Long> architecture = new HashSet<>();

	private final Set<Long> together;

	private final Set<Long> mentoring;

	private final Set<Long> serverSide;

	BaselineScorer(Taxonomy taxonomy, MatchingSettings settings) {
		this.workflowKinds = settings.workflowKinds();
		for (Skill skill : taxonomy.all()) {
			if (this.workflowKinds.contains(skill.kind())) {
				this.workflow.put(skill.id(), skill.kind());
			}
			if (skill.kind() == SkillKind.ARCHITECTURE) {
				this.architecture.add(skill.id());
			}
		}
		this.together = ids(settings.togetherSkills(), taxonomy);
		this.mentoring = ids(settings.mentoringSkills(), taxonomy);
		this.serverSide = ids(settings.serverLanguages(), taxonomy);
	}

	private static Set<Long> ids(Collection<String> names, Taxonomy taxonomy) {
		Set<Long> ids = new HashSet<>();
		names.forEach((name) -> taxonomy.find(name).ifPresent((skill) -> ids.add(skill.id())));
		return ids;
	}

	/**
	 * @param strengths of all skills, as {@link Strengths#of} has them
	 */
	BaselineScore of(Candidate candidate, Map<Long, Integer> strengths) {
		return new BaselineScore(breadth(candidate), reviews(candidate), workflow(strengths),
				together(candidate, strengths), level(candidate, strengths));
	}

	/** The levels held in server-side languages, the highest first. */
	int[] serverSideLevels(Candidate candidate) {
		int[] levels = candidate.skills()
			.values()
			.stream()
			.filter((held) -> this.serverSide.contains(held.skillId()))
			.mapToInt(SkillHeld::countedLevel)
			.map((level) -> -level)
			.sorted()
			.toArray();
		return Arrays.stream(levels).map((level) -> -level).toArray();
	}

	/** Whether the level of a server-side language that is held is not stated. */
	boolean isServerSideUnstated(Candidate candidate) {
		return candidate.skills()
			.values()
			.stream()
			.anyMatch((held) -> this.serverSide.contains(held.skillId()) && held.level() == null);
	}

	private int breadth(Candidate candidate) {
		int[] levels = serverSideLevels(candidate);
		if (levels.length == 0) {
			return 0;
		}
		int best = levels[0];
		long others = Arrays.stream(levels).skip(1).filter((level) -> level >= GOOD).count();
		int depth = switch (Math.min(best, PROFICIENT)) {
			case PROFICIENT -> 60;
			case GOOD -> 35;
			default -> 10 * best;
		};
		int breadth = (others >= 2) ? 40 : (others == 1) ? 30 : 0;
		return share((depth + breadth) / 100.0);
	}

	private static int reviews(Candidate candidate) {
		return share((drawn(candidate.rating().overall(), candidate) - 1) / 4);
	}

	/** From 1 to 5, drawn towards the usual. */
	static double drawn(double average, Candidate candidate) {
		int reviews = candidate.rating().reviews();
		return (reviews * average + DRAW * USUAL) / (reviews + DRAW);
	}

	private int workflow(Map<Long, Integer> strengths) {
		EnumMap<SkillKind, Integer> best = new EnumMap<>(SkillKind.class);
		strengths.forEach((skill, units) -> {
			SkillKind kind = this.workflow.get(skill);
			if (kind != null) {
				best.merge(kind, units, Math::max);
			}
		});
		return share(best.values().stream().mapToDouble(BaselineScorer::strength).sum() / this.workflowKinds.size());
	}

	private int together(Candidate candidate, Map<Long, Integer> strengths) {
		double skills = strengths.entrySet()
			.stream()
			.filter((entry) -> this.together.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.sorted((one, other) -> Integer.compare(other, one))
			.limit(2)
			.mapToDouble(BaselineScorer::strength)
			.sum() / 2;
		long spoken = candidate.languages()
			.values()
			.stream()
			.filter((level) -> level.reaches(LanguageLevel.B2))
			.count();
		double said = (drawn(candidate.rating().communication(), candidate) - 1) / 4;
		return share(0.35 * skills + 0.25 * Math.min(1, spoken / 2.0) + 0.4 * said);
	}

	private int level(Candidate candidate, Map<Long, Integer> strengths) {
		double seniority = switch (candidate.seniority()) {
			case LEAD -> 1;
			case SENIOR -> 0.75;
			case MID -> 0.4;
			case JUNIOR -> 0.1;
		};
		return share(0.35 * seniority + 0.25 * best(this.architecture, strengths)
				+ 0.2 * best(this.mentoring, strengths) + 0.2 * Math.min(1, candidate.certifications() / 2.0));
	}

	private static double best(Set<Long> skills, Map<Long, Integer> strengths) {
		return strengths.entrySet()
			.stream()
			.filter((entry) -> skills.contains(entry.getKey()))
			.mapToDouble((entry) -> strength(entry.getValue()))
			.max()
			.orElse(0);
	}

	private static double strength(int units) {
		return Math.min(1, units / ALL);
	}

	private static int share(double fraction) {
		return (int) Math.round(Math.max(0, Math.min(1, fraction)) * ScoreScale.STANDING);
	}

}
