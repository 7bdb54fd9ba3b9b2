package org.muster.talentsearch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Start;
import org.muster.calendar.DayCount;
import org.muster.consultants.Candidate;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What somebody looks for in the pool. Values of one kind are alternatives, except for
 * skills, languages and words, all of which are asked for; the kinds are all asked for.
 */
final class PoolQuery {

	/** The least level by the id of the skill. */
	final Map<Long, Integer> skills = new HashMap<>();

	/** Ids of skills that a person shall not have. */
	final Set<Long> without = new HashSet<>();

	final Set<Seniority> seniorities = EnumSet.noneOf(Seniority.class);

	final Set<JobRole> roles = EnumSet.noneOf(JobRole.class);

	final Set<Employment> employments = EnumSet.noneOf(Employment.class);

	final Set<WorkMode> modes = EnumSet.noneOf(WorkMode.class);

	final Set<String> countries = new HashSet<>();

	/** Cities as {@link org.muster.forms.SearchText#fold} writes them. */
	final Set<String> cities = new HashSet<>();

	final Set<String> zones = new HashSet<>();

	/** The least level by language. */
	final Map<String, LanguageLevel> languages = new HashMap<>();

	/**
	 * Words of the name or headline, as {@link org.muster.forms.SearchText#fold} writes
	 * them.
	 */
	final Set<String> words = new HashSet<>();

	/** Bill rates by the day, in the currency of the pool. */
	@Nullable BigDecimal lowestRate;

	@Nullable BigDecimal highestRate;

	/** When the person shall be free; today if nothing is said. */
	@Nullable LocalDate from;

	/** How much of a week shall be free then. */
	@Nullable DayCount days;

	@Nullable Integer years;

	/** The least average of reviews, from 1 to 5. */
	@Nullable Double rating;

	/** Hours of a working day in common with the zone of {@link #overlapZone}. */
	@Nullable Integer overlapHours;

	@Nullable String overlapZone;

	/** What was understood, in the order of the text. */
	final List<Chip> chips;

	/** The zone of the consultancy, with whose working day others overlap. */
	final String home;

	PoolQuery(List<Chip> chips, String home) {
		this.chips = chips;
		this.home = home;
	}

	/**
	 * A part of the text that was understood.
	 *
	 * @param kind a key below {@code talentsearch.q} in the message bundle
	 * @param arguments of the message
	 * @param without the text that is left when the part goes
	 */
	record Chip(String kind, List<Object> arguments, String without) {
	}

	public List<Chip> chips() {
		return this.chips;
	}

	/** The day from which somebody shall be free. */
	LocalDate start(LocalDate today) {
		return (this.from != null && this.from.isAfter(today)) ? this.from : today;
	}

	/** How many half days a week they shall be free; half a day if nothing is said. */
	int halves() {
		return (this.days != null) ? this.days.halves() : 1;
	}

	/** From when on a person is so, and for how many days a week. */
	Start start(Candidate person, LocalDate today) {
		return person.capacity().available(start(today), new DayCount(halves()));
	}

	boolean isFreeAsked() {
		return this.from != null || this.days != null;
	}

}
