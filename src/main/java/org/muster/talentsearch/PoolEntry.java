package org.muster.talentsearch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.muster.availability.Capacity;
import org.muster.availability.StartFinder;
import org.muster.consultants.Candidate;
import org.muster.consultants.SkillHeld;
import org.muster.forms.SearchText;
import org.muster.indexing.Names;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;

/**
 * A consultant as the search sees it: small, since there may be 100,000 of them in
 * memory, and quick to ask.
 */
final class PoolEntry {

	private static final int HELD = 1 << 3;

	private static final int LEVEL = HELD - 1;

	final long id;

	/** Folded, with a blank before each word. */
	final String words;

	final int seniority;

	/** A bit for each. */
	final int roles;

	/** A bit for each. */
	final int modes;

	final int employment;

	/** By its number among {@link Names}, as the city and the zone. */
	final int country;

	final int city;

	final int zone;

	/** Of experience; fewer than none where they are not stated. */
	final int years;

	/** In cents. */
	final int rate;

	/** The average of reviews from 1 to 5, or 0 without any. */
	final float rating;

	/** The skill's id, whether it is held or only implied, and the level. Sorted. */
	private final int[] skills;

	/** The place of the language among those offered, and the level from 1 on. */
	private final byte[] languages;

	/** Days since 1970. */
	private final int availableFrom;

	/** As {@link StartFinder#pack} writes it. */
	private final int[] taken;

	private final StartFinder openEnd;

	PoolEntry(Candidate candidate, Taxonomy taxonomy, Names names) {
		this.id = candidate.id();
		this.words = words(candidate.name() + " " + candidate.headline());
		this.seniority = candidate.seniority().ordinal();
		this.roles = bits(candidate.roles());
		this.modes = bits(candidate.workModes());
		this.employment = candidate.employment().ordinal();
		this.country = names.number(candidate.place().country());
		this.city = names.number(CityNames.key(candidate.city()));
		this.zone = names.number(candidate.timeZone());
		this.years = (candidate.years() != null) ? candidate.years() : -1;
		this.rate = candidate.billRate()
			.movePointRight(2)
			.min(java.math.BigDecimal.valueOf(Integer.MAX_VALUE))
			.intValue();
		this.rating = (candidate.rating().reviews() > 0) ? (float) candidate.rating().overall() : 0;
		this.skills = skills(candidate, taxonomy);
		this.languages = languages(candidate.languages());
		this.availableFrom = day(candidate.availableFrom());
		this.taken = StartFinder.pack(candidate.absences());
		this.openEnd = Capacity.openEnd(candidate.place());
	}

	/** With a blank before each word, of every form that a letter may have. */
	private static String words(String text) {
		return " " + String.join(" ", SearchText.forms(text));
	}

	/** A bit for each of some values. */
	static int bits(Collection<? extends Enum<?>> values) {
		return values.stream().mapToInt((value) -> 1 << value.ordinal()).sum();
	}

	/** Those held, and what they imply at their strength. */
	private static int[] skills(Candidate candidate, Taxonomy taxonomy) {
		Map<Long, Double> levels = new HashMap<>();
		candidate.skills()
			.values()
			.forEach((held) -> imply(levels, taxonomy.get(held.skillId()), held.countedLevel(), taxonomy));
		return levels.entrySet().stream().mapToInt((entry) -> {
			SkillHeld held = candidate.skills().get(entry.getKey());
			int implied = Math.min(LEVEL, (int) Math.floor(entry.getValue() + 1e-9));
			int level = (held != null) ? Math.max(held.countedLevel(), implied) : implied;
			return pack(entry.getKey(), level) | ((held != null) ? HELD : 0);
		}).filter((packed) -> (packed & LEVEL) > 0).sorted().toArray();
	}

	private static void imply(Map<Long, Double> levels, Skill skill, double level, Taxonomy taxonomy) {
		if (level < 1 || levels.getOrDefault(skill.id(), 0.0) >= level) {
			return;
		}
		levels.put(skill.id(), level);
		skill.implied().forEach((id, strength) -> imply(levels, taxonomy.get(id), level * strength / 100, taxonomy));
	}

	private static int pack(long skill, int level) {
		return (int) skill << 4 | level;
	}

	private static byte[] languages(Map<String, LanguageLevel> spoken) {
		byte[] languages = new byte[2 * spoken.size()];
		int at = 0;
		for (Map.Entry<String, LanguageLevel> one : spoken.entrySet()) {
			languages[at++] = (byte) Languages.OFFERED.indexOf(one.getKey());
			languages[at++] = (byte) (one.getValue().ordinal() + 1);
		}
		return languages;
	}

	static int day(LocalDate date) {
		return (int) date.toEpochDay();
	}

	/** From 1 to 5; 0 for a skill that the person has neither directly nor by another. */
	int level(long skill) {
		int at = Arrays.binarySearch(this.skills, pack(skill, 0));
		int from = (at >= 0) ? at : -at - 1;
		return (from < this.skills.length && this.skills[from] >> 4 == skill) ? this.skills[from] & LEVEL : 0;
	}

	void countHeld(int[] bySkill) {
		for (int packed : this.skills) {
			if ((packed & HELD) != 0) {
				bySkill[packed >> 4]++;
			}
		}
	}

	/** Zero for none, else one more than the level's place in its order. */
	int language(int index) {
		for (int at = 0; at < this.languages.length; at += 2) {
			if (this.languages[at] == index) {
				return this.languages[at + 1];
			}
		}
		return 0;
	}

	void countLanguages(int[] byLanguage) {
		for (int at = 0; at < this.languages.length; at += 2) {
			byLanguage[this.languages[at]]++;
		}
	}

	/**
	 * With how many half days of every week the person can start on a day, without an end
	 * in mind; 0 for none.
	 */
	int freeHalves(int day) {
		if (day < this.availableFrom) {
			return 0;
		}
		return (this.taken.length == 0) ? StartFinder.WEEK
				: this.openEnd.halvesFrom(day, this.taken, 0, this.taken.length);
	}

	/**
	 * The first day, from one on, from which so many half days of every week are free.
	 */
	int freeFrom(int day, int halves) {
		int start = Math.max(day, this.availableFrom);
		return (this.taken.length == 0) ? start
				: this.openEnd.earliest(halves, start, this.taken, 0, this.taken.length);
	}

}
