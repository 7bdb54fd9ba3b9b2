package org.muster.talentsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.skills.SkillReader;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;

/**
 * Understands what somebody types into the search box, such as
 * {@code java spring senior lisbon < 500 eur from january}. What is not understood is
 * sought in names and headlines.
 */
final class PoolQueryReader {

	/** {@code java:4} and {@code java>=4}. */
	static final Pattern LEVELLED = Pattern.compile("(.+?)(?::|>=)([1-5])");

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

	private final String currency;

	private final DayWords days;

	private final PoolTerms terms;

	private final KeyedTerms keyed;

	/** Whose working day others overlap with unless a search says otherwise. */
	private final String home;

	/**
	 * @param cities of the pool, by folded name
	 * @param currency of the pool's rates
	 * @param clock of the consultancy
	 */
	PoolQueryReader(String text, SkillReader skills, Map<String, String> cities, String currency, Clock clock) {
		this.text = new QueryText(text);
		this.currency = currency;
		this.days = new DayWords(LocalDate.now(clock));
		this.home = clock.getZone().getId();
		this.terms = new PoolTerms(this.text, skills, cities, currency, this.home);
		this.keyed = new KeyedTerms(this.terms, this.days, this.home);
	}

	PoolQuery read() {
		int at = 0;
		while (at < this.text.size()) {
			at += Math.max(1, understood(at));
		}
		return this.terms.query();
	}

	/** How many tokens were understood from one on. */
	private int understood(int at) {
		String token = this.text.token(at);
		if (this.keyed.read(token, at)) {
			return 1;
		}
		if (token.startsWith("\"")) {
			this.terms.word(at, token.replace("\"", ""));
			return 1;
		}
		int count = pattern(at);
		if (count == 0) {
			count = phrase(at);
		}
		if (count == 0 && !NOISE.contains(token.toLowerCase(Locale.ROOT))) {
			this.terms.word(at, token);
		}
		return count;
	}

	/** Numbers and dates. */
	private int pattern(int at) {
		int years = this.text.longest(at, (words) -> YEARS.matcher(words).matches());
		if (years > 0) {
			Matcher matcher = matched(YEARS, at, years);
			this.terms.years(Integer.parseInt(matcher.group(1)), at, years);
			return years;
		}
		int stars = this.text.longest(at, (words) -> STARS.matcher(words).matches());
		if (stars > 0) {
			Matcher matcher = matched(STARS, at, stars);
			return this.terms.rating((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2), at, stars)
					? stars : 0;
		}
		int overlap = this.text.longest(at, (words) -> OVERLAP.matcher(words).matches() && overlapZone(words) != null);
		if (overlap > 0) {
			Matcher matcher = matched(OVERLAP, at, overlap);
			String hours = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
			this.terms.overlap(Integer.parseInt(hours),
					Objects.requireNonNull(overlapZone(this.text.words(at, overlap))), at, overlap);
			return overlap;
		}
		int start = this.text.longest(at, (words) -> this.days.start(words) != null);
		if (start > 0) {
			this.terms.from(this.days.start(this.text.words(at, start)), at, start);
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
			return this.terms.days(value, at, days) ? days : 0;
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
			this.terms.rate(Objects.requireNonNull(RateWords.read(this.text.words(at, count), this.currency)), at,
					count);
		}
		return count;
	}

	private @Nullable String overlapZone(String words) {
		Matcher matcher = OVERLAP.matcher(words);
		if (!matcher.matches()) {
			return null;
		}
		return (matcher.group(3) == null) ? this.home : ProfileWords.zone(matcher.group(3)).orElse(null);
	}

	/** Names of things; the longest wins. */
	private int phrase(int at) {
		for (int count = this.text.most(at); count > 0; count--) {
			if (this.text.hasSign(at, count)) {
				continue;
			}
			String words = this.text.words(at, count);
			String folded = SearchText.fold(words);
			if (seniority(words, at, count) || this.terms.role(folded, at, count) || speaks(words, at, count)
					|| this.terms.employment(folded, at, count) || this.terms.mode(folded, at, count)
					|| levelled(words, at, count) || this.terms.skill(words, 1, false, at, count)
					|| this.terms.city(folded, at, count)
					|| this.terms.country(ProfileWords.countryNamed(folded).orElse(null), at, count)
					|| this.terms.zone(ProfileWords.zone(folded).orElse(null), at, count)) {
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
		this.terms.seniority(seniority, above, at, count);
		return true;
	}

	/** {@code fluent german}, {@code german c1}, {@code german}. */
	private boolean speaks(String words, int at, int count) {
		String[] parts = words.split(" ");
		if (count > 2) {
			return false;
		}
		if (count == 1) {
			return this.terms.language(named(words), null, at, count);
		}
		LanguageLevel level = ProfileWords.fluency(parts[1]).orElse(null);
		String language = named(parts[0]);
		if (level == null || language == null) {
			level = ProfileWords.fluency(parts[0]).orElse(null);
			language = named(parts[1]);
		}
		return level != null && this.terms.language(language, level, at, count);
	}

	/** Codes are too short to be meant: "de", "no". */
	private static @Nullable String named(String word) {
		return (word.length() > 2) ? ProfileWords.language(word).orElse(null) : null;
	}

	/**
	 * {@code expert java}, {@code java 4+}, {@code java:4}, {@code -php},
	 * {@code without php}.
	 */
	private boolean levelled(String words, int at, int count) {
		int blank = words.indexOf(' ');
		String first = (blank > 0) ? words.substring(0, blank) : "";
		if (LEVELS.containsKey(first)) {
			return this.terms.skill(words.substring(blank + 1), LEVELS.getOrDefault(first, 1), false, at, count);
		}
		if (first.equals("not") || first.equals("without") || first.equals("no")) {
			return this.terms.skill(words.substring(blank + 1), 1, true, at, count);
		}
		if (words.length() > 1 && words.startsWith("-")) {
			return this.terms.skill(words.substring(1), 1, true, at, count);
		}
		Matcher plus = Pattern.compile("(.+?) ?(?::|>=? ?=?|level )?([1-5])\\+?").matcher(words);
		if (plus.matches() && count > 1
				&& (words.endsWith("+") || !plus.group(1).equals(words.substring(0, words.length() - 1).strip())
						|| words.matches(".* [1-5]"))) {
			return this.terms.skill(plus.group(1).strip(), Integer.parseInt(plus.group(2)), false, at, count);
		}
		Matcher levelled = LEVELLED.matcher(words);
		return levelled.matches()
				&& this.terms.skill(levelled.group(1), Integer.parseInt(levelled.group(2)), false, at, count);
	}

}
