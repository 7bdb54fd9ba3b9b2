package org.muster.matching;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.AbsenceRow;
import org.muster.requests.Schedule;

/**
 * When the work is to be done. Of all days on which a person could start, the best
 * counts: the share of the half days asked that is free from then to the end of the work,
 * times what is left of it where the start is too late, which fades to nothing over the
 * days of grace.
 */
final class Window {

	private static final int WEEK = 10;

	private static final int TURNS = 6;

	private final int earliest;

	private final int latest;

	private final int grace;

	/** The last day of the work, or nothing where a number of days is asked. */
	private final int end;

	private final int length;

	private final int halvesPerWeek;

	private final int leastFree;

	/**
	 * @param leastFree what has to be free for the person to fit, in thousandths
	 */
	Window(Schedule schedule, int grace, int leastFree) {
		this.earliest = day(schedule.earliestStart());
		this.latest = day(schedule.latestStart());
		this.grace = Math.max(1, grace);
		LocalDate fixed = schedule.end();
		this.end = (fixed != null) ? day(fixed) : Integer.MAX_VALUE;
		this.length = day(schedule.expectedEnd()) - this.earliest;
		this.halvesPerWeek = schedule.daysPerWeek().halves();
		this.leastFree = leastFree;
	}

	/**
	 * The best of the starts.
	 *
	 * @param fraction in thousandths
	 * @param share what is free from that start on, in thousandths
	 * @param day the start, since 1970
	 * @param fits whether some start is in time and leaves enough
	 */
	record Start(int fraction, int share, int day, boolean fits) {
	}

	static int day(LocalDate date) {
		return (int) date.toEpochDay();
	}

	/**
	 * First day, last day and half days a week of what takes a person's time for certain.
	 */
	static int[] taken(List<AbsenceRow> absences) {
		return absences.stream()
			.filter((absence) -> absence.kind().isFirm())
			.flatMapToInt((absence) -> java.util.stream.IntStream.of(day(absence.startsOn()), day(absence.endsOn()),
					absence.allocation().perWeek().halves()))
			.toArray();
	}

	int late(int day) {
		return Math.max(0, day - this.latest);
	}

	Start best(int availableFrom, int[] taken, int from, int to) {
		int first = Math.max(availableFrom, this.earliest);
		if (from == to || !touches(taken, from, to, first)) {
			// Nothing is taken: to start at once is best, and no number to count down
			// from.
			int fraction = (first <= this.end) ? inTime(first) : 0;
			return new Start(fraction, Fractions.FULL, first, first <= this.latest);
		}
		Start best = new Start(0, 0, first, false);
		boolean fits = false;
		for (int at = from; at < to; at += 3) {
			for (int turn = 0; turn < TURNS; turn++) {
				int day = turn(taken, at, turn, first);
				if (isInTime(day, first)) {
					Start start = start(day, taken, from, to);
					fits |= start.share() >= this.leastFree;
					best = better(best, start);
				}
			}
		}
		for (int day = Math.max(first, this.latest + 1); day <= Math.min(this.latest + this.grace, this.end); day++) {
			best = better(best, start(day, taken, from, to));
		}
		return new Start(best.fraction(), best.share(), best.day(), fits);
	}

	/** What starting on one day gives, whether or not another is better. */
	Start from(int day, int[] taken) {
		return (day <= this.end) ? start(day, taken, 0, taken.length) : new Start(0, 0, day, false);
	}

	private Start start(int day, int[] taken, int from, int to) {
		int share = share(day, taken, from, to);
		return new Start(inTime(day) * share / Fractions.FULL, share, day, false);
	}

	private static Start better(Start one, Start other) {
		return (other.fraction() > one.fraction() || other.fraction() == one.fraction() && other.day() < one.day())
				? other : one;
	}

	/**
	 * In time, what is free from a day on is at its highest on the first day, on the
	 * last, or where something that takes time ends or begins, at the start of the work
	 * or at its end: between those it only rises or only falls.
	 */
	private int turn(int[] taken, int at, int turn, int first) {
		return switch (turn) {
			case 0 -> first;
			case 1 -> Math.min(this.latest, this.end);
			case 2 -> taken[at + 1] + 1;
			case 3 -> taken[at];
			case 4 -> taken[at] - this.length - 1;
			default -> taken[at + 1] - this.length;
		};
	}

	private boolean isInTime(int day, int first) {
		return day >= first && day <= Math.min(this.latest, this.end);
	}

	/** Whether enough is free from some start in time, without the rest. */
	boolean fits(int availableFrom, int[] taken, int from, int to) {
		int first = Math.max(availableFrom, this.earliest);
		if (first > this.latest) {
			return false;
		}
		if (from == to || !touches(taken, from, to, first)) {
			return true;
		}
		for (int at = from; at < to; at += 3) {
			for (int turn = 0; turn < TURNS; turn++) {
				int day = turn(taken, at, turn, first);
				if (isInTime(day, first) && share(day, taken, from, to) >= this.leastFree) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean touches(int[] taken, int from, int to, int first) {
		int last = Math.min(this.end, this.latest + this.grace + this.length);
		for (int at = from; at < to; at += 3) {
			if (taken[at] <= last && taken[at + 1] >= first) {
				return true;
			}
		}
		return false;
	}

	private int inTime(int day) {
		return Math.max(0, Fractions.FULL - late(day) * Fractions.FULL / this.grace);
	}

	private int share(int start, int[] taken, int from, int to) {
		int last = Math.min(this.end, start + this.length);
		int days = last - start + 1;
		int free = days * WEEK;
		for (int at = from; at < to; at += 3) {
			int overlap = Math.min(last, taken[at + 1]) - Math.max(start, taken[at]) + 1;
			if (overlap > 0) {
				free -= overlap * taken[at + 2];
			}
		}
		return (int) Math.min(Fractions.FULL, Math.max(0L, free) * Fractions.FULL / ((long) days * this.halvesPerWeek));
	}

	static @Nullable Window of(Demand demand, MatchingSettings settings) {
		Schedule schedule = demand.schedule();
		return (schedule != null) ? new Window(schedule, settings.grace(), settings.leastFree() * 10) : null;
	}

}
