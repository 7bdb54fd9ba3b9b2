package org.muster.requests;

import java.util.Set;

/** The life of a request. */
public enum RequestStatus {

	DRAFT, SUBMITTED, MATCHING, PROPOSED, ENGAGED, CLOSED, WITHDRAWN;

	static final Set<RequestStatus> BEFORE_ENGAGED = Set.of(DRAFT, SUBMITTED, MATCHING, PROPOSED);

	/** Whether something may still happen to it. */
	public boolean isOpen() {
		return BEFORE_ENGAGED.contains(this);
	}

}
