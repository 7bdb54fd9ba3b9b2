package org.muster.interviews;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An interview in a list.
 *
 * @param request the reference of the request
 * @param startsAt {@code null} as long as no time is confirmed
 * @param recommendation {@code null} as long as there is no scorecard
 * @param firstProposed the first of the times that the client proposed
 */
public record InterviewRow(String reference, long positionId, long consultantId, String consultant, String request,
		String title, String organisation, InterviewStatus status, @Nullable Instant startsAt, String zone,
		Instant statusAt, @Nullable Recommendation recommendation, @Nullable Instant firstProposed) {

	/** Whether it has begun, and the client has not said what came of it. */
	public boolean isToScore(Instant now) {
		return this.status == InterviewStatus.CONFIRMED && this.startsAt != null && !now.isBefore(this.startsAt)
				&& this.recommendation == null;
	}

}
