package org.muster.availability;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.muster.calendar.Allocation;
import org.muster.calendar.Workdays;

/**
 * Finds the first day on which a person can start work that takes so many days of every
 * week of some place. Matches, the pool, drafts and teams all ask here.
 * <p>
 * A person can start on a day at n days a week if
 * <ul>
 * <li>something of that day is neither booked nor leave; a start on a weekend, a public
 * holiday or a company closure is one on the first day after it;</li>
 * <li>in every week, what is booked from that day to the end of the work leaves at least
 * n of the days that are worked in the place: Monday to Friday in most, Sunday to
 * Thursday in some. Days of the first and of the last week that lie outside of the work
 * count as free, so that a week which the work cuts short fails nobody;</li>
 * <li>leave takes no more than a fifth of what is not booked in that time.</li>
 * </ul>
 * Booked are engagements, firm holds, and leave of more than {@value #LONG_LEAVE} days
 * from its first to its last, such as every Friday of a year. Shorter leave is absence
 * within the engagement: its days are not worked and not invoiced. Offers that nobody has
 * answered take nothing. Within the work, public holidays are neither asked nor free.
 * <p>
 * Days are numbers since 1970, and a person's calendar is three numbers an entry, since
 * there may be 100,000 people to look at: see {@link #pack}.
 */
public final class StartFinder {

	/** There is no such day, or no such end. */
	public static final int NEVER = Integer.MAX_VALUE;

	/** The most half days of a week that work takes. */
	public static final int WEEK = 10;

	/** The longest leave that is absence within an engagement, in days. */
	static final int LONG_LEAVE = 28;

	/** How many numbers an entry of a calendar takes. */
	public static final int ENTRY = 3;

	private static final int DAYS = WorkWeek.DAYS;

	/** Of what is not booked, leave may take one part in so many. */
	private static final int LEAVE_SHARE = 5;

	private static final int LEAVE = 1 << 2 * DAYS;

	/** Some Monday. */
	private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

	private final WorkWeek week;

	private final NextWorkday next;

	private final int end;

	private final int length;

	/**
	 * @param workdays the days on which the work can start
	 * @param end the last day of the work, or {@link #NEVER} where only its length is
	 * known
	 * @param length the days from the start to the last day, the start itself not counted
	 */
	public StartFinder(Workdays workdays, int end, int length) {
		this(WorkWeek.of(workdays.place()), new NextWorkday(workdays), end, length);
	}

	private StartFinder(WorkWeek week, NextWorkday next, int end, int length) {
		this.week = week;
		this.next = next;
		this.end = end;
		this.length = length;
	}

	/** The same for work of another length. */
	public StartFinder lasting(int length) {
		return new StartFinder(this.week, this.next, this.end, length);
	}

	/**
	 * For each absence that takes a person's time for certain its first day, its last day
	 * and its half days by weekday, two bits each from Monday on: how many of what is
	 * booked, and which of leave.
	 */
	public static int[] pack(List<AbsenceRow> absences) {
		return absences.stream()
			.filter((absence) -> absence.kind().isFirm() && booked(absence.allocation()) > 0)
			.flatMapToInt((absence) -> IntStream.of(day(absence.startsOn()), day(absence.endsOn()),
					isWithin(absence) ? LEAVE | away(absence) : booked(absence.allocation())))
			.toArray();
	}

	private static boolean isWithin(AbsenceRow absence) {
		return absence.kind() == AbsenceKind.LEAVE && day(absence.endsOn()) - day(absence.startsOn()) < LONG_LEAVE;
	}

	private static int booked(Allocation allocation) {
		return mask(allocation, (halves) -> halves);
	}

	/** Mornings are the first of two bits, afternoons the second. */
	private static int away(AbsenceRow leave) {
		return mask(leave.allocation(), (halves) -> (halves == 2) ? 0b11 : leave.afternoon() ? 0b10 : 0b01);
	}

	private static int mask(Allocation allocation, IntUnaryOperator bits) {
		int mask = 0;
		for (int weekday = 0; weekday < DAYS; weekday++) {
			int halves = allocation.away(MONDAY.plusDays(weekday)).halves();
			mask |= (halves > 0) ? bits.applyAsInt(halves) << 2 * weekday : 0;
		}
		return mask;
	}

	public static int day(LocalDate date) {
		return (int) date.toEpochDay();
	}

	/** The day itself, or the first one after a weekend and holidays. */
	public int workday(int day) {
		return this.next.from(day);
	}

	/** The last day of the work if it starts on a day. */
	public int end(int start) {
		return (int) Math.min(this.end, (long) workday(start) + this.length);
	}

