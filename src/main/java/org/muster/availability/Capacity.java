package org.muster.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.Workdays;
import org.muster.calendar.WorkingDays;

/**
 * What a person's calendar leaves of their weeks, by the rules of {@link StartFinder}.
 */
public final class Capacity {

	/** Available, without an end in mind, is who is so for as many weeks. */
	static final int WEEKS = 13;

	/** The half days of a date: nobody works more. */
	public static final int A_DAY = 2;

	private static final Map<WorkWeek, StartFinder> OPEN_ENDS = new ConcurrentHashMap<>();

	private final LocalDate availableFrom;

	private final List<AbsenceRow> absences;

	private final int[] calendar;

	private final StartFinder openEnd;

	/**
	 * @param availableFrom the first day on which the person can start
	 * @param absences of the person, of any kind
	 * @param place where the person is, by whose week availability is told, or
	 * {@code null} for Monday to Friday
	 */
	public Capacity(LocalDate availableFrom, List<AbsenceRow> absences, @Nullable Place place) {
		this.openEnd = openEnd(place);
		this.availableFrom = availableFrom;
		this.absences = absences.stream().filter((absence) -> absence.kind().isFirm()).toList();
		this.calendar = StartFinder.pack(absences);
	}

	/** For work of which no end is in mind: one for each week, since many people ask. */
	public static StartFinder openEnd(@Nullable Place place) {
		return OPEN_ENDS.computeIfAbsent(WorkWeek.of(place),
				(week) -> new StartFinder(Workdays.ofWeek(place), StartFinder.NEVER, WorkWeek.DAYS * WEEKS - 1));
	}

	/**
	 * When the person is available, without an end in mind: the first day from which some
	 * of every week is free for {@value #WEEKS} weeks, then the next from which more is,
	 * up to whole weeks.
	 */
	public List<Start> steps(LocalDate today) {
		int first = StartFinder.day(today.isAfter(this.availableFrom) ? today : this.availableFrom);
		int last = StartFinder.after(first, this.calendar, 0, this.calendar.length);
		List<Start> steps = new ArrayList<>();
		for (int halves = 1; halves <= StartFinder.WEEK; halves++) {
			int day = this.openEnd.earliest(halves, first, last, this.calendar, 0, this.calendar.length);
			if (day == StartFinder.NEVER) {
				break;
			}
			int start = (day == first) ? day : this.openEnd.workday(day);
			halves = this.openEnd.perWeek(start, this.calendar, 0, this.calendar.length);
			steps.add(new Start(LocalDate.ofEpochDay(start), new DayCount(halves)));
		}
		return steps;
	}

	/** The first of the steps with at least so many days a week: all calendars end. */
	public Start available(LocalDate today, DayCount perWeek) {
		return steps(today).stream().filter((step) -> step.perWeek().compareTo(perWeek) >= 0).findFirst().orElseThrow();
	}

	/**
	 * The weekdays that work from a day on can take.
	 *
	 * @param pattern with as few changes as the calendar allows; after the last day it
	 * goes on as it was
	 * @param last the last day until which every week has as many days, or {@code null}
	 * if the first has not
	 */
	public record Plan(WorkPattern pattern, @Nullable LocalDate last) {
	}

	/**
	 * Chooses weekdays that are free: those that are so all the time, whole days before
	 * half ones, the first after the weekend first; others from another week on where
	 * that does not do. The weekday of the start is among them.
	 * @param perWeek half a day to five
	 * @param most the last day to look at
	 * @param place whose weekend is not worked, or {@code null} for Saturday and Sunday
	 */
	public Plan plan(LocalDate start, DayCount perWeek, LocalDate most, @Nullable Place place) {
		List<DayOfWeek> workdays = List.copyOf(Weekend.workdays(place));
		LocalDate from = Weekend.workday(start, place);
		LocalDate week = from.with(TemporalAdjusters.previousOrSame(workdays.get(0)));
		int[] free = free(workdays, week, from, most);
		if (sum(free) < perWeek.halves()) {
			return new Plan(WorkPattern.of(Allocation.ofWeekly(perWeek, place)), null);
		}
		int weekday = workdays.indexOf(from.getDayOfWeek());
		Allocation first = null;
		Map<LocalDate, Allocation> later = new TreeMap<>();
		LocalDate since = start;
		LocalDate last = most;
		for (LocalDate next = week.plusWeeks(1); !next.isAfter(most); next = next.plusWeeks(1)) {
			int[] then = free(workdays, next, from, most);
			int[] both = least(free, then);
			// The work starts on the day that was said.
			boolean starts = first != null || free[weekday] == 0 || both[weekday] > 0;
			if (starts && sum(both) >= perWeek.halves()) {
				free = both;
				continue;
			}
			if (sum(then) < perWeek.halves()) {
				last = next.minusDays(1);
				break;
			}
			first = put(first, later, since, choose(workdays, free, perWeek, (first == null) ? weekday : -1));
			since = next;
			free = then;
		}
		first = put(first, later, since, choose(workdays, free, perWeek, (first == null) ? weekday : -1));
		return new Plan(new WorkPattern(first, later, List.of()), last);
	}

