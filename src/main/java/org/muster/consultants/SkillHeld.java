package org.muster.consultants;

import jakarta.persistence.Embeddable;

/**
 * A skill as a consultant holds it.
 *
 * @param skillId the skill
 * @param level 1 (aware) to 5 (expert)
 * @param years years of using it
 * @param lastUsed the year in which it was last used
 */
@Embeddable
public record SkillHeld(Long skillId, Integer level, Integer years, Integer lastUsed) {
}
