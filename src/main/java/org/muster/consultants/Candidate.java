package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.calendar.Place;

/**
 * A consultant as a match or a list needs it: everything at once, and nothing to change.
 *
 * @param city where the person lives, or empty
 * @param payRate what a day costs the consultancy, in the currency; never for clients
 * @param billRate what a day costs a client, in the currency
 * @param availableFrom the first day on which the person can start
 * @param certifications how many are in force
 */
public record Candidate(long id, String reference, String name, String headline, Set<JobRole> roles,
		Seniority seniority, int years, Place place, String city, String timeZone, Set<WorkMode> workModes,
		Employment employment, String currency, BigDecimal payRate, BigDecimal billRate, LocalDate availableFrom,
		Map<Long, SkillHeld> skills, Map<String, LanguageLevel> languages, List<AbsenceRow> absences, Rating rating,
		int certifications) {

	/** What the calendar leaves of the person's weeks. */
	public Capacity capacity() {
		return new Capacity(this.availableFrom, this.absences);
	}

	/**
	 * What clients said, on average.
	 *
	 * @param reviews how many there are
	 * @param delivery the average from 1 to 5, or 0 without reviews; the others likewise
	 */
	public record Rating(int reviews, double delivery, double communication, double skill) {

		public static final Rating NONE = new Rating(0, 0, 0, 0);

		public double overall() {
			return (this.delivery + this.communication + this.skill) / 3;
		}

	}

}
