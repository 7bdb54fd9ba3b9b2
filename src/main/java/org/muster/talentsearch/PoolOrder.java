package org.muster.talentsearch;

/** The orders that found people can be put in. */
enum PoolOrder {

	BEST, NAME, RATE, YEARS, AVAILABILITY, RATING

}
