package org.muster.consultants;

import java.util.Comparator;
import java.util.Objects;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A skill as a consultant holds it. What nobody has stated stays unknown; where a number
 * is needed, it counts for little.
 *
 * @param skillId the skill
 * @param level 1 (aware) to 5 (expert), or {@code null} if it is not stated
 * @param years years of using it, or {@code null} if they are not stated
 * @param lastUsed the year in which it was last used, or {@code null} if it is not stated
 */
@Embeddable
public record SkillHeld(Long skillId, @Nullable Integer level, @Nullable Integer years, @Nullable Integer lastUsed) {

	/** The order in which the skills of one person are named. */
	public static final Comparator<SkillHeld> BEST_FIRST = Comparator.comparing(SkillHeld::countedLevel)
		.thenComparing(SkillHeld::countedYears)
		.reversed()
		.thenComparing(SkillHeld::skillId);

	/** The level that counts where none is stated: working. */
	private static final int UNSTATED_LEVEL = 2;

	/** How many years ago a skill counts as last used where no year is stated. */
	private static final int UNSTATED_AGE = 2;

	/** A skill of which nothing is known but that it is held. */
	public static SkillHeld unstated(long skillId) {
		return new SkillHeld(skillId, null, null, null);
	}

	/** The level that matches count: the one stated, else 2 (working). */
	public int countedLevel() {
		return Objects.requireNonNullElse(this.level, UNSTATED_LEVEL);
	}

	/** The years that matches count: those stated, else none. */
	public int countedYears() {
		return Objects.requireNonNullElse(this.years, 0);
	}

	/** The year of last use that matches count: the one stated, else two years ago. */
	public int countedLastUse(int thisYear) {
		return Objects.requireNonNullElse(this.lastUsed, thisYear - UNSTATED_AGE);
	}

	/** Whether the level, the years and the last use are all stated. */
	public boolean isStated() {
		return this.level != null && this.years != null && this.lastUsed != null;
	}

	/** This skill, completed by what another statement of the same skill says. */
	public SkillHeld orElse(@Nullable SkillHeld other) {
		return (other == null) ? this : new SkillHeld(this.skillId, either(this.level, other.level),
				either(this.years, other.years), either(this.lastUsed, other.lastUsed));
	}

	private static @Nullable Integer either(@Nullable Integer one, @Nullable Integer other) {
		return (one != null) ? one : other;
	}

}
