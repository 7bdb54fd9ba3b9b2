package org.muster.consultants;

import java.util.List;
import java.util.Optional;

import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

/**
 * The days of one person that are not free. What books them has a source, and books them
 * once; what is entered by hand has none, and can be taken back.
 *
 * @param absences all of the person; changes are made to them
 */
record TakenDays(Consultant consultant, List<Absence> absences) {

	/**
	 * @return whether it is entered now, and not before, as by a double click
	 */
	boolean enter(AbsenceKind kind, Period period, Allocation allocation) {
		Absence entered = new Absence(this.consultant, kind, period, allocation, null);
		return this.absences.stream().noneMatch(entered::isSame) && this.absences.add(entered);
	}

	/**
	 * @return what was taken back, or nothing if there is no such absence or it was
	 * booked
	 */
	Optional<AbsenceRow> takeBack(long absence) {
		Optional<AbsenceRow> gone = this.absences.stream()
			.filter((one) -> one.id() == absence && one.isOwn())
			.map(Absence::row)
			.findFirst();
		this.absences.removeIf((one) -> one.id() == absence && one.isOwn());
		return gone;
	}

	/**
	 * @return whether they are booked now, and not before by the same source
	 */
	boolean book(AbsenceKind kind, Period period, Allocation allocation, String source) {
		boolean known = this.absences.stream().anyMatch((absence) -> source.equals(absence.source()));
		if (!known) {
			this.absences.add(new Absence(this.consultant, kind, period, allocation, source));
		}
		return !known;
	}

	/** Holds them firmly, whether they were offered before or not. */
	void promise(Period period, Allocation allocation, String source) {
		if (!book(AbsenceKind.HELD, period, allocation, source)) {
			this.absences.stream()
				.filter((absence) -> source.equals(absence.source()))
				.forEach((absence) -> absence.becomes(AbsenceKind.HELD));
		}
	}

	void release(String source) {
		this.absences.removeIf((absence) -> source.equals(absence.source()));
	}

}
