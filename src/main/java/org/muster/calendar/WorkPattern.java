package org.muster.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How an engagement takes a person's weeks: an allocation from the start on, others from
 * later dates on (two days a week in January, five from February), and pauses.
 */
public final class WorkPattern {

	private final Allocation first;

	private final NavigableMap<LocalDate, Allocation> later;

	private final List<Period> pauses;

	/**
	 * @param first the allocation until the first of the later ones begins
	 * @param later other allocations, by the date from which each holds
	 * @param pauses when nothing is worked
	 */
	public WorkPattern(Allocation first, Map<LocalDate, Allocation> later, Collection<Period> pauses) {
		this.first = first;
		this.later = Collections.unmodifiableNavigableMap(new TreeMap<>(later));
		this.pauses = List.copyOf(pauses);
	}

	/** The same weeks all the time. */
	public static WorkPattern of(Allocation allocation) {
		return new WorkPattern(allocation, Map.of(), List.of());
	}

	/** What holds on a date. */
	public Allocation allocation(LocalDate date) {
		Map.Entry<LocalDate, Allocation> phase = this.later.floorEntry(date);
		return (phase != null) ? phase.getValue() : this.first;
	}

	boolean isPaused(LocalDate date) {
		return this.pauses.stream().anyMatch((pause) -> pause.contains(date));
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
