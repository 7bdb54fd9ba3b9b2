package org.muster.matching;

import java.util.Collection;
import java.util.List;

import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.money.ExchangeRates;
import org.muster.pricing.PriceList;
import org.muster.skills.Taxonomies;
import org.muster.skills.Taxonomy;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** The settings of a new installation, and indexes without a database. */
final class Matchers {

	static final Taxonomy TAXONOMY = Taxonomies.ofTheFile();

	static final MatchingSettings SETTINGS = settings();

	static final ScoringContext CONTEXT = ScoringContext.of(SETTINGS, TAXONOMY, ExchangeRates.standard(),
			GeneratedPool.TODAY);

	private Matchers() {
	}

	private static MatchingSettings settings() {
		try {
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources()
				.addLast(new ResourcePropertySource(new ClassPathResource("application.properties")));
			return new Binder(ConfigurationPropertySources.get(environment)).bindOrCreate("muster.matching",
					MatchingSettings.class);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	static Weights weights(Demand demand) {
		return SETTINGS.weightsFor(demand.goals());
	}

	static Snapshot snapshot(Collection<Candidate> people, PoolNames names) {
		MatchIndex.Builder builder = new MatchIndex.Builder();
		people.forEach((one) -> builder.add(PoolRow.of(one, CONTEXT, names)));
		return builder.snapshot(CONTEXT, GeneratedPool.TODAY);
	}

	/** At people's own rates, from Monday to Friday. */
	static Buyer buyer(Demand demand) {
		return new Buyer(PriceList.ofOwnRates(CONTEXT.exchange(), demand.currency(), GeneratedPool.TODAY),
				Workdays.ofWeek(null), GeneratedPool.TODAY);
	}

	/** Everybody, one by one, the best first. */
	static List<Match> everybody(Collection<Candidate> people, Demand demand, Weights weights) {
		return everybody(people, demand, weights, buyer(demand));
	}

	static List<Match> everybody(Collection<Candidate> people, Demand demand, Weights weights, Buyer buyer) {
		Scoring scoring = new Scoring(demand, weights, CONTEXT, buyer);
		return people.stream().map(scoring::match).sorted(Match.RANKING).toList();
	}

}
