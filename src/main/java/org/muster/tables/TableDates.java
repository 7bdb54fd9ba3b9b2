package org.muster.tables;

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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.forms.Inputs;
import org.muster.numbers.WordPattern;

/** Reads dates as tables have them, in numbers and in the words of several languages. */
public final class TableDates {

	/**
	 * A time of the day, or a weekday. Anything else behind a date may change what it
	 * means: another date, half of the days.
	 */
	private static final String TIME = "(?:[T ]+\\d{1,2}[:.]\\d{2}.*| \\(?\\p{L}{2,13}\\.?\\)?)?";

	private static final Pattern YEAR_FIRST = Pattern
		.compile("(\\d{4}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})\\.?" + TIME);

	/** {@code 2027年3月4日}. */
	private static final Pattern WITH_SIGNS = Pattern.compile("(\\d{4})([年년]) ?(\\d{1,2})[月월] ?(\\d{1,2})[日일]");

	private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,13}\\.?, (?=\\d{1,2}\\D)");

	private static final Pattern DIGITS = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})");

	private static final Pattern YEAR_LAST = Pattern
		.compile("(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4}|\\d{2})" + TIME);

	private static final Pattern DAY_OF_MONTH = Pattern
		.compile("(\\d{1,2})(?:st|nd|rd|th|er|[.º°])?[ -]*(?:de )?(\\p{L}+)\\.?,?[ -]*(?:de )?(\\d{4}|\\d{2})");

	private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

	private static final Pattern MONTH_ALONE = Pattern.compile("(\\p{L}+)\\.? (?:de )?(\\d{4})");

	private static final Pattern MONTH_IN_NUMBERS = Pattern.compile("(\\d{1,2}) ?[/.-] ?(\\d{4})");

	private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4}) ?[/.-] ?(\\d{1,2})");

	/** Ahead of a date: {@code ab dem}, {@code from}, {@code à partir du}. */
	private static final Pattern FROM = WordPattern.compile(
			"^(?:(?:ab|dem|per|zum|vom|from|as of|since|starting|starts?|dès|des|le|à partir du|à partir de|a partir de|a partir del"
					+ "|a partir do|a partir du|desde|el|vanaf|od|dal|available|verfügbar|verfuegbar|frei|free|libre|disponible"
					+ "|disponível|disponivel|beschikbaar)\\b[:,]? +)+(?=.*\\d)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final String THERE = "(?:available|availability|verfugbar|verfuegbar|frei|free|libre|disponible|disponivel|disponibile"
			+ "|beschikbaar)";

	/** No date, but the day on which it is read; folded. */
	private static final Pattern NOW = Pattern.compile("(?:(?:" + THERE
			+ "|ab|per|zum|from|as of|starting|start|is|a partir de|a partir du|des|desde|de|da|od) )*" + "(?:" + THERE
			+ "|sofort|umgehend|jetzt|heute|immediate|immediately|immediatly|now|right now|right away|today"
			+ "|asap|a s a p|as soon as possible|immediat|immediatement|tout de suite|de suite|maintenant|aujourd ?hui"
			+ "|inmediato|inmediata|inmediatamente|ya|ya mismo|ahora|ahora mismo|hoy|imediato|imediata|imediatamente|ja|agora"
			+ "|hoje|direct|onmiddellijk|meteen|nu|vandaag|subito|immediato|immediata|immediatamente|adesso|oggi"
			+ "|natychmiast|zaraz|dzis|ihned|omgaende|nu)(?: " + THERE + ")?");

	private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

	private static final int LONGEST = 40;

	private static final int MONTHS = 12;

	private static final Map<String, Integer> NAMES = names();

	private final @Nullable DateOrder order;

	private final LocalDate today;

	/**
	 * @param order of the numbers of a date that may stand in several
	 * @param today which is meant by what is free at once
	 */
	public TableDates(@Nullable DateOrder order, LocalDate today) {
		this.order = order;
		this.today = today;
	}

	/**
	 * Whether a text says at once: {@code ab sofort}, {@code asap}, {@code per direct}.
	 */
	public static boolean isNow(String text) {
		return text.length() <= LONGEST
				&& NOW.matcher(SearchText.fold(text).replaceAll("[^\\p{L}\\d]+", " ").strip()).matches();
	}

	/** Whether a text names a month, whose first day is taken. */
	public static boolean isMonth(String text) {
		return text.length() <= LONGEST && month(plain(text)) != null;
	}

	/**
	 * @param dayZero the day from which a number counts days
	 * @return nothing for what is no date between 2000 and 2199
	 */
	public Optional<LocalDate> read(String text, LocalDate dayZero) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		if (isNow(text)) {
			return Optional.of(this.today);
		}
		try {
			return Optional.ofNullable(date(plain(text), dayZero))
				.filter((date) -> Inputs.date(date.toString()) != null);
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
		Pattern digits = text.matches("\\d{8}") ? DIGITS : WITH_SIGNS.matcher(text).matches() ? WITH_SIGNS : YEAR_FIRST;
		Matcher yearFirst = digits.matcher(text);
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
		return monthAndDay.matches() ? named(monthAndDay.group(3), monthAndDay.group(1), monthAndDay.group(2))
				: month(text);
	}

	/** The first day of a month; nothing for any other text. */
	private static @Nullable LocalDate month(String text) {
		Matcher word = MONTH_ALONE.matcher(text);
		if (word.matches()) {
			return named(word.group(2), word.group(1), "1");
		}
		Matcher numbers = MONTH_IN_NUMBERS.matcher(text);
		Matcher turned = YEAR_AND_MONTH.matcher(text);
		int month = numbers.matches() ? number(numbers, 1) : turned.matches() ? number(turned, 2) : 0;
		return (month >= 1 && month <= MONTHS)
				? LocalDate.of(numbers.matches() ? number(numbers, 2) : number(turned, 1), month, 1) : null;
	}

	/**
	 * The numbers of a date as they are written.
	 *
	 * @param isShort whether the last has two digits, as a day has
	 * @param isDotted with dots the month never comes first
	 */
	record Numbers(int first, int second, int third, boolean isShort, boolean isDotted) {
	}

	/**
	 * A date all of which is in numbers that may stand in more than one order.
	 * @return {@code null} for any other text
	 */
	static @Nullable Numbers eitherOrder(String text) {
		Matcher matcher = YEAR_LAST.matcher((text.length() <= LONGEST) ? plain(text) : "");
		Numbers date = matcher.matches() ? numbers(matcher) : null;
		return (date != null && (date.isShort() || !date.isDotted())) ? date : null;
	}

	/** Whether a date may mean several days until somebody says which order it has. */
	public boolean isOpen(String text) {
		Numbers date = eitherOrder(text);
		return date != null && (this.order == null || this.order == DateOrder.OPEN)
				&& DateOrder.possible(date).size() > 1;
	}

	private static Numbers numbers(Matcher yearLast) {
		return new Numbers(number(yearLast, 1), number(yearLast, 3), number(yearLast, 4),
				yearLast.group(4).length() == 2, yearLast.group(2).equals("."));
	}

	/** With single blanks. */
	private static String plain(String text) {
		String plain = text.replaceAll("[\\s\\p{Z}]+", " ").strip();
		if (!plain.isEmpty() && Character.isLetter(plain.charAt(0))) {
			plain = FROM.matcher(plain).replaceFirst("");
		}
		return WEEKDAY.matcher(plain).replaceFirst("");
	}

	/** By the order that the date itself leaves; else by that which was said. */
	private @Nullable LocalDate yearLast(Matcher matcher) {
		Numbers date = numbers(matcher);
		Set<DateOrder> possible = DateOrder.possible(date);
		DateOrder read = (possible.size() == 1) ? possible.iterator().next()
				: possible.contains(this.order) ? this.order : null;
		if (read == null || read == DateOrder.OPEN) {
			return null;
		}
		return switch (read) {
			case MONTH_FIRST -> LocalDate.of(year(matcher.group(4)), date.first(), date.second());
			case YEAR_FIRST -> LocalDate.of(year(matcher.group(1)), date.second(), date.third());
			default -> LocalDate.of(year(matcher.group(4)), date.second(), date.first());
		};
	}

	private static @Nullable LocalDate named(String year, String month, String day) {
		Integer number = NAMES.get(fold(month));
		return (number != null) ? LocalDate.of(year(year), number, Integer.parseInt(day)) : null;
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	private static int year(String text) {
		return (text.length() <= 2) ? 2000 + Integer.parseInt(text) : Integer.parseInt(text);
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
