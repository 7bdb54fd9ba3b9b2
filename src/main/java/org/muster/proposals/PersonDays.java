package org.muster.proposals;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

import org.muster.availability.AbsenceRow;
import org.muster.availability.Capacity;
import org.muster.availability.Capacity.Conflict;

/**
 * The days that some work takes of a person.
 *
 * @param halves half days by date
 */
record PersonDays(long person, SortedMap<LocalDate, Integer> halves) {

	static PersonDays of(ProposalLine line) {
		return new PersonDays(line.consultantId(), line.halves());
	}

	/** What meets it, among what is booked of many. */
	List<Conflict> conflicts(List<AbsenceRow> absences, Capacity.Booked booked) {
		return Capacity.conflicts(this.halves,
				absences.stream().filter((absence) -> absence.consultantId() == this.person).toList(), booked);
	}

	/** Whether both together take more of some date than there is. */
	boolean meets(PersonDays other) {
		return this.person == other.person && this.halves.entrySet()
			.stream()
			.anyMatch((day) -> other.halves.containsKey(day.getKey())
					&& day.getValue() + other.halves.getOrDefault(day.getKey(), 0) > Capacity.A_DAY);
	}

}