	private static Allocation put(@Nullable Allocation first, Map<LocalDate, Allocation> later, LocalDate since,
			Allocation chosen) {
		if (first == null) {
			return chosen;
		}
		later.put(since, chosen);
		return first;
	}

	/** Half days that are free by workday; what lies outside of the work is. */
	private int[] free(List<DayOfWeek> workdays, LocalDate week, LocalDate from, LocalDate to) {
		int[] free = new int[workdays.size()];
		LocalDate date = week;
		for (int weekday = 0; weekday < free.length; weekday++) {
			date = date.with(TemporalAdjusters.nextOrSame(workdays.get(weekday)));
			boolean within = !date.isBefore(from) && !date.isAfter(to);
			free[weekday] = within ? 2 - StartFinder.booked(StartFinder.day(date), this.calendar) : 2;
		}
		return free;
	}

	private static int[] least(int[] one, int[] other) {
		int[] least = new int[one.length];
		Arrays.setAll(least, (weekday) -> Math.min(one[weekday], other[weekday]));
		return least;
	}

	private static int sum(int[] halves) {
		return Arrays.stream(halves).sum();
	}

	/**
	 * @param start the workday of the start, or -1 if the work has started before
	 */
	private static Allocation choose(List<DayOfWeek> workdays, int[] free, DayCount perWeek, int start) {
		int[] chosen = new int[free.length];
		int left = perWeek.halves();
		if (start >= 0) {
			left = take(start, 1, free, chosen, left);
		}
		for (int weekday = 0; weekday < free.length; weekday++) {
			left = take(weekday, 2, free, chosen, left);
		}
		for (int weekday = 0; weekday < free.length; weekday++) {
			left = take(weekday, 1, free, chosen, left);
		}
		EnumMap<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		for (int weekday = 0; weekday < free.length; weekday++) {
			if (chosen[weekday] > 0) {
				halves.put(workdays.get(weekday), chosen[weekday]);
			}
		}
		return new Allocation(halves);
	}

	/**
	 * Takes what is free of a weekday, if it is so much and so much is still to be taken.
	 * @return what is still to be taken
	 */
	private static int take(int weekday, int least, int[] free, int[] chosen, int left) {
		int most = Math.min(left, free[weekday] - chosen[weekday]);
		if (most < least) {
			return left;
		}
		chosen[weekday] += most;
		return left - most;
	}

	/**
	 * What leave takes of work from a start on, on the weekdays that are planned for it.
	 * @param end the last day of the work
	 * @param place whose weekend is not worked, or {@code null} for Saturday and Sunday
	 */
	public DayCount leave(Start start, LocalDate end, @Nullable Place place) {
		Period period = new Period(start.from(), end.isBefore(start.from()) ? start.from() : end);
		List<WorkingDays.Leave> leaves = AbsenceRow
			.leaves(this.absences.stream().filter((absence) -> absence.period().overlaps(period)).toList());
		if (leaves.isEmpty()) {
			return DayCount.ZERO;
		}
		WorkPattern pattern = plan(start.from(), start.perWeek(), period.to(), place).pattern();
		return new DayCount(period.from()
			.datesUntil(period.to().plusDays(1))
			.mapToInt((date) -> Math.min(pattern.on(date), WorkingDays.away(leaves, date).halves()))
			.sum());
	}

	/**
	 * What stands in the way of work.
	 *
	 * @param absence the engagement or the hold
	 * @param days the dates of the work on which both together take more than a day
	 */
	public record Conflict(AbsenceRow absence, List<LocalDate> days) {
	}

	/** What is engaged or held on days of some work, in the order of its first days. */
	public List<Conflict> conflicts(Period period, WorkPattern pattern) {
		return conflicts(pattern.halves(period),
				this.absences.stream().filter((absence) -> absence.kind() != AbsenceKind.LEAVE).toList(),
				AbsenceRow::on);
	}

	/**
	 * How many half days of a date are worked for what stands in a calendar: by its
	 * weeks, or fewer where more is known of it.
	 */
	@FunctionalInterface
	public interface Booked {

		int on(AbsenceRow absence, LocalDate date);

	}

	/**
	 * Which of some absences meet some work.
	 * @param work its half days by date
	 */
	public static List<Conflict> conflicts(SortedMap<LocalDate, Integer> work, List<AbsenceRow> absences,
			Booked booked) {
		List<LocalDate> full = work.entrySet()
			.stream()
			.filter((day) -> day.getValue()
					+ absences.stream().mapToInt((absence) -> booked.on(absence, day.getKey())).sum() > A_DAY)
			.map(Map.Entry::getKey)
			.toList();
		return absences.stream()
			.map((absence) -> new Conflict(absence,
					full.stream().filter((date) -> booked.on(absence, date) > 0).toList()))
			.filter((conflict) -> !conflict.days().isEmpty())
			.toList();
	}

}
