package org.muster.matching;

import org.jspecify.annotations.Nullable;
import org.muster.requests.SkillRequirement;
import org.muster.skills.SkillLevel;

/**
 * A skill asked for against the evidence of it.
 *
 * @param name the skill
 * @param evidence the strongest, or {@code null} without any
 */
public record SkillMatch(SkillRequirement requirement, String name, @Nullable SkillEvidence evidence) {

	/** How far a requirement is met. */
	public enum Outcome {

		MET, PARTLY, MISSING

	}

	/** In thousandths. */
	int fraction() {
		return (this.evidence != null) ? ScoreScale.skill(this.evidence.units(), this.requirement.level()) : 0;
	}

	/** Whether it is enough for a required skill. */
	boolean isEnough() {
		return this.evidence != null && this.evidence.units() >= ScoreScale.leastUnits(this.requirement.level());
	}

	public Outcome outcome() {
		if (this.evidence == null) {
			return Outcome.MISSING;
		}
		return (fraction() == ScoreScale.FULL) ? Outcome.MET : Outcome.PARTLY;
	}

	public SkillLevel asked() {
		return SkillLevel.of(this.requirement.level());
	}

	/**
	 * The whole level that is left for certain, or {@code null} without evidence of one.
	 */
	@Nullable SkillLevel heldLevel() {
		return (this.evidence != null && this.evidence.isLevelStated()) ? SkillLevel.of((int) this.evidence.level())
				: null;
	}

	/** The name of the skill that speaks for this one, or {@code null}. */
	public @Nullable String through() {
		return (this.evidence != null) ? this.evidence.through() : null;
	}

}
