package org.muster.talentsearch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberRange;
import org.muster.forms.SearchText;
import org.muster.skills.Skill;
import org.muster.skills.SkillReader;
import org.muster.talentsearch.PoolQuery.Chip;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What a search asks for, term by term, each with the chip that shows it and the tokens
 * that it was understood from. A method that answers {@code false} has added nothing.
 */
final class PoolTerms {

	private static final NumberRange RATING = NumberRange.of(NumberRange.Unit.PLAIN, "1", "5", "0.01");

	private final QueryText text;

	private final SkillReader skills;

	private final Map<String, String> cities;

	private final String currency;

	private final List<Chip> chips = new ArrayList<>();

	private final PoolQuery query;

	/**
	 * @param cities of the pool, by folded name
	 * @param currency of the pool's rates
	 * @param home the zone of the consultancy
	 */
	PoolTerms(QueryText text, SkillReader skills, Map<String, String> cities, String currency, String home) {
		this.query = new PoolQuery(this.chips, home);
		this.text = text;
		this.skills = skills;
		this.cities = cities;
		this.currency = currency;
	}

	PoolQuery query() {
		return this.query;
	}

	boolean skill(String name, int level, boolean without, int at, int count) {
		Skill skill = this.skills.named(name).orElse(null);
		if (skill == null) {
			return false;
		}
		if (without) {
			this.query.without.add(skill.id());
			chip(at, count, "without", skill.name());
			return true;
		}
		this.query.skills.merge(skill.id(), level, Math::max);
		if (level > 1) {
			chip(at, count, "skill.level", skill.name(), level);
		}
		else {
			chip(at, count, "skill", skill.name());
		}
		return true;
	}

	/**
	 * @param above whether those above it will do as well
	 */
	void seniority(Seniority seniority, boolean above, int at, int count) {
		Arrays.stream(Seniority.values())
			.filter((one) -> above ? one.compareTo(seniority) >= 0 : one == seniority)
			.forEach(this.query.seniorities::add);
		chip(at, count, above ? "seniority.above" : "seniority", seniority);
	}

	void years(int years, int at, int count) {
		this.query.years = years;
		chip(at, count, "years", years);
	}

	boolean role(String folded, int at, int count) {
		// In a search the skill of that name is meant.
		JobRole role = ProfileWords.role(folded).filter((one) -> !folded.equals("devops")).orElse(null);
		if (role != null) {
			this.query.roles.add(role);
			chip(at, count, "role", role);
		}
		return role != null;
	}

	boolean employment(String folded, int at, int count) {
		Employment employment = ProfileWords.employment(folded).orElse(null);
		if (employment != null) {
			this.query.employments.add(employment);
			chip(at, count, "employment", employment);
		}
		return employment != null;
	}

	boolean mode(String folded, int at, int count) {
		WorkMode mode = ProfileWords.mode(folded).orElse(null);
		if (mode != null) {
			this.query.modes.add(mode);
			chip(at, count, "mode", mode);
		}
		return mode != null;
	}

	boolean language(@Nullable String language, @Nullable LanguageLevel level, int at, int count) {
		if (language == null) {
			return false;
		}
		this.query.languages.put(language, (level != null) ? level : LanguageLevel.A1);
		if (level != null) {
			chip(at, count, "language.level", language, level);
		}
		else {
			chip(at, count, "language", language);
		}
		return true;
	}

	boolean city(String folded, int at, int count) {
		String written = this.cities.get(folded);
		if (written != null) {
			this.query.cities.add(CityNames.key(written));
			chip(at, count, "city", written);
		}
		return written != null;
	}

	boolean country(@Nullable String code, int at, int count) {
		if (code == null) {
			return false;
		}
		this.query.countries.add(code);
		chip(at, count, "country", code);
		return true;
	}

	boolean zone(@Nullable String zone, int at, int count) {
		if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
			return false;
		}
		this.query.zones.add(zone);
		chip(at, count, "zone", zone);
		return true;
	}

	/**
	 * Nothing is converted here: an amount of another currency is said to be left out.
	 */
	void rate(RateWords rate, int at, int count) {
		BigDecimal low = rate.lowest();
		BigDecimal high = rate.highest();
		if (!rate.isOfPool()) {
			chip(at, count, "currency", this.text.words(at, count), this.currency);
			return;
		}
		this.query.lowestRate = (low != null) ? low : this.query.lowestRate;
		this.query.highestRate = (high != null) ? high : this.query.highestRate;
		if (low != null && high != null) {
			chip(at, count, "rate.between", low, high);
		}
		else if (high != null) {
			chip(at, count, "rate.most", high);
		}
		else if (low != null) {
			chip(at, count, "rate.least", low);
		}
	}

	boolean rating(String value, int at, int count) {
		BigDecimal rating = RATING.read(value);
		if (rating == null) {
			return false;
		}
		this.query.rating = rating.doubleValue();
		chip(at, count, "rating", rating.doubleValue());
		return true;
	}

	boolean from(@Nullable LocalDate date, int at, int count) {
		if (date == null) {
			return false;
		}
		this.query.from = date;
		chip(at, count, "from", date);
		return true;
	}

	boolean days(String value, int at, int count) {
		BigDecimal days = NumberKind.DAYS_PER_WEEK.read(value);
		if (days == null) {
			return false;
		}
		this.query.days = DayCount.of(days);
		chip(at, count, "days", days.stripTrailingZeros());
		return true;
	}

	boolean overlap(int hours, String zone, int at, int count) {
		this.query.overlapHours = hours;
		this.query.overlapZone = zone;
		chip(at, count, "overlap", hours, zone);
		return true;
	}

	void word(int at, String word) {
		String folded = SearchText.fold(word);
		if (!folded.isEmpty()) {
			this.query.words.add(word);
			chip(at, 1, "word", word);
		}
	}

	private void chip(int at, int count, String kind, Object... arguments) {
		this.chips.add(new Chip(kind, List.of(arguments), this.text.without(at, count)));
	}

}
