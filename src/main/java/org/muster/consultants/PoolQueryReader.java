package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.consultants.PoolQuery.Chip;
import org.muster.skills.Skill;
import org.muster.skills.SkillReader;

/**
 * Understands what somebody types into the search box, such as
 * {@code java spring senior lisbon < 500 eur from january}. What is not understood is
 * sought in names and headlines.
 */
final class PoolQueryReader {

	/** Whose working day others overlap with unless a search says otherwise. */
	static final String HOME_ZONE = "Europe/Lisbon";

	private static final Pattern KEYED = Pattern.compile("(-?)([a-z]+):\"?([^\"]*)\"?");

	private static final Pattern LEVELLED = Pattern.compile("(.+?)(?::|>=)([1-5])");

	private static final Pattern YEARS = Pattern.compile(
			"(?:at least |min(?:imum)? |over |> ?=? ?)?(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?|y)(?: of)?(?: experience)?");

	private static final Pattern DAYS = Pattern
		.compile("(\\d(?:[.,][05])?)\\s*(?:days?|d)(?:\\s*(?:a|per|/)?\\s*(?:week|wk|w))?");

	private static final Pattern STARS = Pattern
		.compile("(?:rating|rated)\\s*(?:>=?)?\\s*(\\d(?:[.,]\\d)?)\\+?|(\\d(?:[.,]\\d)?)\\s*\\+?\\s*(?:stars?|★)");

	private static final Pattern OVERLAP = Pattern.compile(
			"(?:overlap(?: of)?\\s*(?:>=?)?\\s*(\\d)\\s*(?:h|hours?)?|(\\d)\\s*(?:h|hours?)(?: of)? overlap)(?: with (\\S+(?: \\S+)?))?");

	private static final Set<String> NOISE = Set.of("and", "with", "who", "a", "an", "the", "for", "in", "or", "of",
			"at", "speaks", "speaking", "speak", "developer", "developers", "engineer", "engineers", "consultant",
			"consultants", "person", "people", "someone", "somebody", "programmer", "needs", "need", "skills", "skill",
			"available", "free", "from", "based", "near", "as", "&", "+", "|", "rate", "day", "per", "is", "has",
			"knows", "experience", "experienced", "level");

	private static final Map<String, Integer> LEVELS = Map.of("expert", 5, "proficient", 4, "strong", 4, "good", 3,
			"solid", 3, "working", 2);

	private final QueryText text;

	private final SkillReader skills;

	private final Map<String, String> cities;

	private final String currency;

	private final DayWords days;

	private final List<Chip> chips = new ArrayList<>();

	private final PoolQuery query = new PoolQuery(this.chips);

	/**
	 * @param cities of the pool, by folded name
	 * @param currency of the pool's rates
	 */
	PoolQueryReader(String text, SkillReader skills, Map<String, String> cities, String currency, LocalDate today) {
		this.text = new QueryText(text);
		this.skills = skills;
		this.cities = cities;
		this.currency = currency;
		this.days = new DayWords(today);
	}

	/** A token that asks for a value in so many words, whatever the value looks like. */
	static String quoted(String key, String value) {
		return value.contains(" ") || value.contains(",") || value.contains(";") ? key + ":\"" + value + "\""
				: key + ":" + value;
	}

	PoolQuery read() {
		int at = 0;
		while (at < this.text.size()) {
			at += Math.max(1, understood(at));
		}
		return this.query;
	}

	/** How many tokens were understood from one on. */
	private int understood(int at) {
		String token = this.text.token(at);
		if (keyed(token, at)) {
			return 1;
		}
		if (token.startsWith("\"")) {
			word(at, token.replace("\"", ""));
			return 1;
		}
		int count = pattern(at);
		if (count == 0) {
			count = phrase(at);
		}
		if (count == 0 && !NOISE.contains(token.toLowerCase(Locale.ROOT))) {
			word(at, token);
		}
		return count;
	}

	private void chip(int at, int count, String kind, Object... arguments) {
		this.chips.add(new Chip(kind, List.of(arguments), this.text.without(at, count)));
	}

