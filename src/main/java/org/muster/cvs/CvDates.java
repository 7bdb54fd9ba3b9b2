package org.muster.cvs;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.WordPattern;

/**
 * Months and years as CVs write them: {@code 2019}, {@code Mar 2019}, {@code 03/2019},
 * {@code 2019-03}.
 */
final class CvDates {

	/** Their names in the languages whose CVs we meet, always in the same order. */
	private static final Map<String, Integer> MONTHS = months();

	private static final Pattern ALONE = WordPattern.compile("\\b" + monthYear("one") + "\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private CvDates() {
	}

	/**
	 * When something happened.
	 *
	 * @param from where the words begin in the line, in characters
	 * @param to where they end
	 * @param day that of the text, or the first of its month; {@code null} where only a
	 * year is said
	 */
	record Said(int from, int to, @Nullable LocalDate day) {
	}

	/**
	 * @param name what its groups are called by
	 * @return a pattern of a year, with or without a month and a day
	 */
	static String monthYear(String name) {
		return "(?:(?<%1$sWord>[\\p{L}]{3,9}|\\d{1,2})\\.?[ ./'-]{0,2})?(?<%1$sYear>(?:19|20)\\d{2})(?:[-/.](?<%1$sMonth>\\d{1,2}))?(?:[-/.](?<%1$sDay>\\d{1,2}))?"
			.formatted(name);
	}

	/** The first day of what is said. */
	static LocalDate first(Matcher matcher, String name) {
		int month = month(matcher, name);
		return LocalDate.of(Integer.parseInt(matcher.group(name + "Year")), Math.max(1, month), 1);
	}

	/** The last day of what is said. */
	static LocalDate last(Matcher matcher, String name) {
		int month = month(matcher, name);
		return YearMonth.of(Integer.parseInt(matcher.group(name + "Year")), (month > 0) ? month : 12).atEndOfMonth();
	}

	/** What a line dates something to, the last if there are several. */
	static Optional<Said> within(String line) {
		Matcher matcher = ALONE.matcher(line);
		Optional<Said> said = Optional.empty();
		while (matcher.find()) {
			boolean isMonth = month(matcher, "one") > 0;
			boolean isOfWord = isMonth && matcher.group("oneWord") != null;
			said = Optional.of(new Said(matcher.start(isOfWord ? "oneWord" : "oneYear"), matcher.end(),
					isMonth ? day(matcher) : null));
		}
		return said;
	}

	private static LocalDate day(Matcher matcher) {
		LocalDate first = first(matcher, "one");
		String day = matcher.group("oneDay");
		return (day != null && Integer.parseInt(day) > 0)
				? first.plusDays(Math.min(Integer.parseInt(day), first.lengthOfMonth()) - 1L) : first;
	}

	/** 0 if none is said. */
	private static int month(Matcher matcher, String name) {
		String number = matcher.group(name + "Month");
		String word = matcher.group(name + "Word");
		if (number == null && word != null && Character.isDigit(word.charAt(0))) {
			number = word;
		}
		if (number != null) {
			int month = Integer.parseInt(number);
			return (month <= 12) ? month : 0;
		}
		return (word != null) ? named(word.toLowerCase(Locale.ROOT)) : 0;
	}

	/** Short or in full. */
	private static int named(String word) {
		return MONTHS.entrySet()
			.stream()
			.filter((month) -> month.getKey().startsWith(word))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(0);
	}

	private static Map<String, Integer> months() {
		Map<String, Integer> months = new LinkedHashMap<>();
		for (String language : List.of("fr", "es", "pt", "de", "en")) {
			for (Month month : Month.values()) {
				months.put(
						month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language)).toLowerCase(Locale.ROOT),
						month.getValue());
			}
		}
		return Collections.unmodifiableMap(months);
	}

}
