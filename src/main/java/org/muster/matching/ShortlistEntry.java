package org.muster.matching;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A match that a person kept for a position, with the score that it had then, the weights
 * that it was calculated by and the conditions that were eased.
 */
@Entity
public class ShortlistEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long positionId;

	private long consultantId;

	private BigDecimal score;

	private @Nullable String weights;

	private @Nullable String tried;

	private String addedByName;

	private Instant addedAt;

	@SuppressWarnings("NullAway.Init")
	protected ShortlistEntry() {
	}

	ShortlistEntry(long positionId, long consultantId, BigDecimal score, String weights, @Nullable String tried,
			String addedByName, Instant addedAt) {
		this.positionId = positionId;
		this.consultantId = consultantId;
		this.score = score;
		this.weights = weights;
		this.tried = tried;
		this.addedByName = addedByName;
		this.addedAt = addedAt;
	}

}
