package org.muster.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days as people write them: {@code 2027-03-01}, {@code 1.3.2027}, {@code 1st of March},
 * {@code March 1, 2027}, {@code mid-March}, {@code Q2 2027}. Between day and month the
 * day stands first, as in Europe, unless it cannot.
 */
final class Dates {

	private static final Map<String, Integer> MONTHS = months();

	private static final String MONTH = "(?:" + String.join("|", MONTHS.keySet().stream().map(Pattern::quote).toList())
			+ ")";

	private static final Pattern DATE = SpelledNumbers.pattern("(?<![\\p{L}\\d])(?:(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)"
			+ "|(?<d>\\d{1,2})[./-](?<m>\\d{1,2})[./-](?<y>\\d{4})(?!\\d)"
			+ "|(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|º)?\\s+(?:of\\s+|de\\s+)?(?<month>" + MONTH
			+ ")(?!\\p{L})\\.?(?:,?\\s+(?:de\\s+)?(?<year>\\d{4}))?"
			+ "|(?<part>(?:the )?(?:first|second|third|last) week of|early|mid|late|the beginning of|beginning of|start of|the start of|middle of|end of|the end of|anfang|mitte|ende)?[- ]?(?<name>"
			+ MONTH
			+ ")(?!\\p{L})\\.?(?:\\s+(?<nday>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\s*(?:–|-|to)?\\s*(?:days|months|weeks|people)))?(?:,?\\s+(?<nyear>\\d{4}))?"
			+ "|(?<q>q[1-4]|(?:first|second|third|fourth) quarter)(?:\\s+(?:of\\s+)?(?<qyear>\\d{4}))?(?!\\p{L})"
			+ "|(?<next>next month|next week)(?!\\p{L}))");

	private final LocalDate today;

	Dates(LocalDate today) {
		this.today = today;
	}

	/**
	 * @param first the first day that may be meant
	 * @param last the last
	 * @param exact whether the text names the day
	 * @param start where it stands, in characters
	 */
	record Said(LocalDate first, LocalDate last, boolean exact, int start, int end) {
	}

	List<Said> within(String text) {
		List<Said> found = new ArrayList<>();
		Matcher matcher = DATE.matcher(text);
		while (matcher.find()) {
			Said said = said(matcher);
			if (said != null) {
				found.add(said);
			}
		}
		return found;
	}

	private @Nullable Said said(Matcher matcher) {
		try {
			if (matcher.group("iso") != null) {
				return exact(LocalDate.parse(matcher.group("iso")), matcher);
			}
			if (matcher.group("d") != null) {
				int day = Integer.parseInt(matcher.group("d"));
				int month = Integer.parseInt(matcher.group("m"));
				int year = Integer.parseInt(matcher.group("y"));
				return exact((month > 12) ? LocalDate.of(year, day, month) : LocalDate.of(year, month, day), matcher);
			}
			if (matcher.group("day") != null) {
				return day(matcher, "day", "month", "year");
			}
			if (matcher.group("name") != null) {
				return named(matcher);
			}
			if (matcher.group("q") != null) {
				return quarter(matcher);
			}
			LocalDate first = matcher.group("next").endsWith("month") ? this.today.plusMonths(1).withDayOfMonth(1)
					: this.today.plusDays(8L - this.today.getDayOfWeek().getValue());
			return new Said(first, first, false, matcher.start(), matcher.end());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Said exact(LocalDate date, Matcher matcher) {
		return new Said(date, date, true, matcher.start(), matcher.end());
	}

	private Said day(Matcher matcher, String day, String month, String year) {
		int number = month(matcher.group(month));
		int of = Integer.parseInt(matcher.group(day));
		String said = matcher.group(year);
		LocalDate date = (said != null) ? LocalDate.of(Integer.parseInt(said), number, of)
				: next(LocalDate.of(this.today.getYear(), number, of));
		return exact(date, matcher);
	}

	private static int month(String name) {
		return Objects.requireNonNull(MONTHS.get(name.toLowerCase(Locale.ROOT)), name);
	}

	private LocalDate next(LocalDate date) {
		return date.isBefore(this.today) ? date.plusYears(1) : date;
	}

	/** "May" is a month where it has its capital, and a verb otherwise. */
	private @Nullable Said named(Matcher matcher) {
		String name = matcher.group("name");
		if (name.equals("may") || name.equals("mar") || name.equals("sep") || name.equals("mai")
				|| name.equals("dec")) {
			return null;
		}
		if (matcher.group("nday") != null) {
			return day(matcher, "nday", "name", "nyear");
		}
		int month = month(name);
		String year = matcher.group("nyear");
		YearMonth said = (year != null) ? YearMonth.of(Integer.parseInt(year), month)
				: YearMonth.from(next(YearMonth.of(this.today.getYear(), month).atEndOfMonth()));
		String part = (matcher.group("part") != null) ? matcher.group("part").toLowerCase(Locale.ROOT) : "";
		if (part.endsWith("week of")) {
			int week = part.contains("first") ? 0 : part.contains("second") ? 1 : part.contains("third") ? 2 : 3;
			LocalDate day = said.atDay(1 + 7 * week);
			return new Said(day, day.plusDays(6), false, matcher.start("part"), matcher.end());
		}
		LocalDate first = part.matches("mid|.*middle.*|mitte") ? said.atDay(15)
				: part.matches("late|.*end.*") ? said.atDay(25) : said.atDay(1);
		LocalDate last = part.matches("early|.*(?:beginning|start|anfang).*") ? said.atDay(7)
				: part.matches("mid|.*middle.*|mitte") ? said.atDay(15) : said.atEndOfMonth();
		return new Said(first, last, false,
				(matcher.group("part") != null) ? matcher.start("part") : matcher.start("name"), matcher.end());
	}

	private Said quarter(Matcher matcher) {
		String said = matcher.group("q").toLowerCase(Locale.ROOT);
		int quarter = said.startsWith("q") ? said.charAt(1) - '0'
				: List.of("first", "second", "third", "fourth").indexOf(said.split(" ")[0]) + 1;
		int year = (matcher.group("qyear") != null) ? Integer.parseInt(matcher.group("qyear"))
				: next(YearMonth.of(this.today.getYear(), quarter * 3).atEndOfMonth()).getYear();
		return new Said(LocalDate.of(year, quarter * 3 - 2, 1), YearMonth.of(year, quarter * 3).atEndOfMonth(), false,
				matcher.start(), matcher.end());
	}

	/** In full and short, the longest first. */
	private static Map<String, Integer> months() {
		Map<String, Integer> months = new LinkedHashMap<>();
		for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
			// Short names of other languages are English words: out, ago, set.
			for (String language : (style == TextStyle.FULL) ? List.of("en", "de", "fr", "es", "pt") : List.of("en")) {
				for (Month month : Month.values()) {
					String name = month.getDisplayName(style, Locale.forLanguageTag(language))
						.toLowerCase(Locale.ROOT)
						.replace(".", "");
					months.putIfAbsent(name, month.getValue());
				}
			}
		}
		months.put("sept", 9);
		Map<String, Integer> sorted = new LinkedHashMap<>();
		months.keySet()
			.stream()
			.sorted((one, other) -> other.length() - one.length())
			.forEach((name) -> sorted.put(name, months.get(name)));
		return sorted;
	}

}
