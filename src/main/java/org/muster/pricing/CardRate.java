package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/**
 * An entry of the rate card.
 *
 * @param organisation for whom, or {@code null} for all
 * @param seniority of the position, or {@code null} for any
 * @param country of the consultant, or {@code null} for any
 * @param region of the consultant, or {@code null} for any
 * @param dayRate what a day costs, in the currency
 * @param from the first day on which lines may begin at this rate
 * @param to the last one, or {@code null} while no end is known
 */
record CardRate(long id, @Nullable String organisation, JobRole role, @Nullable Seniority seniority,
		@Nullable String country, @Nullable String region, String currency, BigDecimal dayRate, LocalDate from,
		@Nullable LocalDate to) {

	private static final int ORGANISATION = 8;

	private static final int SENIORITY = 4;

	private static final int REGION = 2;

	/**
	 * How much it names: a client weighs more than a seniority, that more than a place.
	 */
	int weight() {
		int weight = (this.organisation != null) ? ORGANISATION : 0;
		weight += (this.seniority != null) ? SENIORITY : 0;
		weight += (this.region != null) ? REGION : 0;
		return weight + ((this.country != null) ? 1 : 0);
	}

	boolean isValid(LocalDate day) {
		return !day.isBefore(this.from) && (this.to == null || !day.isAfter(this.to));
	}

}
