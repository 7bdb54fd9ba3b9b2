package org.muster.requests;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a request asked for at some time, as far as an offer can meet it or not.
 *
 * @param positions by their number
 * @param schedule when, or {@code null} while that was open
 * @param rateCap the most that a day may cost, or {@code null} for no cap
 * @param budget the most that everything may cost, or {@code null} for no budget
 */
public record Asked(Map<Integer, Position.Details> positions, @Nullable Schedule schedule, @Nullable BigDecimal rateCap,
		@Nullable BigDecimal budget) {

	public static Asked of(StaffingRequest request) {
		Map<Integer, Position.Details> positions = new TreeMap<>();
		request.positions().forEach((position) -> positions.put(position.number(), position.details()));
		return new Asked(positions, request.schedule().orElse(null), request.rateCap(), request.budget());
	}

}
