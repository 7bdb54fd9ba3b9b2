package org.muster.proposals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.hibernate.Hibernate;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;

/** From when to when a line is worked, and how it takes the weeks. */
@Embeddable
class WorkTime {

	private Allocation allocation;

	@ElementCollection
	@CollectionTable(name = "proposal_line_phase", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "starts_on")
	@Column(name = "allocation")
	private Map<LocalDate, Allocation> phases = new HashMap<>();

	@ElementCollection
	@CollectionTable(name = "proposal_line_pause", joinColumns = @JoinColumn(name = "line_id"))
	private Set<Pause> pauses = new HashSet<>();

	private LocalDate startsOn;

	private LocalDate endsOn;

	private boolean halfLastDay;

	@SuppressWarnings("NullAway.Init")
	protected WorkTime() {
	}

	WorkTime(LineTerms terms) {
		set(terms);
	}

	final void set(LineTerms terms) {
		// The contract says nothing of ramps and pauses that its days never reach.
		WorkPattern pattern = terms.pattern().within(terms.period());
		this.allocation = pattern.first();
		this.phases.clear();
		this.phases.putAll(pattern.later());
		this.pauses.clear();
		pattern.pauses().forEach((pause) -> this.pauses.add(new Pause(pause.from(), pause.to())));
		this.startsOn = terms.period().from();
		this.endsOn = terms.period().to();
		this.halfLastDay = terms.endsHalf();
	}

	Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

	WorkPattern pattern() {
		return new WorkPattern(this.allocation, this.phases, this.pauses.stream().map(Pause::period).toList())
			.withHalfDay(this.halfLastDay ? this.endsOn : null);
	}

	Allocation allocation() {
		return this.allocation;
	}

	/** Whether the last day is a half one, so that the number of days is exact. */
	boolean endsHalf() {
		return this.halfLastDay;
	}

	/** The fewest days of a week, where the line is at its end or in a pause or not. */
	DayCount fewestPerWeek() {
		return Stream.concat(Stream.of(this.allocation), this.phases.values().stream())
			.map(Allocation::perWeek)
			.min(DayCount::compareTo)
			.orElseThrow();
	}

	/** All of it is read from the database. */
	void whole() {
		Hibernate.initialize(this.phases);
		Hibernate.initialize(this.pauses);
	}

}
