package org.muster.matching;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.pricing.Price;

/** How somebody stands against a position, whoever reads it. */
public sealed interface Assessment permits Match, ClientMatch {

	/** What the score is made of; their points add up to it. */
	List<PartScore> parts();

	/** Every skill asked for, in the order of the position. */
	List<SkillMatch> skills();

	/**
	 * What a day costs the client of the request, in its currency; {@code null} where no
	 * rate of exchange is known.
	 */
	@Nullable Price price();

	/** What excludes the person. */
	Set<Limit> limits();

	default int tenths() {
		return parts().stream().mapToInt(PartScore::tenths).sum();
	}

	/** 0 to 100, to one decimal. */
	default BigDecimal score() {
		return BigDecimal.valueOf(tenths(), 1);
	}

	/** What a day costs, in the currency of the request; {@code null} if unknown. */
	default @Nullable BigDecimal rate() {
		Price price = price();
		return (price != null) ? price.amount() : null;
	}

	/** Whether nothing excludes the person. */
	default boolean fits() {
		return limits().isEmpty();
	}

	/** The skills asked for by how they are met: met first, missing last. */
	default Map<Outcome, List<SkillMatch>> outcomes() {
		return skills().stream()
			.collect(Collectors.groupingBy(SkillMatch::outcome, () -> new EnumMap<>(Outcome.class),
					Collectors.toList()));
	}

	/** All that speaks for and against, part by part. */
	default List<Reason> reasons() {
		return parts().stream().flatMap((part) -> part.reasons().stream()).toList();
	}

	/** What is missing or falls short, in the order of the parts. */
	default List<Reason> shortfalls() {
		return parts().stream()
			.filter((part) -> !part.isFull())
			.flatMap((part) -> part.reasons().stream())
			.filter((reason) -> !reason.speaksFor())
			.toList();
	}

	/**
	 * What the person does not meet of what is asked for of people, besides roles and
	 * skills.
	 */
	default List<Reason> unmet() {
		return parts().stream()
			.filter((part) -> part.part().isOfPeople())
			.flatMap((part) -> part.reasons().stream())
			.filter((reason) -> !reason.speaksFor() && !reason.key().equals(Reason.OTHER_ROLE))
			.toList();
	}

	default List<SkillMatch> required() {
		return skills().stream().filter((skill) -> skill.requirement().isRequired()).toList();
	}

}
