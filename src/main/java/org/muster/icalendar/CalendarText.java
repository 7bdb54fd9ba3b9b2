package org.muster.icalendar;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import biweekly.component.ICalComponent;
import org.jspecify.annotations.Nullable;
import org.muster.icalendar.CalendarContents.Skipped;

/**
 * The text of a calendar file, before the library reads it: the library takes the end of
 * the file for the end of whatever is open, 31 February for 3 March, and a rule that it
 * does not know for a yearly one.
 */
final class CalendarText {

	/** Stand in the place of properties that cannot be read, by their reason. */
	private static final Map<Skipped, String> UNREAD = Map.of(Skipped.DATE, "X-MUSTER-DATE", Skipped.RULE,
			"X-MUSTER-RULE");

	/** In quotes a name of a zone may hold a colon. */
	private static final Pattern PROPERTY = Pattern.compile("([\\w-]+)((?:;(?:[^\":]|\"[^\"]*\")*)?):(.*)",
			Pattern.DOTALL);

	private static final Pattern TIME = Pattern
		.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2}):?(\\d{2})Z?)?");

	private static final Pattern LENGTH = Pattern
		.compile("[+-]?P(?=.)(?:\\d{1,6}W)?(?:\\d{1,6}D)?(?:T(?=.)(?:\\d{1,8}H)?(?:\\d{1,8}M)?(?:\\d{1,8}S)?)?");

	private static final String BEGIN = "BEGIN:";

	private static final String END = "END:";

	private CalendarText() {
	}

	/**
	 * Takes away from the library what it would guess.
	 * @throws UnreadableCalendar if the text is no calendar, or a part of one
	 */
	static String checked(String text) throws UnreadableCalendar {
		List<String> lines = text.strip().lines().toList();
		if (lines.isEmpty() || !isLine(lines.get(0), BEGIN + "VCALENDAR")) {
			throw new UnreadableCalendar("icalendar.none");
		}
		Deque<String> open = new ArrayDeque<>();
		boolean old = false;
		StringBuilder checked = new StringBuilder();
		for (String line : unfolded(lines)) {
			if (starts(line, BEGIN)) {
				open.push(name(line));
			}
			else if (starts(line, END) && open.contains(name(line)) && !open.pop().equals(name(line))) {
				throw new UnreadableCalendar("icalendar.cut");
			}
			old = starts(line, "VERSION:") ? isLine(line, "VERSION:1.0") : old;
			boolean event = "VEVENT".equals(open.peek()) || "VFREEBUSY".equals(open.peek());
			checked.append(event ? marked(line, old) : line).append("\r\n");
		}
		if (!open.isEmpty() || !isLine(lines.get(lines.size() - 1), END + "VCALENDAR")) {
			throw new UnreadableCalendar("icalendar.cut");
		}
		return checked.toString();
	}

	/**
	 * Why an event cannot be read.
	 * @param event of a calendar whose text was checked
	 * @return {@code null} if it can
	 */
	static @Nullable Skipped problem(ICalComponent event) {
		return UNREAD.entrySet()
			.stream()
			.filter((mark) -> event.getExperimentalProperty(mark.getValue()) != null)
			.map(Map.Entry::getKey)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/** A line that begins with a space goes on with the line before it. */
	private static List<String> unfolded(List<String> lines) {
		List<String> unfolded = new ArrayList<>();
		StringBuilder open = new StringBuilder();
		for (String line : lines) {
			if (line.startsWith(" ") || line.startsWith("\t")) {
				open.append(line, 1, line.length());
				continue;
			}
			unfolded.add(open.toString());
			open = new StringBuilder(line);
		}
		unfolded.add(open.toString());
		return unfolded.stream().filter((line) -> !line.isEmpty()).toList();
	}

	/**
	 * @param old whether rules are written as in vCalendar 1.0, of which the library
	 * guesses nothing
	 */
	private static String marked(String line, boolean old) {
		Matcher property = PROPERTY.matcher(line);
		if (!property.matches()) {
			return line;
		}
		String value = property.group(3).strip();
		Skipped problem = switch (property.group(1).toUpperCase(Locale.ROOT)) {
			case "DTSTART", "DTEND", "RECURRENCE-ID" -> isTime(value) ? null : Skipped.DATE;
			case "DURATION" -> LENGTH.matcher(value).matches() ? null : Skipped.DATE;
			case "EXDATE", "RDATE", "FREEBUSY" ->
				Stream.of(value.split("[,;]")).map(String::strip).allMatch(CalendarText::isTimeOrPeriod) ? null
						: Skipped.DATE;
			case "RRULE", "EXRULE" -> (old || RuleText.isReadable(value)) ? null : Skipped.RULE;
			default -> null;
		};
		return (problem != null) ? UNREAD.get(problem) + ":" + value : line;
	}

	private static boolean isTimeOrPeriod(String value) {
		int end = value.indexOf('/') + 1;
		return value.isEmpty() || ((end > 0)
				? isTime(value.substring(0, end - 1))
						&& (isTime(value.substring(end)) || LENGTH.matcher(value.substring(end)).matches())
				: isTime(value));
	}

	/** A date of the calendar, or a time of it; a minute can have a second more. */
	static boolean isTime(String value) {
		Matcher time = TIME.matcher(value);
		if (!time.matches()) {
			return false;
		}
		int month = Integer.parseInt(time.group(2));
		int day = Integer.parseInt(time.group(3));
		boolean date = month >= 1 && month <= 12 && day >= 1
				&& day <= YearMonth.of(Integer.parseInt(time.group(1)), month).lengthOfMonth();
		return date && (time.group(4) == null || (Integer.parseInt(time.group(4)) <= 23
				&& Integer.parseInt(time.group(5)) <= 59 && Integer.parseInt(time.group(6)) <= 60));
	}

	/** Of a component that begins or ends. */
	private static String name(String line) {
		return line.substring(line.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
	}

	private static boolean isLine(String line, String expected) {
		return line.strip().equalsIgnoreCase(expected);
	}

	private static boolean starts(String line, String start) {
		return line.regionMatches(true, 0, start, 0, start.length());
	}

}
