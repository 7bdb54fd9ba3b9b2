package org.muster.matching;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.consultants.Candidate;
import org.muster.matching.SkillMatch.Outcome;

/**
 * A consultant held against a position.
 *
 * @param parts what the score is made of; their points add up to it
 * @param skills every skill asked for, in the order of the position
 * @param fits whether nothing that is required stands against it
 */
public record Match(Candidate candidate, List<PartScore> parts, List<SkillMatch> skills, boolean fits) {

	/**
	 * The better first; of equals the cheaper, and then by reference, so that the order
	 * is always the same.
	 */
	static final Comparator<Match> RANKING = Comparator.comparing(Match::tenths)
		.reversed()
		.thenComparing((match) -> match.candidate().billRate())
		.thenComparing((match) -> match.candidate().reference());

	private int tenths() {
		return this.parts.stream().mapToInt(PartScore::tenths).sum();
	}

	/** 0 to 100, to one decimal. */
	public BigDecimal score() {
		return BigDecimal.valueOf(tenths(), 1);
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

}
