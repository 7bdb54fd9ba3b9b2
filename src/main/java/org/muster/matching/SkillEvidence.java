package org.muster.matching;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;

/**
 * What speaks for a skill: the skill itself as it is held, or another that implies it.
 *
 * @param held the skill that is held
 * @param through its name where it is another one, else {@code null}
 * @param percent how far it implies the skill in question; 100 for the skill itself
 * @param units the strength that is left of the level, in fiftieths of a level
 */
public record SkillEvidence(SkillHeld held, @Nullable String through, int percent, int units) {

	/** The level that is left, with a fraction. */
	public double level() {
		return this.units / (double) ScoreScale.LEVEL;
	}

	/** Whether the level is one that somebody has stated. */
	boolean isLevelStated() {
		return this.held.level() != null;
	}

	/** Whether time or too few years have taken something off the level. */
	public boolean isFaded() {
		return this.units < this.held.countedLevel() * ScoreScale.LEVEL * this.percent / 100;
	}

}
