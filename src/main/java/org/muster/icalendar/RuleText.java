package org.muster.icalendar;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a rule by which an event comes again, RFC 5545, section 3.3.10. The library
 * leaves out what it cannot read of a rule, and so comes to another one.
 */
final class RuleText {

	private static final Predicate<String> WEEKDAY = matching("SU|MO|TU|WE|TH|FR|SA");

	private static final Map<String, Predicate<String>> PARTS = Map.ofEntries(
			Map.entry("FREQ", matching("SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY")),
			Map.entry("UNTIL", CalendarText::isTime), Map.entry("COUNT", number(1, Integer.MAX_VALUE)),
			Map.entry("INTERVAL", number(1, 1_000_000)), Map.entry("BYSECOND", all(number(0, 60))),
			Map.entry("BYMINUTE", all(number(0, 59))), Map.entry("BYHOUR", all(number(0, 23))),
			Map.entry("BYDAY", all(matching("([+-]?0*[1-9]\\d?)?(SU|MO|TU|WE|TH|FR|SA)"))),
			Map.entry("BYMONTHDAY", all(fromEitherEnd(31))), Map.entry("BYYEARDAY", all(fromEitherEnd(366))),
			Map.entry("BYWEEKNO", all(fromEitherEnd(53))), Map.entry("BYMONTH", all(number(1, 12))),
			Map.entry("BYSETPOS", all(fromEitherEnd(366))), Map.entry("WKST", WEEKDAY));

	private RuleText() {
	}

	/**
	 * Whether every part of a rule is one that we know, and stands there once. Parts that
	 * programs add for themselves mean nothing to others.
	 */
	static boolean isReadable(String rule) {
		Set<String> names = new HashSet<>();
		for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
			String name = part.contains("=") ? part.substring(0, part.indexOf('=')).strip() : part.strip();
			Predicate<String> known = PARTS.get(name);
			boolean extra = part.isBlank() || name.startsWith("X-");
			if (!extra && (known == null || !names.add(name)
					|| !known.test(part.substring(part.indexOf('=') + 1).strip()))) {
				return false;
			}
		}
		return names.contains("FREQ");
	}

	private static Predicate<String> matching(String pattern) {
		return Pattern.compile(pattern).asMatchPredicate();
	}

	private static Predicate<String> number(int least, int most) {
		return matching("\\+?\\d{1,10}")
			.and((value) -> Long.parseLong(value) >= least && Long.parseLong(value) <= most);
	}

	/** Such as the last day of a month, which is -1. */
	private static Predicate<String> fromEitherEnd(int most) {
		Predicate<String> number = number(1, most);
		return (value) -> number.test(value.startsWith("-") ? value.substring(1) : value);
	}

	private static Predicate<String> all(Predicate<String> one) {
		return (values) -> Stream.of(values.split(",", -1)).map(String::strip).allMatch(one);
	}

}
