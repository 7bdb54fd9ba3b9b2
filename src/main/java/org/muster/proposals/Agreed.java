package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** What of a frame agreement is in a draft, to be compared with what is in it later. */
record Agreed(@Nullable String name, BigDecimal percent, Map<LocalDate, BigDecimal> rises) {

	static Agreed of(ProposalRevision draft) {
		Map<LocalDate, BigDecimal> rises = new TreeMap<>();
		draft.agreedRises().forEach((day, percent) -> rises.put(day, percent.stripTrailingZeros()));
		return new Agreed(draft.agreement(), draft.volumePercent().stripTrailingZeros(), rises);
	}

}
