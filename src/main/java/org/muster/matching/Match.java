package org.muster.matching;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Start;
import org.muster.consultants.Candidate;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.pricing.Price;

/**
 * A consultant held against a position.
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
		Set<Limit> limits, @Nullable Start start) {

	/**
	 * The better first; of equals the cheaper, and then the one who has been here longer,
	 * so that the order is always the same.
	 */
	static final Comparator<Match> RANKING = Comparator.comparing(Match::tenths)
		.reversed()
		.thenComparing(Match::rate, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((match) -> match.candidate().id());

	private static final Set<Part> OF_PEOPLE = EnumSet.of(Part.SENIORITY, Part.LANGUAGES, Part.OVERLAP, Part.MODE);

	public Match {
		limits = Collections.unmodifiableSet(limits);
	}

	/** Without a start: it is said elsewhere, or the dates are open. */
	public Match(Candidate candidate, List<PartScore> parts, List<SkillMatch> skills, @Nullable Price price,
			Set<Limit> limits) {
		this(candidate, parts, skills, price, limits, null);
	}

	int tenths() {
		return this.parts.stream().mapToInt(PartScore::tenths).sum();
	}

	/** 0 to 100, to one decimal. */
	public BigDecimal score() {
		return BigDecimal.valueOf(tenths(), 1);
	}

	/** What a day costs, in the currency of the request; {@code null} if unknown. */
	public @Nullable BigDecimal rate() {
		return (this.price != null) ? this.price.amount() : null;
	}

	/** Whether nothing excludes the person. */
	public boolean fits() {
		return this.limits.isEmpty();
	}

	/** The skills asked for by how they are met: met first, missing last. */
	public Map<Outcome, List<SkillMatch>> outcomes() {
		return this.skills.stream()
			.collect(Collectors.groupingBy(SkillMatch::outcome, () -> new EnumMap<>(Outcome.class),
					Collectors.toList()));
	}

	/** All that speaks for and against, part by part. */
	public List<Reason> reasons() {
		return this.parts.stream().flatMap((part) -> part.reasons().stream()).toList();
	}

	/** What is missing or falls short, in the order of the parts. */
	public List<Reason> shortfalls() {
		return this.parts.stream()
			.filter((part) -> !part.isFull())
			.flatMap((part) -> part.reasons().stream())
			.filter((reason) -> !reason.speaksFor())
			.toList();
	}

	/**
	 * What the person does not meet of what is asked for of people, besides roles and
	 * skills.
	 */
	public List<Reason> unmet() {
		return this.parts.stream()
			.filter((part) -> OF_PEOPLE.contains(part.part()))
			.flatMap((part) -> part.reasons().stream())
			.filter((reason) -> !reason.speaksFor() && !reason.key().equals(Reason.OTHER_ROLE))
			.toList();
	}

	public List<SkillMatch> required() {
		return this.skills.stream().filter((skill) -> skill.requirement().isRequired()).toList();
	}

}
