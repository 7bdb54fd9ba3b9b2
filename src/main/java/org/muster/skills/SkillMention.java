package org.muster.skills;

import org.jspecify.annotations.Nullable;

/**
 * A skill that a text speaks of.
 *
 * @param start where it begins in the text, in characters from 0
 * @param end where the text goes on after it
 * @param years the years of experience that the sentence says, if it does
 * @param level the level that the sentence says, if it does
 */
public record SkillMention(Skill skill, int start, int end, @Nullable Integer years, @Nullable SkillLevel level,
		Importance importance) {

	/** How much the text asks for it. */
	public enum Importance {

		REQUIRED, NICE_TO_HAVE, UNSAID

	}

}
