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

		/** The same from a later day on. */
		PAY_ABOVE_RATE_LATER,

		/** The bill rate of a person's profile changes while the work lasts. */
		RATE_CHANGES,

		/** The net total is above the client's budget. */
		ABOVE_BUDGET,

		/** The net total is above the not-to-exceed cap of the draft. */
		ABOVE_NOT_TO_EXCEED,

		/** Somebody's first day has passed where the client is. */
		START_PAST,

		/** Somebody starts after the latest start that the client asked for. */
		START_AFTER_LATEST,

		/** Somebody starts before the earliest start that the client asked for. */
		START_BEFORE_EARLIEST,

		/**
		 * Somebody works fewer days a week, at least at times, than the client asked for.
		 */
		FEWER_DAYS_A_WEEK,

		/** Somebody works fewer days in total than the client asked for. */
		FEWER_DAYS,

		/** Somebody ends before the last day that the client asked for. */
		ENDS_EARLY,

		/** The place whose public holidays count is not where the client is. */
		HOLIDAYS_OF_ANOTHER_PLACE,

		/** The client's address does not tell its tax territory. */
		TAX_TERRITORY_ASSUMED,

		/** The draft could be accepted on or after the first day of work. */
		VALID_AFTER_START

	}

	static DraftWarning of(Kind kind, String... args) {
		return new DraftWarning(kind, List.of(args));
	}

	/** As a template hands them to a message. */
	public Object[] arguments() {
		return this.args.toArray();
	}

}
