package org.muster.requests;

import java.time.Instant;
import java.util.List;

/** A change to a request that others were working on already. */
public record Amendment(String by, Instant at, List<Change> changes) {

	/**
	 * What stood there before, and what stands there now; empty for nothing.
	 *
	 * @param label what it is called, in words
	 */
	public record Change(String label, String before, String after) {
	}

}
