package org.muster.proposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Capacity;
import org.muster.availability.Capacity.Conflict;
import org.muster.booking.BookedFor;

/**
 * What is booked of people. A calendar has only the weeks of an engagement: on which of
 * its dates there is work, by the holidays of another client and its closings, the line
 * knows that was accepted.
 *
 * @param absences that are booked
 * @param sources for whom, by the source of the absence
 * @param worked half days by date, by the source of the absence; of what is not among
 * them nothing is known but the weeks
 */
record BookedDays(List<AbsenceRow> absences, Map<String, BookedFor> sources,
		Map<String, NavigableMap<LocalDate, Integer>> worked) implements Capacity.Booked {

	/** What has work on the same dates as some other work. */
	List<Conflict> conflicts(PersonDays work) {
		return work.conflicts(this.absences, this);
	}

	boolean leave(PersonDays work) {
		return conflicts(work).isEmpty();
	}

	/** For whom it is booked, or {@code null} where that is not known. */
	@Nullable BookedFor bookedFor(AbsenceRow absence) {
		return (absence.source() != null) ? this.sources.get(absence.source()) : null;
	}

	@Override
	public int on(AbsenceRow absence, LocalDate date) {
		NavigableMap<LocalDate, Integer> days = (absence.source() != null) ? this.worked.get(absence.source()) : null;
		int weeks = absence.on(date);
		return (days != null && weeks > 0) ? days.getOrDefault(date, 0) : weeks;
	}

}
