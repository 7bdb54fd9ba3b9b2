package org.muster.calendar;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A date of an engagement: what it counts for, and why no more.
 *
 * @param asked what the allocation puts on it: none, a half or a whole day
 * @param counted what is left of that: the part that is worked and invoiced
 * @param reason why it counts, or does not
 * @param name of the public holiday or of the closing, if it is one
 */
public record Day(LocalDate date, DayCount asked, DayCount counted, Reason reason, @Nullable String name) {

	/** Why a date counts, or does not. */
	public enum Reason {

		/** It is worked. */
		WORKING('W', 'w'),

		/** A public holiday. */
		HOLIDAY('H', 'h'),

		/** One of the two companies is closed. */
		CLOSED('C', 'c'),

		/** The person is away, perhaps for half of the day only. */
		LEAVE('L', 'l'),

		/** The engagement pauses. */
		PAUSE('P', 'p'),

		/** The allocation puts nothing on this weekday. */
		NOT_ALLOCATED('-', '-');

		private final char whole;

		private final char half;

		Reason(char whole, char half) {
			this.whole = whole;
			this.half = half;
		}

	}

	/** A whole day was asked for, and half of it is leave. */
	private static final char HALF_AWAY = 'M';

	private static final DayCount HALF = new DayCount(1);

	private static final DayCount WHOLE = new DayCount(2);

	/** Whether a letter is that of a date with work. */
	static boolean isWorked(char code) {
		return code == Reason.WORKING.whole || code == Reason.WORKING.half || code == HALF_AWAY;
	}

	/** What the date takes away of what was asked. */
	public DayCount lost() {
		return new DayCount(this.asked.halves() - this.counted.halves());
	}

	/**
	 * One letter that {@link #of} reads: a capital one where a whole day was asked for.
	 */
	public char code() {
		if (this.reason == Reason.LEAVE && !this.counted.isZero()) {
			return HALF_AWAY;
		}
		return (this.asked.halves() > 1) ? this.reason.whole : this.reason.half;
	}

	/**
	 * @throws IllegalArgumentException if the letter is none of those that are written
	 */
	public static Day of(LocalDate date, char code, @Nullable String name) {
		if (code == HALF_AWAY) {
			return new Day(date, WHOLE, HALF, Reason.LEAVE, name);
		}
		for (Reason reason : Reason.values()) {
			if (code == reason.whole || code == reason.half) {
				DayCount asked = (reason == Reason.NOT_ALLOCATED) ? DayCount.ZERO
						: (code == reason.whole) ? WHOLE : HALF;
				return new Day(date, asked, (reason == Reason.WORKING) ? asked : DayCount.ZERO, reason, name);
			}
		}
		throw new IllegalArgumentException("Not the letter of a day: " + code);
	}

}
