package org.muster.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Typed;

/** Reads dates as tables have them, in numbers and in the words of several languages. */
final class TableDates {

	private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");

	private static final Pattern DIGITS = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})");

	private static final Pattern YEAR_LAST = Pattern
		.compile("(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4}|\\d{2})(?: .*)?");

	private static final Pattern DAY_OF_MONTH = Pattern
		.compile("(\\d{1,2})(?:st|nd|rd|th|er|[.º°])?[ -]*(?:de )?(\\p{L}+)\\.?,?[ -]*(?:de )?(\\d{4}|\\d{2})");

	private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

	private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

	private static final int LONGEST = 40;

	private static final int MONTHS = 12;

	private static final Map<String, Integer> NAMES = names();

	private final @Nullable DateOrder order;

	/**
	 * @param order of day and month where both are numbers, from 1 to 12, with a slash
	 * between
	 */
	TableDates(@Nullable DateOrder order) {
		this.order = order;
	}

	/**
	 * @param dayZero the day from which a number counts days
	 * @return nothing for what is no date between 2000 and 2199
	 */
	Optional<LocalDate> read(String text, LocalDate dayZero) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(date(plain(text), dayZero))
				.filter((date) -> Typed.date(date.toString()) != null);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private @Nullable LocalDate date(String text, LocalDate dayZero) {
		Matcher serial = SERIAL.matcher(text);
		if (serial.matches()) {
			return dayZero.plusDays(new BigDecimal(text).round(ExcelBook.DIGITS).longValue());
		}
		Matcher yearFirst = (text.matches("\\d{8}") ? DIGITS : YEAR_FIRST).matcher(text);
		if (yearFirst.matches()) {
			return LocalDate.of(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
		}
		Matcher yearLast = YEAR_LAST.matcher(text);
		if (yearLast.matches()) {
			return yearLast(yearLast);
		}
		Matcher dayOfMonth = DAY_OF_MONTH.matcher(text);
		if (dayOfMonth.matches()) {
			return named(dayOfMonth.group(3), dayOfMonth.group(2), dayOfMonth.group(1));
		}
		Matcher monthAndDay = MONTH_AND_DAY.matcher(text);
		return monthAndDay.matches() ? named(monthAndDay.group(3), monthAndDay.group(1), monthAndDay.group(2)) : null;
	}

	/**
	 * Day and month as they are written, of a date with both in numbers that may stand in
	 * either order.
	 * @return two numbers, or {@code null} for any other text
	 */
	static int @Nullable [] eitherOrder(String text) {
		Matcher matcher = YEAR_LAST.matcher((text.length() <= LONGEST) ? plain(text) : "");
		return (matcher.matches() && !matcher.group(2).equals("."))
				? new int[] { number(matcher, 1), number(matcher, 3) } : null;
	}

	/** With single blanks. */
	private static String plain(String text) {
		return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
	}

	private LocalDate yearLast(Matcher matcher) {
		int first = number(matcher, 1);
		int second = number(matcher, 3);
		boolean dots = matcher.group(2).equals(".");
		boolean monthFirst = !dots && (second > MONTHS || first <= MONTHS && this.order == DateOrder.MONTH_FIRST);
		return LocalDate.of(year(matcher.group(4)), monthFirst ? first : second, monthFirst ? second : first);
	}

	private static @Nullable LocalDate named(String year, String month, String day) {
		Integer number = NAMES.get(fold(month));
		return (number != null) ? LocalDate.of(year(year), number, Integer.parseInt(day)) : null;
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	private static int year(String text) {
		return (text.length() == 2) ? 2000 + Integer.parseInt(text) : Integer.parseInt(text);
	}

	private static Map<String, Integer> names() {
		Map<String, Integer> names = new HashMap<>();
		for (String language : List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "da")) {
			for (Month month : Month.values()) {
				for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
						TextStyle.SHORT_STANDALONE)) {
					names.putIfAbsent(fold(month.getDisplayName(style, Locale.forLanguageTag(language))),
							month.getValue());
				}
			}
		}
		names.put("sept", Month.SEPTEMBER.getValue());
		names.put("mrz", Month.MARCH.getValue());
		return Map.copyOf(names);
	}

	private static String fold(String text) {
		return Normalizer.normalize(text.replace(".", ""), Normalizer.Form.NFD)
			.replaceAll("\\p{Mn}", "")
			.toLowerCase(Locale.ROOT);
	}

}