	/** {@code country:PT}, as facets write it. */
	private boolean keyed(String token, int at) {
		Matcher matcher = KEYED.matcher(token);
		if (!matcher.matches()) {
			return false;
		}
		String value = matcher.group(3).strip();
		String folded = PoolEntry.fold(value);
		switch (matcher.group(2)) {
			case "skill" -> {
				Matcher levelled = LEVELLED.matcher(value);
				boolean hasLevel = levelled.matches();
				return skill(hasLevel ? levelled.group(1) : value, hasLevel ? Integer.parseInt(levelled.group(2)) : 1,
						!matcher.group(1).isEmpty(), at, 1);
			}
			case "role" -> {
				return role(folded, at, 1);
			}
			case "country" -> {
				return country(ProfileWords.country(value).orElse(null), at, 1);
			}
			case "city" -> {
				return city(folded, at, 1);
			}
			case "zone" -> {
				return zone(value, at, 1);
			}
			case "language" -> {
				return language(ProfileWords.language(value).orElse(null), null, at, 1);
			}
			case "mode" -> {
				return mode(folded, at, 1);
			}
			case "from" -> {
				return from(this.days.day(value), at, 1);
			}
			case "days" -> {
				return days(value, at, 1);
			}
			case "rating" -> {
				return rating(value, at, 1);
			}
			case "overlap" -> {
				return value.matches("\\d") && overlap(Integer.parseInt(value), HOME_ZONE, at, 1);
			}
			case "name" -> {
				word(at, value);
				return true;
			}
			default -> {
				Matcher levelled = LEVELLED.matcher(token);
				return levelled.matches()
						&& skill(levelled.group(1), Integer.parseInt(levelled.group(2)), false, at, 1);
			}
		}
	}

	/** Numbers and dates. */
	private int pattern(int at) {
		int years = this.text.longest(at, (words) -> YEARS.matcher(words).matches());
		if (years > 0) {
			Matcher matcher = matched(YEARS, at, years);
			this.query.years = Integer.valueOf(matcher.group(1));
			chip(at, years, "years", this.query.years);
			return years;
		}
		int stars = this.text.longest(at, (words) -> STARS.matcher(words).matches());
		if (stars > 0) {
			Matcher matcher = matched(STARS, at, stars);
			return rating((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2), at, stars) ? stars : 0;
		}
		int overlap = this.text.longest(at, (words) -> OVERLAP.matcher(words).matches() && overlapZone(words) != null);
		if (overlap > 0) {
			Matcher matcher = matched(OVERLAP, at, overlap);
			String hours = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
			overlap(Integer.parseInt(hours), Objects.requireNonNull(overlapZone(this.text.words(at, overlap))), at,
					overlap);
			return overlap;
		}
		int start = this.text.longest(at, (words) -> this.days.start(words) != null);
		if (start > 0) {
			from(this.days.start(this.text.words(at, start)), at, start);
			return start;
		}
		int rates = rates(at);
		if (rates > 0) {
			return rates;
		}
		int days = this.text.longest(at,
				(words) -> DAYS.matcher(words).matches() || words.matches("full ?-?time|part ?-?time"));
		if (days > 0) {
			String words = this.text.words(at, days);
			String value = words.startsWith("full") ? "5"
					: words.startsWith("part") ? "1" : matched(DAYS, at, days).group(1);
			return days(value, at, days) ? days : 0;
		}
		return 0;
	}

	private Matcher matched(Pattern pattern, int at, int count) {
		Matcher matcher = pattern.matcher(this.text.words(at, count));
		matcher.matches();
		return matcher;
	}

	private int rates(int at) {
		int count = this.text.longest(at, (words) -> RateWords.read(words, this.currency) != null);
		if (count > 0) {
			rate(Objects.requireNonNull(RateWords.read(this.text.words(at, count), this.currency)), at, count);
		}
		return count;
	}

