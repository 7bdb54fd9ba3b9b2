package org.muster.matching;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;

/**
 * What a skill that is held is worth today: its level, times what is left of it since it
 * was last used, times how well few years carry it; and through implications, along the
 * strongest chain, its share of that. What is worth less than the first level is nothing.
 */
final class Strengths {

	/**
	 * What is left of a level with 0, 1 or 2 years of use, in per cent; all from 3 on.
	 */
	private static final int[] FEW_YEARS = { 85, 90, 95 };

	private static final double TINY = 1e-9;

	private final Taxonomy taxonomy;

	private final double halfLife;

	private final int year;

	/**
	 * Shares in per cent by the implied skill, by the implying one, itself among them.
	 */
	private final Map<Long, Map<Long, Double>> reach = new HashMap<>();

	/**
	 * @param halfLife the years after which a skill that is not used counts for half; the
	 * first year takes nothing off
	 * @param year the current one
	 */
	Strengths(Taxonomy taxonomy, double halfLife, int year) {
		this.taxonomy = taxonomy;
		this.halfLife = halfLife;
		this.year = year;
		for (Skill skill : taxonomy.all()) {
			Map<Long, Double> shares = new LinkedHashMap<>();
			follow(skill, 100, shares);
			this.reach.put(skill.id(), shares);
		}
	}

	private void follow(Skill skill, double percent, Map<Long, Double> shares) {
		if (percent < 1 || shares.getOrDefault(skill.id(), 0.0) >= percent) {
			return;
		}
		shares.put(skill.id(), percent);
		skill.implied().forEach((id, strength) -> follow(this.taxonomy.get(id), percent * strength / 100, shares));
	}

	/** In fiftieths of a level. */
	private int units(SkillHeld held, double percent) {
		int unused = Math.max(0, this.year - held.countedLastUse(this.year) - 1);
		int used = held.countedYears();
		double years = (used < FEW_YEARS.length) ? FEW_YEARS[Math.max(0, used)] / 100.0 : 1;
		double left = Math.pow(2, -unused / this.halfLife) * years * percent / 100;
		return (int) (held.countedLevel() * ScoreScale.LEVEL * left + TINY);
	}

	/** Every skill that there is evidence of, with its units. */
	Map<Long, Integer> of(Map<Long, SkillHeld> skills) {
		Map<Long, Integer> strengths = new HashMap<>();
		for (SkillHeld held : skills.values()) {
			this.reach.getOrDefault(held.skillId(), Map.of()).forEach((id, percent) -> {
				int units = units(held, percent);
				if (units >= ScoreScale.LEVEL) {
					strengths.merge(id, units, Math::max);
				}
			});
		}
		return strengths;
	}

	/**
	 * The strongest for one skill, the skill itself before others, or {@code null}
	 * without any.
	 */
	@Nullable SkillEvidence best(long skill, Map<Long, SkillHeld> skills) {
		SkillEvidence best = null;
		SkillHeld itself = skills.get(skill);
		if (itself != null) {
			best = new SkillEvidence(itself, null, 100, units(itself, 100));
		}
		for (SkillHeld held : skills.values()) {
			double percent = this.reach.getOrDefault(held.skillId(), Map.of()).getOrDefault(skill, 0.0);
			int units = units(held, percent);
			if (held.skillId() != skill && (best == null || units >= best.units())) {
				String through = this.taxonomy.get(held.skillId()).name();
				String before = (best != null) ? best.through() : through;
				if (best == null || units > best.units() || before != null && through.compareTo(before) < 0) {
					best = new SkillEvidence(held, through, (int) Math.round(percent), units);
				}
			}
		}
		return (best != null && best.units() >= ScoreScale.LEVEL) ? best : null;
	}

}
