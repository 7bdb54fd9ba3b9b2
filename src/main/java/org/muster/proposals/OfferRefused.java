package org.muster.proposals;

import java.util.Collection;

/** An open offer that cannot be accepted as it is. It becomes a page that says why. */
class OfferRefused extends RuntimeException {

	private final String proposal;

	private final String key;

	private final String names;

	private OfferRefused(String proposal, String key, String names) {
		super(proposal + ": " + key + " " + names);
		this.proposal = proposal;
		this.key = key;
		this.names = names;
	}

	/** Some people were engaged elsewhere meanwhile. */
	static OfferRefused taken(String proposal, Collection<String> names) {
		return new OfferRefused(proposal, "taken", String.join(", ", names));
	}

	/** The last day of some people's work has passed. */
	static OfferRefused over(String proposal, Collection<String> names) {
		return new OfferRefused(proposal, "over", String.join(", ", names));
	}

	/** It is not any more what was sent. */
	static OfferRefused broken(String proposal) {
		return new OfferRefused(proposal, "broken", "");
	}

	public String proposal() {
		return this.proposal;
	}

	/** Of the message that says why, below {@code proposals.refused}. */
	public String key() {
		return this.key;
	}

	/** Of the people whom it is about. */
	public String names() {
		return this.names;
	}

}
