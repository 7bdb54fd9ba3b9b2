package org.muster.matching;

import org.jspecify.annotations.Nullable;
import org.muster.requests.SkillRequirement;
import org.muster.skills.SkillLevel;

/**
 * A skill asked for against the same skill held.
 *
 * @param name the skill
 * @param held the level held, 0 to 5, with a fraction where it is implied by another
 * skill
 * @param through the skill that implies it, or {@code null} where it is held itself
 */
public record SkillMatch(SkillRequirement requirement, String name, double held, @Nullable String through) {

	/** How far a requirement is met. */
	public enum Outcome {

		MET, PARTLY, MISSING

	}

	/** 0 to 1. */
	double credit() {
		return Math.min(1, this.held / this.requirement.level());
	}

	public Outcome outcome() {
		if (this.held >= this.requirement.level()) {
			return Outcome.MET;
		}
		return (this.held > 0) ? Outcome.PARTLY : Outcome.MISSING;
	}

	public SkillLevel asked() {
		return SkillLevel.of(this.requirement.level());
	}

	/** The whole level that is held for certain, or {@code null} below the first. */
	public @Nullable SkillLevel heldLevel() {
		return (this.held >= 1) ? SkillLevel.of((int) Math.floor(this.held)) : null;
	}

}
