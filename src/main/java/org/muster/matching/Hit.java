package org.muster.matching;

import java.util.Comparator;

/**
 * Somebody whom a search found.
 *
 * @param tenths the score in tenths
 * @param units what a day costs, in units of the currency of the demand; see
 * {@link Rates}
 */
record Hit(int id, int tenths, long units) {

	/** As {@link Match#RANKING}. */
	static final Comparator<Hit> RANKING = Comparator.comparing(Hit::tenths)
		.reversed()
		.thenComparing(Hit::units)
		.thenComparing(Hit::id);

}
