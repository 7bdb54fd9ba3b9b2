package org.muster.proposals;

import java.util.List;

/** An offer cannot be accepted: somebody of it was engaged elsewhere meanwhile. */
public class PeopleTaken extends RuntimeException {

	private final String proposal;

	private final List<String> names;

	PeopleTaken(String proposal, List<String> names) {
		super("Engaged elsewhere: " + names);
		this.proposal = proposal;
		this.names = names;
	}

	public String proposal() {
		return this.proposal;
	}

	/** Of those who cannot be had any more. */
	public List<String> names() {
		return this.names;
	}

}
