package org.muster.talentsearch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

/** How people say a day: "from january", "1 march", "in 2 weeks", "next month", "now". */
final class DayWords {

	private static final Pattern START = Pattern.compile(
			"(?:(?:available|free|starting|start)\\s+)?(?:from|by|as of|since|starting|start|in|on)\\s+(.+)|(?:available|free)\\s+(.+)|(now|today|asap|immediately|next (?:week|month)|\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \\d{4})?|[a-z]{3,9} \\d{4}|\\d{4}-\\d{2}-\\d{2})");

	private static final Pattern MONTH = Pattern.compile(
			"(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?([a-z]{3,9})(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:\\s+(\\d{4}))?");

	private static final Pattern AHEAD = Pattern.compile("(?:in )?(\\d{1,2}) (day|week|month)s?");

	private final LocalDate today;

	DayWords(LocalDate today) {
		this.today = today;
	}

	/** From when somebody is wanted, or {@code null} for what says nothing of it. */
	@Nullable LocalDate start(String words) {
		Matcher matcher = START.matcher(words);
		if (!matcher.matches()) {
			return null;
		}
		String date = (matcher.group(1) != null) ? matcher.group(1)
				: (matcher.group(2) != null) ? matcher.group(2) : matcher.group(3);
		boolean ahead = words.startsWith("in ") || words.contains(" in ");
		boolean number = AHEAD.matcher(date).matches();
		return (ahead ? number : matcher.group(3) == null || !number) ? day(date) : null;
	}

	/** A day in words, or {@code null} for what is none. */
	@Nullable LocalDate day(String words) {
		switch (words) {
			case "now", "today", "asap", "immediately" -> {
				return this.today;
			}
			case "tomorrow" -> {
				return this.today.plusDays(1);
			}
			case "next week" -> {
				return this.today.plusDays(8L - this.today.getDayOfWeek().getValue());
			}
			case "next month" -> {
				return this.today.withDayOfMonth(1).plusMonths(1);
			}
			case "next year" -> {
				return this.today.withDayOfYear(1).plusYears(1);
			}
			default -> {
				Matcher ahead = AHEAD.matcher(words);
				if (ahead.matches()) {
					int number = Integer.parseInt(ahead.group(1));
					return switch (ahead.group(2)) {
						case "day" -> this.today.plusDays(number);
						case "week" -> this.today.plusWeeks(number);
						default -> this.today.plusMonths(number);
					};
				}
				Matcher month = MONTH.matcher(words);
				return month.matches() ? month(month) : Inputs.date(words);
			}
		}
	}

	/** The next such month or day that is not past. */
	private @Nullable LocalDate month(Matcher matcher) {
		Month month = Arrays.stream(Month.values())
			.filter((one) -> matcher.group(2)
				.equals(one.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT))
					|| matcher.group(2).equals(one.name().substring(0, 3).toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElse(null);
		if (month == null) {
			return null;
		}
		String day = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(3);
		try {
			int year = (matcher.group(4) != null) ? Integer.parseInt(matcher.group(4)) : this.today.getYear();
			LocalDate date = LocalDate.of(year, month, (day != null) ? Integer.parseInt(day) : 1);
			boolean past = (day != null) ? date.isBefore(this.today) : date.isBefore(this.today.withDayOfMonth(1));
			return (past && matcher.group(4) == null) ? date.plusYears(1) : date;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
