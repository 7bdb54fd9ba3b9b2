package org.muster.matching;

import java.time.LocalDate;

import org.muster.money.ExchangeRates;
import org.muster.skills.Taxonomy;

/**
 * What everybody is measured by, whatever is asked. It holds until the year or the
 * taxonomy changes.
 */
record Yardstick(MatchingSettings settings, Taxonomy taxonomy, Strengths strengths, Standings standings,
		ExchangeRates exchange) {

	static Yardstick of(MatchingSettings settings, Taxonomy taxonomy, ExchangeRates exchange, LocalDate today) {
		return new Yardstick(settings, taxonomy, new Strengths(taxonomy, settings.halfLife(), today.getYear()),
				new Standings(taxonomy, settings), exchange);
	}

}
