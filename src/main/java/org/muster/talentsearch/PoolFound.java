package org.muster.talentsearch;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param ids of one page, in order
 * @param total how many there are in all
 * @param facets how many of those found have a value: counts by value, by facet
 */
record PoolFound(List<Long> ids, int total, Map<Facet, List<Count>> facets) {

	/** What those found are told apart by. */
	enum Facet {

		SKILL, LEVEL, ROLE, SENIORITY, COUNTRY, OVERLAP, LANGUAGE, RATE, FROM, DAYS, RATING, EMPLOYMENT, MODE

	}

	/**
	 * @param kind a key below {@code talentsearch.q} in the message bundle
	 * @param arguments of the message
	 * @param token what is added to the text of the search to ask for the value
	 */
	record Count(String kind, List<Object> arguments, String token, int count) {
	}

}
