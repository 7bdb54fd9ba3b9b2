package org.muster.matching;

import java.math.BigDecimal;

/** A consultant on the shortlist of a position. */
public record Shortlisted(long positionId, long consultantId, String reference, String name, String headline,
		BigDecimal score, String addedBy) {
}
