package org.muster.matching;

import java.time.LocalDate;

import org.muster.money.ExchangeRates;
import org.muster.skills.Taxonomy;

/**
 * What everybody is measured by, whatever is asked. It holds until the year or the
 * taxonomy changes.
 */
record ScoringContext(MatchingSettings settings, Taxonomy taxonomy, Strengths strengths, BaselineScorer baselines,
		ExchangeRates exchange) {

	static ScoringContext of(MatchingSettings settings, Taxonomy taxonomy, ExchangeRates exchange, LocalDate today) {
		return new ScoringContext(settings, taxonomy, new Strengths(taxonomy, settings.halfLife(), today.getYear()),
				new BaselineScorer(taxonomy, settings), exchange);
	}

}
