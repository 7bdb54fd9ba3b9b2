package org.muster.requests;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Knows the pool, which this module does not: asked while somebody writes a request.
 */
public interface PoolForecasts {

	/**
	 * How the pool answers.
	 * @param number of the position
	 * @param schedule when the work is done, or {@code null} while that is open
	 * @param rateCap the most that a day may cost, or {@code null} for no cap
	 * @return nothing while the pool is still being read
	 */
	Optional<PoolForecast> of(StaffingRequest request, int number, Position.Details details,
			@Nullable Schedule schedule, @Nullable BigDecimal rateCap);

}
