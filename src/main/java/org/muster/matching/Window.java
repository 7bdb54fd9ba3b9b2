package org.muster.matching;

import java.time.LocalDate;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.muster.availability.StartFinder;
import org.muster.calendar.Workdays;
import org.muster.requests.Schedule;

/**
 * When the work is to be done, and how many days of every week. For each number of days a
 * week, from the one asked down, the first day counts on which a person can start with
 * them, as {@link StartFinder} finds it: the share of the days asked, times what is left
 * of it where the start is too late, which fades to nothing over the days of grace.
 */
final class Window {

	private final int earliest;

	private final int latest;

	/** After the latest start, where nobody works on that day. */
	private final int inTime;

	private final int grace;

	/** The last day of the work, or never where a number of days is asked. */
	private final int end;

	private final int halvesPerWeek;

	/** With fewer half days a week a person does not fit. */
	private final int leastPerWeek;

	/** By half days a week: a number of days takes longer with fewer. */
	private final StartFinder[] finders;

	/**
	 * @param buyer on whose workdays the work can start, and from whose today on
	 * @param leastFree what has to be free of the days a week that are asked for the
	 * person to fit, in thousandths
	 */
	Window(Schedule schedule, Buyer buyer, int grace, int leastFree) {
		Workdays workdays = buyer.workdays();
		this.earliest = Math.max(StartFinder.day(schedule.earliestStart()), StartFinder.day(buyer.today()));
		this.latest = StartFinder.day(schedule.latestStart());
		this.inTime = StartFinder.day(schedule.lastInTime(workdays));
		this.grace = Math.max(1, grace);
		LocalDate fixed = schedule.end();
		this.end = (fixed != null) ? StartFinder.day(fixed) : StartFinder.NEVER;
		this.halvesPerWeek = schedule.daysPerWeek().halves();
		this.leastPerWeek = (this.halvesPerWeek * leastFree + ScoreScale.FULL - 1) / ScoreScale.FULL;
		this.finders = new StartFinder[this.halvesPerWeek + 1];
		StartFinder any = new StartFinder(workdays, this.end, 0);
		Arrays.setAll(this.finders, (halves) -> any.lasting(length(schedule, Math.max(1, halves))));
	}

	private static int length(Schedule schedule, int halvesPerWeek) {
		return (schedule.days() != null) ? (7 * schedule.days().halves() + halvesPerWeek - 1) / halvesPerWeek - 1
				: StartFinder.day(schedule.expectedEnd()) - StartFinder.day(schedule.earliestStart());
	}

	/**
	 * A start.
	 *
	 * @param fraction what the best of all starts gives, in thousandths
	 * @param perWeek half days of every week that are free from that which is offered on
	 * @param day the one that is offered, since 1970, always a workday: the best in time
	 * with enough days a week, if there is one
	 * @param fits whether there is
	 */
	record Start(int fraction, int perWeek, int day, boolean fits) {
	}

	/** The last day of the work from a start on. */
	int end(Start start) {
		return this.finders[start.perWeek()].end(start.day());
	}

	/** No start is later. */
	int last() {
		return workday(Math.max(this.inTime, this.latest + this.grace));
	}

	/** How many days after the latest start; 0 for a start in time. */
	int late(int day) {
		return (day > this.inTime) ? day - this.latest : 0;
	}

	Start best(int availableFrom, int[] calendar, int from, int to) {
		int first = first(availableFrom);
		if (first > this.end) {
			return new Start(0, 0, first, false);
		}
		if (from == to || !this.finders[this.halvesPerWeek].touches(first, calendar, from, to)) {
			return new Start(inTime(first), this.halvesPerWeek, first, first <= this.inTime);
		}
		int last = Math.min(last(), this.end);
		Start best = new Start(0, 0, first, false);
		for (int halves = this.halvesPerWeek; halves > 0; halves--) {
			int found = this.finders[halves].earliest(halves, first, last, calendar, from, to);
			if (found == StartFinder.NEVER) {
				continue;
			}
			int day = workday(found);
			int fraction = Math.max(best.fraction(), inTime(day) * share(halves) / ScoreScale.FULL);
			boolean fits = day <= this.inTime && halves >= this.leastPerWeek;
			if (fits || fraction > best.fraction()) {
				best = new Start(fraction, halves, day, fits);
			}
			if (fits || day == first) {
				// With fewer days a week nothing is better than this.
				break;
			}
		}
		return best;
	}

	/** The first day on which somebody could start, whatever is booked. */
	int first(int availableFrom) {
		return workday(Math.max(availableFrom, this.earliest));
	}

	/** Nobody starts on a weekend, a holiday or a company closure. */
	private int workday(int day) {
		return this.finders[this.halvesPerWeek].workday(day);
	}

	/** Whether enough of every week is free from some start in time, without the rest. */
	boolean fits(int availableFrom, int[] calendar, int from, int to) {
		int first = first(availableFrom);
		int last = Math.min(this.inTime, this.end);
		if (first > last) {
			return false;
		}
		if (from == to || !this.finders[this.halvesPerWeek].touches(first, calendar, from, to)) {
			return true;
		}
		for (int halves = this.halvesPerWeek; halves >= Math.max(1, this.leastPerWeek); halves--) {
			if (this.finders[halves].earliest(halves, first, last, calendar, from, to) != StartFinder.NEVER) {
				return true;
			}
		}
		return false;
	}

	private int inTime(int day) {
		return Math.max(0, ScoreScale.FULL - late(day) * ScoreScale.FULL / this.grace);
	}

	private int share(int halves) {
		return halves * ScoreScale.FULL / this.halvesPerWeek;
	}

	static @Nullable Window of(Demand demand, Buyer buyer, MatchingSettings settings) {
		Schedule schedule = demand.schedule();
		return (schedule != null) ? new Window(schedule, buyer, settings.grace(), settings.leastFree() * 10) : null;
	}

}
