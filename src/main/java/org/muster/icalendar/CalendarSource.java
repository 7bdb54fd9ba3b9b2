package org.muster.icalendar;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Period;

/**
 * Where an absence comes from that was read from a calendar: as many characters as the
 * column holds.
 *
 * @param calendar 8 hexadecimal digits of the calendar
 * @param event 14 of the event
 * @param part 13 of what the event takes
 */
public record CalendarSource(String calendar, String event, String part) {

	private static final String PREFIX = AbsenceRow.FROM_CALENDAR;

	/**
	 * @param calendar what the calendar calls itself, or nothing
	 */
	static CalendarSource of(String calendar, String uid, String part) {
		return new CalendarSource(hash(calendar, 8), hash(uid, 14), hash(part, 13));
	}

	/**
	 * @return {@code null} unless an absence was read from a calendar that said which
	 * event it came from
	 */
	static @Nullable CalendarSource parse(@Nullable String text) {
		if (text == null || !text.startsWith(PREFIX) || text.length() != PREFIX.length() + 35) {
			return null;
		}
		String digits = text.substring(PREFIX.length());
		return new CalendarSource(digits.substring(0, 8), digits.substring(8, 22), digits.substring(22));
	}

	/** What tells a part of an event from its others. */
	static String partOf(AbsenceKind kind, DaysTaken.Stretch stretch) {
		Period period = stretch.period();
		return kind + " " + period.from() + " " + period.to() + " " + stretch.allocation()
				+ (stretch.afternoon() ? " afternoon" : "");
	}

	/** The same event of the same calendar, but another part of it. */
	CalendarSource with(String other) {
		return new CalendarSource(this.calendar, this.event, hash(other, 13));
	}

	private static String hash(String text, int digits) {
		return DigestUtils.sha256Hex(text).substring(0, digits);
	}

	@Override
	public String toString() {
		return PREFIX + this.calendar + this.event + this.part;
	}

}