	/** Whether anything in a calendar lies within the work if it starts on a day. */
	public boolean touches(int start, int[] calendar, int from, int to) {
		int last = end(start);
		for (int at = from; at < to; at += ENTRY) {
			if (calendar[at] <= last && calendar[at + 1] >= start) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The first day on which a person can start.
	 * @param halves half days of every week, 1 to {@link #WEEK}
	 * @param first the first day to look at
	 * @param last the last day to look at
	 * @param calendar entries of many people, the person's between two places
	 * @return {@link #NEVER} if there is none
	 */
	public int earliest(int halves, int first, int last, int[] calendar, int from, int to) {
		int room = this.week.halves() - halves;
		int day = first;
		while (day <= last && workday(day) <= end(day)) {
			int full = lastFullWeek(workday(day), room, calendar, from, to);
			if (full != NEVER) {
				// Whatever starts before that week ends in it or later.
				day = Math.max(day + 1, full);
			}
			else if (canStart(workday(day), calendar, from, to)) {
				return day;
			}
			else {
				day++;
			}
		}
		return NEVER;
	}

	/**
	 * The first day, from one on, from which so many half days of every week are free.
	 * There is one if the work may end whenever: all calendars end.
	 */
	public int earliest(int halves, int first, int[] calendar, int from, int to) {
		return earliest(halves, first, after(first, calendar, from, to), calendar, from, to);
	}

	/** With how many half days of every week a person can start on a day; 0 for none. */
	public int halvesFrom(int day, int[] calendar, int from, int to) {
		int start = workday(day);
		return (start <= end(day) && canStart(start, calendar, from, to)) ? perWeek(day, calendar, from, to) : 0;
	}

	private boolean canStart(int workday, int[] calendar, int from, int to) {
		return isFree(workday, calendar, from, to) && isLeaveTolerated(workday, calendar, from, to);
	}

	/** How many half days of every week are left if the work starts on a day. */
	public int perWeek(int start, int[] calendar, int from, int to) {
		int first = workday(start);
		int last = end(start);
		int begin = last;
		int until = first - 1;
		for (int at = from; at < to; at += ENTRY) {
			if (isBooked(calendar, at, first, last)) {
				begin = Math.min(begin, Math.max(first, calendar[at]));
				until = Math.max(until, Math.min(last, calendar[at + 1]));
			}
		}
		int left = WEEK;
		for (int begins = this.week.begin(begin); begins <= until; begins += DAYS) {
			left = Math.min(left, this.week.halves() - booked(begins, first, last, calendar, from, to));
		}
		return left;
	}

	private static boolean isBooked(int[] calendar, int at, int first, int last) {
		return (calendar[at + 2] & LEAVE) == 0 && calendar[at] <= last && calendar[at + 1] >= first;
	}

	/** A day from which on nothing stands in a calendar, no earlier than another. */
	static int after(int first, int[] calendar, int from, int to) {
		int after = first;
		for (int at = from; at < to; at += ENTRY) {
			after = Math.max(after, calendar[at + 1] + 1);
		}
		return after;
	}

	/** Half days that are booked on a day. */
	static int booked(int day, int[] calendar) {
		return on(day, false, calendar, 0, calendar.length);
	}

	/** The first day of the last week in which more is booked than there is room for. */
	private int lastFullWeek(int start, int room, int[] calendar, int from, int to) {
		int last = end(start);
		int begin = NEVER;
		int until = Integer.MIN_VALUE;
		int most = 0;
		for (int at = from; at < to; at += ENTRY) {
			if (isBooked(calendar, at, start, last)) {
				begin = Math.min(begin, calendar[at]);
				until = Math.max(until, calendar[at + 1]);
				most += WorkWeek.sum(this.week.of(calendar[at + 2]));
			}
		}
		if (most <= room) {
			return NEVER;
		}
		until = Math.min(until, last);
		begin = Math.max(begin, start);
		for (int begins = this.week.begin(until); begins > begin - DAYS; begins -= DAYS) {
			if (booked(begins, start, last, calendar, from, to) > room) {
				return begins;
			}
		}
		return NEVER;
	}

	/** Half days that are booked in the part of a week that lies in some time. */
	private int booked(int begins, int first, int last, int[] calendar, int from, int to) {
		int booked = 0;
		for (int at = from; at < to; at += ENTRY) {
			if ((calendar[at + 2] & LEAVE) == 0) {
				int begin = Math.max(0, Math.max(first, calendar[at]) - begins);
				int end = Math.min(DAYS - 1, Math.min(last, calendar[at + 1]) - begins);
				if (begin <= end) {
					booked = together(booked, this.week.of(calendar[at + 2]) & between(begin, end));
				}
			}
		}
		return WorkWeek.sum(booked);
	}

	private static int between(int begin, int end) {
		return (1 << 2 * (end + 1)) - (1 << 2 * begin);
	}

	/** No day has more than two halves. */
	private static int together(int one, int other) {
		if (one == 0) {
			return other;
		}
		int sum = 0;
		for (int bit = 0; bit < 2 * DAYS; bit += 2) {
			sum |= Math.min(2, (one >> bit & 3) + (other >> bit & 3)) << bit;
		}
		return sum;
	}

	private static int on(int day, boolean leave, int[] calendar, int from, int to) {
		int halves = 0;
		for (int at = from; at < to; at += ENTRY) {
			if ((calendar[at + 2] & LEAVE) != 0 == leave && calendar[at] <= day && calendar[at + 1] >= day) {
				int own = calendar[at + 2] >> 2 * WorkWeek.weekday(day) & 3;
				halves = leave ? halves | own : Math.min(2, halves + own);
			}
		}
		return leave ? Integer.bitCount(halves) : halves;
	}

	private static boolean isFree(int workday, int[] calendar, int from, int to) {
		return on(workday, false, calendar, from, to) + on(workday, true, calendar, from, to) < 2;
	}

	private boolean isLeaveTolerated(int start, int[] calendar, int from, int to) {
		int last = end(start);
		boolean away = false;
		for (int at = from; at < to; at += ENTRY) {
			away |= (calendar[at + 2] & LEAVE) != 0 && calendar[at] <= last && calendar[at + 1] >= start;
		}
		int left = 0;
		int leave = 0;
		for (int day = start; away && day <= last; day++) {
			if (this.week.isWorked(day)) {
				int free = 2 - on(day, false, calendar, from, to);
				left += free;
				leave += Math.min(free, on(day, true, calendar, from, to));
			}
		}
		return leave * LEAVE_SHARE <= left;
	}

}