	/**
	 * Nothing is converted here: an amount of another currency is said to be left out.
	 */
	private void rate(RateWords rate, int at, int count) {
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

	private boolean rating(String value, int at, int count) {
		double rating = Double.parseDouble(value.replace(',', '.').replaceAll("[^\\d.]", "0"));
		if (rating < 1 || rating > 5) {
			return false;
		}
		this.query.rating = rating;
		chip(at, count, "rating", rating);
		return true;
	}

	private boolean days(String value, int at, int count) {
		if (!value.matches("\\d([.,][05])?")) {
			return false;
		}
		BigDecimal days = new BigDecimal(value.replace(',', '.'));
		if (days.signum() <= 0 || days.compareTo(BigDecimal.valueOf(5)) > 0) {
			return false;
		}
		this.query.days = DayCount.of(days);
		chip(at, count, "days", days);
		return true;
	}

	private boolean overlap(int hours, String zone, int at, int count) {
		this.query.overlapHours = hours;
		this.query.overlapZone = zone;
		chip(at, count, "overlap", hours, zone);
		return true;
	}

	private @Nullable String overlapZone(String words) {
		Matcher matcher = OVERLAP.matcher(words);
		if (!matcher.matches()) {
			return null;
		}
		return (matcher.group(3) == null) ? HOME_ZONE : ProfileWords.zone(matcher.group(3)).orElse(null);
	}

	private boolean from(@Nullable LocalDate date, int at, int count) {
		if (date == null) {
			return false;
		}
		this.query.from = date;
		chip(at, count, "from", date);
		return true;
	}

	/** Names of things; the longest wins. */
	private int phrase(int at) {
		for (int count = this.text.most(at); count > 0; count--) {
			if (this.text.hasSign(at, count)) {
				continue;
			}
			String words = this.text.words(at, count);
			String folded = PoolEntry.fold(words);
			if (seniority(words, at, count) || role(folded, at, count) || speaks(words, at, count)
					|| employment(folded, at, count) || mode(folded, at, count) || levelled(words, at, count)
					|| skill(words, 1, false, at, count) || city(folded, at, count)
					|| country(ProfileWords.countryNamed(folded).orElse(null), at, count)
					|| zone(ProfileWords.zone(folded).orElse(null), at, count)) {
				return count;
			}
		}
		return 0;
	}

	/** {@code senior+} is senior or above. */
	private boolean seniority(String words, int at, int count) {
		boolean above = words.endsWith("+");
		Seniority seniority = ProfileWords.seniority(above ? words.substring(0, words.length() - 1) : words)
			.orElse(null);
		if (seniority == null) {
			return false;
		}
		Arrays.stream(Seniority.values())
			.filter((one) -> above ? one.compareTo(seniority) >= 0 : one == seniority)
			.forEach(this.query.seniorities::add);
		chip(at, count, above ? "seniority.above" : "seniority", seniority);
		return true;
	}

	private boolean role(String folded, int at, int count) {
		// In a search the skill of that name is meant.
		JobRole role = ProfileWords.role(folded).filter((one) -> !folded.equals("devops")).orElse(null);
		if (role != null) {
			this.query.roles.add(role);
			chip(at, count, "role", role);
		}
		return role != null;
	}

	private boolean employment(String folded, int at, int count) {
		Employment employment = ProfileWords.employment(folded).orElse(null);
		if (employment != null) {
			this.query.employments.add(employment);
			chip(at, count, "employment", employment);
		}
		return employment != null;
	}

	private boolean mode(String folded, int at, int count) {
		WorkMode mode = ProfileWords.mode(folded).orElse(null);
		if (mode != null) {
			this.query.modes.add(mode);
			chip(at, count, "mode", mode);
		}
		return mode != null;
	}

	/** {@code fluent german}, {@code german c1}, {@code german}. */
	private boolean speaks(String words, int at, int count) {
		String[] parts = words.split(" ");
		if (count > 2) {
			return false;
		}
		if (count == 1) {
			return language(named(words), null, at, count);
		}
		LanguageLevel level = ProfileWords.fluency(parts[1]).orElse(null);
		String language = named(parts[0]);
		if (level == null || language == null) {
			level = ProfileWords.fluency(parts[0]).orElse(null);
			language = named(parts[1]);
		}
		return level != null && language(language, level, at, count);
	}

	/** Codes are too short to be meant: "de", "no". */
	private static @Nullable String named(String word) {
		return (word.length() > 2) ? ProfileWords.language(word).orElse(null) : null;
	}

	private boolean language(@Nullable String language, @Nullable LanguageLevel level, int at, int count) {
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

	/**
	 * {@code expert java}, {@code java 4+}, {@code java:4}, {@code -php},
	 * {@code without php}.
	 */
	private boolean levelled(String words, int at, int count) {
		int blank = words.indexOf(' ');
		String first = (blank > 0) ? words.substring(0, blank) : "";
		if (LEVELS.containsKey(first)) {
			return skill(words.substring(blank + 1), LEVELS.getOrDefault(first, 1), false, at, count);
		}
		if (first.equals("not") || first.equals("without") || first.equals("no")) {
			return skill(words.substring(blank + 1), 1, true, at, count);
		}
		if (words.length() > 1 && words.startsWith("-")) {
			return skill(words.substring(1), 1, true, at, count);
		}
		Matcher plus = Pattern.compile("(.+?) ?(?::|>=? ?=?|level )?([1-5])\\+?").matcher(words);
		if (plus.matches() && count > 1
				&& (words.endsWith("+") || !plus.group(1).equals(words.substring(0, words.length() - 1).strip())
						|| words.matches(".* [1-5]"))) {
			return skill(plus.group(1).strip(), Integer.parseInt(plus.group(2)), false, at, count);
		}
		Matcher levelled = LEVELLED.matcher(words);
		return levelled.matches() && skill(levelled.group(1), Integer.parseInt(levelled.group(2)), false, at, count);
	}

	private boolean skill(String name, int level, boolean without, int at, int count) {
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

	private boolean city(String folded, int at, int count) {
		String written = this.cities.get(folded);
		if (written != null) {
			this.query.cities.add(folded);
			chip(at, count, "city", written);
		}
		return written != null;
	}

	private boolean country(@Nullable String code, int at, int count) {
		if (code == null) {
			return false;
		}
		this.query.countries.add(code);
		chip(at, count, "country", code);
		return true;
	}

	private boolean zone(@Nullable String zone, int at, int count) {
		if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
			return false;
		}
		this.query.zones.add(zone);
		chip(at, count, "zone", zone);
		return true;
	}

	private void word(int at, String word) {
		String folded = PoolEntry.fold(word);
		if (!folded.isEmpty()) {
			this.query.words.add(folded);
			chip(at, 1, "word", word);
		}
	}

}
