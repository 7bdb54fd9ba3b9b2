package org.muster.engagements;

import java.time.LocalDate;

/** Where an engagement is on a day. */
public enum EngagementState {

	UPCOMING, ACTIVE, ENDED;

	static EngagementState of(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
		return startsOn.isAfter(today) ? UPCOMING : endsOn.isBefore(today) ? ENDED : ACTIVE;
	}

}
