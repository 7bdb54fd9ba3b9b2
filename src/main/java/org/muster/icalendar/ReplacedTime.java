package org.muster.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.muster.availability.AbsenceKind;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * One time of a series that was moved, changed or cancelled, by a message that does not
 * hold the rule of the series.
 *
 * @param event by {@link CalendarSource#event()}
 * @param original when it was to begin
 * @param dates which it was to take, as far as a message tells: it was as long as it is
 * @param takesTime whether there is a time in its place
 */
public record ReplacedTime(String event, LocalDateTime original, Period dates, boolean takesTime,
		CalendarVersion version) {

	/**
	 * What tells the parts of this change from those of the series and of other changes.
	 */
	String part(AbsenceKind kind, DaysTaken.Stretch stretch) {
		return this.original + " " + CalendarSource.partOf(kind, stretch);
	}

	/** Whether an earlier message about the same time brought an absence. */
	boolean brought(KnownAbsence absence, CalendarSource source) {
		DaysTaken.Stretch stretch = new DaysTaken.Stretch(absence.period(), absence.allocation(), absence.afternoon());
		return source.equals(source.with(part(absence.kind(), stretch)));
	}

	/** Whether an entry is what this puts in the place of the time. */
	boolean brings(CalendarEntry entry) {
		DaysTaken.Stretch stretch = new DaysTaken.Stretch(entry.period(), entry.allocation(), entry.afternoon());
		return entry.source().event().equals(this.event)
				&& entry.source().equals(entry.source().with(part(entry.kind(), stretch)));
	}

	/**
	 * What stays of a part of the series: days in a row are one time of it, and single
	 * days come every week.
	 */
	List<Period> rest(Period all, Allocation allocation) {
		boolean single = allocation.halves().size() == 1;
		int step = single ? 7 : 1;
		List<LocalDate> hit = all.from()
			.datesUntil(all.to().plusDays(1), java.time.Period.ofDays(step))
			.filter(this.dates::contains)
			.toList();
		if (hit.isEmpty()) {
			return List.of(all);
		}
		List<Period> rest = new ArrayList<>();
		if (!single && this.dates.contains(all.from())) {
			return rest;
		}
		LocalDate before = hit.get(0).minus(step, ChronoUnit.DAYS);
		LocalDate after = hit.get(hit.size() - 1).plusDays(step);
		if (!before.isBefore(all.from())) {
			rest.add(new Period(all.from(), before));
		}
		if (!after.isAfter(all.to())) {
			rest.add(new Period(after, all.to()));
		}
		return rest;
	}

}
