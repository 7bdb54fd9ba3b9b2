package org.muster.proposals;

import java.util.List;

/**
 * Something that an account manager should know about a draft. It is shown on the draft,
 * never to clients, and does not keep the draft from being sent.
 *
 * @param args what the message {@code proposals.warning.<kind>} takes, already written
 * for the reader
 */
record DraftWarning(Kind kind, List<String> args) {

	/** What the warning is about; each has a message {@code proposals.warning.<kind>}. */
	enum Kind {

		/** The currency of the draft has no rate of exchange. */
		CURRENCY_WITHOUT_RATE,

		/** A person's pay cannot be converted into the currency of the draft. */
		NO_EXCHANGE_RATE,

		/** A day costs more than the client's cap on day rates. */
		RATE_ABOVE_CAP,

		/** A day pays the consultant more than the client pays for it. */
		PAY_ABOVE_RATE,

		/** The net total is above the client's budget. */
		ABOVE_BUDGET,

		/** The net total is above the not-to-exceed cap of the draft. */
		ABOVE_NOT_TO_EXCEED

	}

	static DraftWarning of(Kind kind, String... args) {
		return new DraftWarning(kind, List.of(args));
	}

	/** As a template hands them to a message. */
	public Object[] arguments() {
		return this.args.toArray();
	}

}
