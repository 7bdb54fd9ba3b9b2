package org.muster.matching;

import java.util.Comparator;

/**
 * Somebody whom a search found.
 *
 * @param tenths the score in tenths
 * @param cents what a day costs, in the currency of the demand where it is comparable
 */
record Hit(int id, int tenths, long cents) {

	/** As {@link Match#RANKING}. */
	static final Comparator<Hit> RANKING = Comparator.comparing(Hit::tenths)
		.reversed()
		.thenComparing(Hit::cents)
		.thenComparing(Hit::id);

}
