package org.muster.proposals;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many of a person's working days are lost to sickness and other leave that nobody
 * plans. Every consultancy knows its own figures; ours are estimates.
 *
 * @param elsewhere in per cent, in countries that are not named
 * @param absence in per cent, by country (ISO 3166 alpha-2)
 */
@ConfigurationProperties("muster.estimates")
record AbsenceRates(@DefaultValue("4") BigDecimal elsewhere, @Nullable Map<String, BigDecimal> absence) {

	BigDecimal of(String country) {
		Map<String, BigDecimal> known = Objects.requireNonNullElse(this.absence, Map.of());
		return known.getOrDefault(country, this.elsewhere);
	}

}
