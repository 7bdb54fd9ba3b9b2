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
		for (int day = first; day <= Math.min(this.latest + this.grace, this.end); day++) {
			int share = share(day, taken, from, to);
			int fraction = inTime(day) * share / Fractions.FULL;
			fits |= day <= this.latest && share >= this.leastFree;
			if (fraction > best.fraction()) {
				best = new Start(fraction, share, day, false);
			}
		}
		return new Start(best.fraction(), best.share(), best.day(), fits);
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
		for (int day = first; day <= this.latest; day++) {
			if (share(day, taken, from, to) >= this.leastFree) {
				return true;
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
