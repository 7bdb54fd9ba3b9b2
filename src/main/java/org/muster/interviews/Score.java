package org.muster.interviews;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How a person showed a skill in an interview.
 *
 * @param points 1 (not at all) to 5 (more than was asked)
 */
@Embeddable
public record Score(Long skillId, Integer points, @Nullable String note) {

	static final int MOST = 5;

	public Score {
		if (points < 1 || points > MOST) {
			throw new IllegalArgumentException("A score is 1 to 5, not " + points);
		}
	}

}
