package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Capacity;
import org.muster.calendar.Place;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * A consultant as a match or a list needs it: everything at once, and nothing to change.
 *
 * @param years of experience, or {@code null} if they are not stated
 * @param city where the person lives, or empty
 * @param payRate what a day costs the consultancy today, in the currency; never for
 * clients
 * @param billRate what a day costs a client today, in the currency, before frame
 * agreements raise it
 * @param billedSince see {@link DatedRates#since}
 * @param availableFrom the first day on which the person can start
 * @param certifications how many are in force
 * @param laterRates those that are known to apply from a day after today on
 */
public record Candidate(long id, String reference, String name, String headline, Set<JobRole> roles,
		Seniority seniority, @Nullable Integer years, Place place, String city, String timeZone,
		Set<WorkMode> workModes, Employment employment, String currency, BigDecimal payRate, BigDecimal billRate,
		LocalDate billedSince, LocalDate availableFrom, Map<Long, SkillHeld> skills,
		Map<String, LanguageLevel> languages, List<AbsenceRow> absences, Rating rating, int certifications,
		NavigableMap<LocalDate, DatedRates> laterRates) {

	/** Whose rates are not known to change. */
	public Candidate(long id, String reference, String name, String headline, Set<JobRole> roles, Seniority seniority,
			@Nullable Integer years, Place place, String city, String timeZone, Set<WorkMode> workModes,
			Employment employment, String currency, BigDecimal payRate, BigDecimal billRate, LocalDate billedSince,
			LocalDate availableFrom, Map<Long, SkillHeld> skills, Map<String, LanguageLevel> languages,
			List<AbsenceRow> absences, Rating rating, int certifications) {
		this(id, reference, name, headline, roles, seniority, years, place, city, timeZone, workModes, employment,
				currency, payRate, billRate, billedSince, availableFrom, skills, languages, absences, rating,
				certifications, Collections.emptyNavigableMap());
	}

	/** For everybody's eyes. */
	public Person person() {
		return new Person(this.id, this.reference, this.name, this.headline, this.seniority, this.place, this.timeZone);
	}

	/** The years that matches count: those stated, else none. */
	public int countedYears() {
		return Objects.requireNonNullElse(this.years, 0);
	}

	/** What a day costs on a date, today or later. */
	public DatedRates ratesOn(LocalDate date) {
		Map.Entry<LocalDate, DatedRates> later = this.laterRates.floorEntry(date);
		return (later != null) ? later.getValue()
				: new DatedRates(new Consultant.Rates(this.payRate, this.billRate), this.billedSince);
	}

	/** What the calendar leaves of the person's weeks. */
	public Capacity capacity() {
		return new Capacity(this.availableFrom, this.absences, this.place);
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
