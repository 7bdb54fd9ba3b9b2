package org.muster.skills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.WordPattern;
import org.muster.skills.SkillMention.Importance;

/**
 * What a text says about a skill beside its name: years, level, and how much it is
 * wanted.
 */
class Claims {

	private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten");

	private static final Pattern YEARS = WordPattern.compile(
			"(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\\s*\\+|\\s*(?:-|–|to)\\s*\\d{1,2}\\+?)?"
					+ "(?:\\s*\\(\\d{1,2}\\))?\\s*(?:or more\\s+|plus\\s+)?"
					+ "(?:years?|yrs?|jahren?|anos|ans|años)\\b['’]?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

	/** The levels that words say. */
	private static final Map<String, Integer> LEVELS = new HashMap<>();
	static {
		level(5, "expert expertise mastery mastered guru");
		level(4, "proficient proficiency strong strongest solid advanced deep depth extensive excellent fluent thorough");
		level(3, "good experienced hands intermediate practical sound");
		level(2, "working familiar familiarity basic fundamental");
		level(1, "aware awareness exposure basics beginner notions");
	}

	/**
	 * Without one of these there is no need to look closer, which is most of the time.
	 */
	private static final List<String> YEAR_WORDS = List.of("year", "yr", "jahr", "ano", "ans", "año");

	private static final List<String> NICE_WORDS = List.of("nice", "plus", "bonus", "prefer", "desir", "option",
			"ideal", "advantage", "welcome", "good to", "would be", "vorteil", "wünsch", "deseable", "valoriz",
			"beneficial");

	private static final List<String> MUST_WORDS = List.of("must", "requir", "mandator", "essential", "need", "bring",
			"indispens", "obligator", "muss");

	private static final Pattern NICE = WordPattern.compile(
			"nice[- ]to[- ]haves?|(?:is|are|as)?\\s*(?:a|an|big|huge|definite|real)?\\s*(?:\\bplus\\b(?!\\s+\\w+\\s+years)|\\bbonus(?: points)?\\b)|"
					+ "\\bpreferred\\b|\\bdesir(?:able|ed)\\b|\\boptional(?:ly)?\\b|\\bideally\\b|\\badvantage(?:ous)?\\b|\\bwelcome\\b|"
					+ "\\bgood to have\\b|\\bwould be (?:great|nice|good)\\b|\\bpreferably\\b|\\bvon vorteil\\b|\\bwünschenswert\\b|"
					+ "\\bun plus\\b|\\bdeseable\\b|\\bvalorizado\\b|\\bbeneficial\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern MUST = WordPattern.compile(
			"\\bmust(?:[- ]haves?)?\\b|\\brequire(?:d|s|ments?)?\\b|\\bmandatory\\b|\\bessential\\b|\\bneeds?\\b|\\bneeded\\b|"
					+ "\\bwhat you bring\\b|\\bindispensable\\b|\\bobligatori[oa]\\b|\\bmuss\\b",
			Pattern.CASE_INSENSITIVE);

	/** All that may stand between a claim and the skills that it is about. */
	private static final Pattern FILLING = WordPattern
		.compile("(?:[\\s,;/|&+:()•·*–-]|\\b(?:of|with|in|on|the|and|or|as well as|"
				+ "professional|commercial|hands-on|practical|proven|relevant|working|work|experience|knowledge|understanding|"
				+ "skills?|command|background|using|developing|development|programming|building|writing|coding|modern|strong|"
				+ "solid|good|deep|advanced|basic|level|at|least|to|both|either|including|is|are|a|an|some|experienced|"
				+ "proficient|proficiency|familiar|familiarity|expert|expertise)\\b)*", Pattern.CASE_INSENSITIVE);

	private static final Pattern BRACKET = WordPattern
		.compile("\\s*(?:[(:–,-]|\\bfor\\b|\\bexperience\\b|\\s)*(?:over|at least|min\\.?|about)?\\s*");

	/** "Five years of Java and strong knowledge of Spring": the years end here. */
	private static final Pattern NEXT_CLAIM = WordPattern.compile(
			"\\b(?:and|,)\\s+(?:a\\s+)?(?:strong|solid|good|deep|advanced|basic|knowledge|proficien|familiar|expert)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PART = Pattern.compile("[.!?](?=\\s|$)|\\n|;");

	private final String text;

	private final IntPredicate inMention;

	private @Nullable Part last;

	Claims(String text, IntPredicate inMention) {
		this.text = text;
		this.inMention = inMention;
	}

	private static void level(int level, String words) {
		List.of(words.split(" ")).forEach((word) -> LEVELS.put(word, level));
	}

	SkillMention about(Skill skill, int start, int end) {
		Part part = part(start, end);
		return new SkillMention(skill, start, end, nearest(part.years(), part.from(), start, end),
				levelOrNull(nearest(part.levels(), part.from(), start, end)), importance(part, end));
	}

	/**
	 * "Needs SQL and Python, Kafka preferred": of a sentence that says both, only what
	 * stands right before is nice to have.
	 */
	private Importance importance(Part part, int end) {
		if (part.importance() != Importance.NICE_TO_HAVE) {
			return part.importance();
		}
		String said = this.text.substring(part.from(), part.to());
		Matcher nice = NICE.matcher(said);
		if (!isMust(said) || !nice.find() || part.from() + nice.start() < end) {
			return part.importance();
		}
		return this.text.substring(end, part.from() + nice.start()).matches("[^,;]*") ? Importance.NICE_TO_HAVE
				: Importance.REQUIRED;
	}

	private static @Nullable SkillLevel levelOrNull(@Nullable Integer level) {
		return (level != null) ? SkillLevel.of(level) : null;
	}

	/** Mentions of one sentence follow each other, so that the last part read is kept. */
	private Part part(int start, int end) {
		Part part = this.last;
		if (part == null || start < part.from() || end > part.to()) {
			int from = partStart(start);
			int to = partEnd(end);
			part = new Part(from, to, years(from, to), levels(from, to), importance(from, to));
			this.last = part;
		}
		return part;
	}

	private List<Claim> years(int from, int to) {
		if (!hasAny(this.text.substring(from, to), YEAR_WORDS)) {
			return List.of();
		}
		return YEARS.matcher(this.text).region(from, to).results().map((result) -> {
			String number = result.group(1).toLowerCase(Locale.ROOT);
			int years = NUMBERS.contains(number) ? NUMBERS.indexOf(number) + 1 : Integer.parseInt(number);
			return new Claim(result.start(), result.end(), years);
		}).toList();
	}

	private List<Claim> levels(int from, int to) {
		List<Claim> claims = new ArrayList<>();
		Matcher matcher = LETTERS.matcher(this.text).region(from, to);
		while (matcher.find()) {
			Integer level = LEVELS.get(matcher.group().toLowerCase(Locale.ROOT));
			if (level != null) {
				claims.add(new Claim(matcher.start(), matcher.end(), level));
			}
		}
		return claims;
	}

	private static boolean hasAny(String part, List<String> words) {
		String lower = part.toLowerCase(Locale.ROOT);
		return words.stream().anyMatch(lower::contains);
	}

	private static boolean isNice(String part) {
		return hasAny(part, NICE_WORDS) && NICE.matcher(part).find();
	}

	private static boolean isMust(String part) {
		return hasAny(part, MUST_WORDS) && MUST.matcher(part).find();
	}

	/** What is said right behind the skill, or else last before it. */
	private @Nullable Integer nearest(List<Claim> claims, int from, int start, int end) {
		Claim found = null;
		for (Claim claim : claims) {
			if (claim.start() >= end && isBracket(end, claim.start())) {
				return claim.value();
			}
			if (claim.end() <= start && (found == null || claim.end() > found.end()) && isFilling(claim.end(), start)
					&& !isBehindAnother(claim.start(), from)) {
				found = claim;
			}
		}
		return (found != null) ? found.value() : null;
	}

	/** Java (5 years), Java: 5 years, Java - expert, Java for 5 years. */
	private boolean isBracket(int from, int to) {
		return BRACKET.matcher(this.text).region(from, to).matches();
	}

	/** "Java (5 years), Kotlin": the years in brackets are Java's alone. */
	private boolean isBehindAnother(int claim, int from) {
		int position = claim - 1;
		while (position > from && " (:–-".indexOf(this.text.charAt(position)) >= 0) {
			position--;
		}
		return position >= from && position < claim - 1 && this.inMention.test(position);
	}

	private boolean isFilling(int from, int to) {
		StringBuilder rest = new StringBuilder();
		for (int position = from; position < to; position++) {
			rest.append(this.inMention.test(position) ? ' ' : this.text.charAt(position));
		}
		return FILLING.matcher(rest).matches() && !NEXT_CLAIM.matcher(rest).find();
	}

	private Importance importance(int from, int to) {
		String part = this.text.substring(from, to);
		if (isNice(part)) {
			return Importance.NICE_TO_HAVE;
		}
		if (isMust(part)) {
			return Importance.REQUIRED;
		}
		return heading(from);
	}

	/**
	 * What the nearest heading above says: a short line that ends with a colon or stands
	 * alone.
	 */
	private Importance heading(int before) {
		List<String> above = this.text.substring(Math.max(0, before - 1500), before).lines().toList();
		for (int line = above.size() - 1; line >= 0 && line > above.size() - 15; line--) {
			String heading = above.get(line).strip();
			if (heading.length() > 50 || heading.isEmpty() || heading.startsWith("-") || heading.startsWith("•")
					|| heading.startsWith("*")) {
				continue;
			}
			if (isNice(heading)) {
				return Importance.NICE_TO_HAVE;
			}
			if (isMust(heading)) {
				return Importance.REQUIRED;
			}
			if (heading.endsWith(":")) {
				return Importance.UNSAID;
			}
		}
		return Importance.UNSAID;
	}

	private int partStart(int at) {
		int found = Math.max(0, at - 400);
		Matcher matcher = PART.matcher(this.text).region(found, at);
		matcher.useTransparentBounds(true);
		while (matcher.find()) {
			found = matcher.end();
		}
		return found;
	}

	private int partEnd(int at) {
		int most = Math.min(this.text.length(), at + 400);
		Matcher matcher = PART.matcher(this.text).region(at, most);
		matcher.useTransparentBounds(true);
		return matcher.find() ? matcher.start() : most;
	}

	/** A sentence or line, and what is claimed in it. */
	private record Part(int from, int to, List<Claim> years, List<Claim> levels, Importance importance) {
	}

	private record Claim(int start, int end, int value) {
	}

}
