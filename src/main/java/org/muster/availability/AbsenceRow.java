package org.muster.availability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.WorkingDays;

/**
 * When a consultant is unavailable, and why.
 *
 * @param afternoon whether half days are afternoons; mornings otherwise
 */
public record AbsenceRow(long id, @Nullable String source, long consultantId, AbsenceKind kind, LocalDate startsOn,
		LocalDate endsOn, Allocation allocation, boolean afternoon) {

	/** What the sources of absences begin with that were read from a calendar. */
	public static final String FROM_CALENDAR = "ical:";

	/** With mornings off, where it takes half days. */
	public AbsenceRow(long id, @Nullable String source, long consultantId, AbsenceKind kind, LocalDate startsOn,
			LocalDate endsOn, Allocation allocation) {
		this(id, source, consultantId, kind, startsOn, endsOn, allocation, false);
	}

	/** Whether it was entered here, and not by an offer or an engagement. */
	public boolean isOwn() {
		return this.source == null || this.source.startsWith(FROM_CALENDAR);
	}

	/** Whether it takes half of any day: two of them may take different halves of one. */
	public boolean hasHalfDays() {
		return this.allocation.halves().containsValue(1);
	}

	/** The half days that its weeks take of a date. */
	public int on(LocalDate date) {
		return period().contains(date) ? this.allocation.on(date).halves() : 0;
	}

	public Period period() {
		return new Period(this.startsOn, this.endsOn);
	}

	/** The leaves among some absences. */
	public static List<WorkingDays.Leave> leaves(Collection<AbsenceRow> absences) {
		return absences.stream()
			.filter((absence) -> absence.kind() == AbsenceKind.LEAVE)
			.map((absence) -> new WorkingDays.Leave(absence.period(), absence.allocation(), absence.afternoon()))
			.toList();
	}

}
