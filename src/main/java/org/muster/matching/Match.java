package org.muster.matching;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Start;
import org.muster.consultants.Candidate;
import org.muster.pricing.Price;

/**
 * A consultant held against a position, with all that is known of the consultant: for
 * clients there is {@link ClientMatch}.
 *
 * @param parts what the score is made of; their points add up to it
 * @param skills every skill asked for, in the order of the position
 * @param price what a day costs the client of the request, in its currency; {@code null}
 * where no rate of exchange is known
 * @param limits what excludes the person
 * @param start when the person can start, and with how many days of every week until the
 * end, or {@code null} if not in the time asked or while the dates are open
 */
public record Match(Candidate candidate, List<PartScore> parts, List<SkillMatch> skills, @Nullable Price price,
		Set<Limit> limits, @Nullable Start start) implements Assessment {

	/**
	 * The better first; of equals the cheaper, and then the one who has been here longer,
	 * so that the order is always the same.
	 */
	static final Comparator<Match> RANKING = Comparator.comparing(Match::tenths)
		.reversed()
		.thenComparing(Match::rate, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((match) -> match.candidate().id());

	public Match {
		limits = Collections.unmodifiableSet(limits);
	}

	/** Without a start: it is said elsewhere, or the dates are open. */
	public Match(Candidate candidate, List<PartScore> parts, List<SkillMatch> skills, @Nullable Price price,
			Set<Limit> limits) {
		this(candidate, parts, skills, price, limits, null);
	}

	/** What a client is shown of it. */
	public ClientMatch forClients() {
		return new ClientMatch(this.candidate.person(), this.parts, this.skills, this.price, this.limits);
	}

}
