package org.muster.requests;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A skill that a position asks for.
 *
 * @param level the level asked for, 1 (aware) to 5 (expert)
 */
@Embeddable
public record SkillRequirement(Long skillId, Integer level, @Enumerated(EnumType.STRING) Priority necessity) {

	public SkillRequirement {
		if (level < 1 || level > 5) {
			throw new IllegalArgumentException("A level is 1 to 5, not " + level);
		}
	}

	public boolean isRequired() {
		return this.necessity == Priority.REQUIRED;
	}

}
