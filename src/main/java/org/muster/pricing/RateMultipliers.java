package org.muster.pricing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what a day rate is multiplied for days of a special kind. Without a factor there is
 * no such kind. Each is above 0 and up to 10.
 *
 * @param weekend for Saturdays and Sundays: 1.5 for half as much again
 * @param onCall for lines of people who are only on call: 0.25 for a quarter
 */
@ConfigurationProperties("muster.factors")
public record RateMultipliers(@Nullable BigDecimal weekend, @Nullable BigDecimal onCall) {

	public RateMultipliers {
		for (BigDecimal factor : new BigDecimal[] { weekend, onCall }) {
			if (factor != null && (factor.signum() <= 0 || factor.compareTo(BigDecimal.TEN) > 0)) {
				throw new IllegalArgumentException("A factor is above 0 and up to 10, not " + factor);
			}
		}
	}

}
