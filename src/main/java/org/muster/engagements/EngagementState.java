package org.muster.engagements;

import java.time.LocalDate;

/** Where an engagement is on a day. */
public enum EngagementState {

	UPCOMING, ACTIVE, ENDED;

	static EngagementState of(LocalDate firstWorkday, LocalDate lastWorkday, LocalDate today) {
		return firstWorkday.isAfter(today) ? UPCOMING : lastWorkday.isBefore(today) ? ENDED : ACTIVE;
	}

}
