package org.muster.requests;

import java.util.Set;

import org.muster.audit.Actor;

/**
 * A proposal for a request was accepted.
 *
 * @param consultantIds the people who are engaged
 */
public record RequestEngaged(long requestId, Set<Long> consultantIds, Actor by) {

	public RequestEngaged {
		consultantIds = Set.copyOf(consultantIds);
	}

}
