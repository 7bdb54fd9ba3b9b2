package org.muster.proposals;

import org.muster.consultants.Candidate;

/** Somebody's days cannot be priced: no rate of exchange is known. */
class NoExchangeRate extends RuntimeException {

	private final String person;

	private final String from;

	private final String to;

	/**
	 * @param to the currency of the proposal, ISO 4217
	 */
	NoExchangeRate(Candidate person, String to) {
		super("No rate of exchange from %s to %s".formatted(person.currency(), to));
		this.person = person.name();
		this.from = person.currency();
		this.to = to;
	}

	String person() {
		return this.person;
	}

	/** The currency in which the person is paid, ISO 4217. */
	String from() {
		return this.from;
	}

	String to() {
		return this.to;
	}

}
