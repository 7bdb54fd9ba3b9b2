package org.muster.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a holiday is, year by year: {@code 0501} on a day of every year, {@code 20270317}
 * once, {@code E+1} and {@code O+1} so many days after Western and Orthodox Easter,
 * {@code 2MON10} the second Monday of October and {@code -1MON05} the last of May,
 * {@code 4THU11+1} the day after the fourth Thursday of November. {@code @2026} behind
 * it: from that year on.
 *
 * @param since the first year in which it may have a date
 * @param until the last one; {@link #ALWAYS} unless it has one date only
 */
record DateRule(int since, int until, IntFunction<Optional<LocalDate>> dates) {

	static final int ALWAYS = Integer.MAX_VALUE;

	private static final Pattern ONCE = Pattern.compile("(\\d{4})\\d{4}");

	private static final Pattern WEEKDAY = Pattern.compile("(-?\\d)([A-Z]{3})(\\d\\d)(\\+\\d)?");

	/**
	 * @throws IllegalArgumentException if it is no rule
	 */
	static DateRule parse(String text) {
		String[] parts = text.split("@");
		Matcher once = ONCE.matcher(parts[0]);
		return new DateRule((parts.length > 1) ? Integer.parseInt(parts[1]) : 0,
				once.matches() ? Integer.parseInt(once.group(1)) : ALWAYS, dates(parts[0]));
	}

	private static IntFunction<Optional<LocalDate>> dates(String rule) {
		Matcher weekday = WEEKDAY.matcher(rule);
		if (ONCE.matcher(rule).matches()) {
			LocalDate once = LocalDate.parse(rule, DateTimeFormatter.BASIC_ISO_DATE);
			return (year) -> Optional.of(once).filter((date) -> date.getYear() == year);
		}
		if (rule.matches("\\d{4}")) {
			return yearly(Integer.parseInt(rule.substring(0, 2)), Integer.parseInt(rule.substring(2)));
		}
		if (rule.matches("[EO][+-]\\d+")) {
			int days = Integer.parseInt(rule.substring(1));
			boolean western = rule.startsWith("E");
			return (year) -> Optional.of((western ? easter(year) : orthodoxEaster(year)).plusDays(days));
		}
		if (weekday.matches()) {
			int later = (weekday.group(4) != null) ? Integer.parseInt(weekday.group(4)) : 0;
			return nth(Integer.parseInt(weekday.group(1)), weekday(weekday.group(2)),
					Month.of(Integer.parseInt(weekday.group(3))), later);
		}
		throw new IllegalArgumentException("Not a rule for dates: " + rule);
	}

	/** No date in years that do not have the day. */
	private static IntFunction<Optional<LocalDate>> yearly(int month, int day) {
		return (year) -> {
			try {
				return Optional.of(LocalDate.of(year, month, day));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		};
	}

	private static IntFunction<Optional<LocalDate>> nth(int ordinal, DayOfWeek weekday, Month month, int later) {
		return (year) -> Optional.of(LocalDate.of(year, month, 1)
			.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday))
			.plusDays(later));
	}

	private static DayOfWeek weekday(String text) {
		for (DayOfWeek day : DayOfWeek.values()) {
			if (day.name().startsWith(text)) {
				return day;
			}
		}
		throw new IllegalArgumentException("Not a weekday: " + text);
	}

	/** The date in a year, if it has one. */
	Optional<LocalDate> in(int year) {
		return (year < this.since) ? Optional.empty() : this.dates.apply(year);
	}

	/** By the Gregorian computus of Meeus, Jones and Butcher. */
	private static LocalDate easter(int year) {
		int a = year % 19;
		int b = year / 100;
		int c = year % 100;
		int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
		int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
		int m = (a + 11 * h + 22 * l) / 451;
		int days = h + l - 7 * m + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1);
	}

	/** By the Julian computus of Meeus, on its day in the Gregorian calendar. */
	private static LocalDate orthodoxEaster(int year) {
		int d = (19 * (year % 19) + 15) % 30;
		int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
		int days = d + e + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(year / 100 - year / 400 - 2);
	}

}
