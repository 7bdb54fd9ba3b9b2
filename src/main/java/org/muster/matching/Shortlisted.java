package org.muster.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A consultant on the shortlist of a position.
 *
 * @param score as it was when the person was kept
 * @param weights that it was calculated by, or {@code null} if it was kept before weights
 * were
 * @param tried the conditions that were eased, or {@code null}
 */
public record Shortlisted(long positionId, long consultantId, String reference, String name, String headline,
		BigDecimal score, @Nullable String weights, @Nullable String tried, String addedBy) {

	/** The query of the page that explains the score. */
	public String query() {
		List<Relaxation> eased = (this.tried == null) ? List.of()
				: Stream.of(this.tried.split(" ")).flatMap((text) -> Relaxation.read(text).stream()).toList();
		Weights kept = (this.weights == null) ? null : Weights.read(this.weights).orElse(null);
		return new MatchView(MatchView.Show.FITTING, 0, kept, eased).query();
	}

}
