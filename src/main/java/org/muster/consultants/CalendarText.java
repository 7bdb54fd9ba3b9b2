package org.muster.consultants;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The text of a calendar file, before the library reads it: the library takes the end of
 * the file for the end of whatever is open.
 */
final class CalendarText {

	private static final String BEGIN = "BEGIN:";

	private static final String END = "END:";

	private CalendarText() {
	}

	/**
	 * @throws UnreadableCalendar if the text is no calendar, or a part of one
	 */
	static String checked(String text) throws UnreadableCalendar {
		List<String> lines = text.strip().lines().toList();
		if (lines.isEmpty() || !isLine(lines.get(0), BEGIN + "VCALENDAR")) {
			throw new UnreadableCalendar("consultants.calendar.none");
		}
		Deque<String> open = new ArrayDeque<>();
		for (String line : lines) {
			if (starts(line, BEGIN)) {
				open.push(name(line));
			}
			else if (starts(line, END) && open.contains(name(line)) && !open.pop().equals(name(line))) {
				throw new UnreadableCalendar("consultants.calendar.cut");
			}
		}
		if (!open.isEmpty() || !isLine(lines.get(lines.size() - 1), END + "VCALENDAR")) {
			throw new UnreadableCalendar("consultants.calendar.cut");
		}
		return String.join("\r\n", lines);
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
