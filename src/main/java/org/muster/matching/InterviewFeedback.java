package org.muster.matching;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A meeting with a person, and what the client found.
 *
 * @param interview its reference
 * @param state of the meeting, a key below {@code interviews.status}
 * @param startsAt when it takes place; {@code null} as long as no time is confirmed
 * @param zone the client's time zone
 * @param recommendation a key below {@code matching.recommendation}; {@code null} as long
 * as nothing was found, as are the verdict and who found it
 * @param scores by skill, 1 to 5 each
 */
public record InterviewFeedback(String interview, String state, @Nullable Instant startsAt, String zone,
		@Nullable String recommendation, @Nullable String verdict, @Nullable String by, List<Scored> scores) {

	/**
	 * @param points 1 (not at all) to 5 (more than was asked)
	 */
	public record Scored(String skill, int points, @Nullable String note) {
	}

	/** The mean of the scores, of 5, or {@code null} where there are none. */
	public @Nullable Double mean() {
		return this.scores.isEmpty() ? null : this.scores.stream().mapToInt(Scored::points).average().orElseThrow();
	}

}
