package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How an engagement takes a person's weeks: an allocation from the start on, others from
 * later dates on (two days a week in January, five from February), and pauses. The last
 * day may be a half one, so that a number of days is exact.
 */
public final class WorkPattern {

	private final Allocation first;

	private final NavigableMap<LocalDate, Allocation> later;

	private final List<Period> pauses;

	private final @Nullable LocalDate halfDay;

	/**
	 * @param first the allocation until the first of the later ones begins
	 * @param later other allocations, by the date from which each holds
	 * @param pauses when nothing is worked
	 */
	public WorkPattern(Allocation first, Map<LocalDate, Allocation> later, Collection<Period> pauses) {
		this(first, later, pauses, null);
	}

	private WorkPattern(Allocation first, Map<LocalDate, Allocation> later, Collection<Period> pauses,
			@Nullable LocalDate halfDay) {
		this.halfDay = halfDay;
		this.first = first;
		this.later = Collections.unmodifiableNavigableMap(new TreeMap<>(later));
		this.pauses = List.copyOf(pauses);
	}

	/** The same weeks all the time. */
	public static WorkPattern of(Allocation allocation) {
		return new WorkPattern(allocation, Map.of(), List.of());
	}

	/**
	 * The same, but of one date no more than the first half is taken.
	 * @param date the only one, or {@code null} for none
	 */
	public WorkPattern withHalfDay(@Nullable LocalDate date) {
		return new WorkPattern(this.first, this.later, this.pauses, date);
	}

	/** The date of which no more than the first half is taken, or {@code null}. */
	public @Nullable LocalDate halfDay() {
		return this.halfDay;
	}

	/** What holds on a date. */
	public Allocation allocation(LocalDate date) {
		Map.Entry<LocalDate, Allocation> phase = this.later.floorEntry(date);
		Allocation weeks = (phase != null) ? phase.getValue() : this.first;
		return date.equals(this.halfDay) ? weeks.halfOf(date.getDayOfWeek()) : weeks;
	}

	/** The half days that it asks for on a date, were it no holiday. */
	public int on(LocalDate date) {
		return isPaused(date) ? 0 : allocation(date).on(date).halves();
	}

	/** The same for each date of a period on which it asks for some. */
	public NavigableMap<LocalDate, Integer> halves(Period period) {
		NavigableMap<LocalDate, Integer> halves = new TreeMap<>();
		for (LocalDate date = period.from(); !date.isAfter(period.to()); date = date.plusDays(1)) {
			if (on(date) > 0) {
				halves.put(date, on(date));
			}
		}
		return halves;
	}

	/**
	 * A part of the time with the same weeks all along.
	 */
	public record Stretch(Period period, Allocation allocation) {
	}

	/** A period without the pauses, in parts of the same allocation each. */
	public List<Stretch> stretches(Period whole) {
		List<Stretch> stretches = new ArrayList<>();
		for (LocalDate date = whole.from(); !date.isAfter(whole.to()); date = date.plusDays(1)) {
			if (!isPaused(date)) {
				LocalDate from = date;
				Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
				if (last != null && last.period().to().plusDays(1).equals(date)
						&& last.allocation().equals(allocation(date))) {
					from = last.period().from();
					stretches.remove(stretches.size() - 1);
				}
				stretches.add(new Stretch(new Period(from, date), allocation(date)));
			}
		}
		return stretches;
	}

	/**
	 * What of it is seen within a period: an allocation that holds from after its last
	 * day on never does, and a pause outside of it is none.
	 */
	public WorkPattern within(Period period) {
		Map.Entry<LocalDate, Allocation> begun = this.later.floorEntry(period.from());
		return new WorkPattern((begun != null) ? begun.getValue() : this.first,
				this.later.headMap(period.to(), true).tailMap(period.from(), false),
				this.pauses.stream().filter((pause) -> pause.overlaps(period)).toList(),
				(this.halfDay != null && period.contains(this.halfDay)) ? this.halfDay : null);
	}

	boolean isPaused(LocalDate date) {
		return this.pauses.stream().anyMatch((pause) -> pause.contains(date));
	}

	/** Whether any of its weeks takes one of some days of the week. */
	public boolean takes(Set<DayOfWeek> days) {
		return Stream.concat(Stream.of(this.first), this.later.values().stream())
			.anyMatch((weeks) -> !Collections.disjoint(weeks.halves().keySet(), days));
	}

	public Allocation first() {
		return this.first;
	}

	/** By the date from which each holds. */
	public NavigableMap<LocalDate, Allocation> later() {
		return this.later;
	}

	public List<Period> pauses() {
		return this.pauses;
	}

}
