package org.muster.comparison;

/** A request whose currency has no rate of exchange: what is assumed is in euros. */
class NotComparable extends RuntimeException {

	private final String request;

	private final String currency;

	NotComparable(String request, String currency) {
		super("No rate of exchange for " + currency);
		this.request = request;
		this.currency = currency;
	}

	/** Its reference. */
	String request() {
		return this.request;
	}

	/** ISO 4217. */
	String currency() {
		return this.currency;
	}

}
