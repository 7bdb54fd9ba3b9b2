package org.muster.consultants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a calendar file changed of a person's absences.
 *
 * @param added how many are new
 * @param removed how many an earlier version of the calendar had brought, and it does not
 * say any more
 * @param known how many were here already
 */
record CalendarUpdate(int added, int removed, int known) {

	public boolean isChange() {
		return this.added > 0 || this.removed > 0;
	}

	/**
	 * Changes the absences of a person to what a calendar says. Those that are over stay.
	 */
	static CalendarUpdate apply(CalendarContents calendar, Consultant consultant, Collection<Absence> absences,
			LocalDate today) {
		int before = absences.size();
		Set<String> again = again(calendar, absences);
		absences.removeIf((absence) -> isGone(absence, calendar, again, today));
		int removed = before - absences.size();
		int added = 0;
		for (CalendarEntry entry : calendar.entries()) {
			if (absences.stream().noneMatch((absence) -> isSame(absence, entry))) {
				absences.add(new Absence(consultant, entry.kind(), entry.period(), entry.allocation(),
						entry.source().toString()));
				added++;
			}
		}
		return new CalendarUpdate(added, removed, calendar.entries().size() - added);
	}

	/**
	 * The calendars that are here again as a whole. Another calendar can have the same
	 * name, such as "Calendar"; but then it has none of the events.
	 */
	private static Set<String> again(CalendarContents calendar, Collection<Absence> absences) {
		return absences.stream()
			.map((absence) -> CalendarSource.parse(absence.source()))
			.filter((source) -> source != null && calendar.events().contains(source.event()))
			.map((source) -> Objects.requireNonNull(source).calendar())
			.filter(calendar.complete()::contains)
			.collect(Collectors.toSet());
	}

	private static boolean isGone(Absence absence, CalendarContents calendar, Set<String> again, LocalDate today) {
		CalendarSource source = CalendarSource.parse(absence.source());
		if (source == null || absence.isOver(today) || calendar.unread().contains(source.event())) {
			return false;
		}
		return calendar.events().contains(source.event())
				? calendar.entries().stream().noneMatch((entry) -> isSame(absence, entry))
				: again.contains(source.calendar());
	}

	/**
	 * Absences that were read before events were told apart are the same if they take the
	 * same.
	 */
	private static boolean isSame(Absence absence, CalendarEntry entry) {
		CalendarSource source = CalendarSource.parse(absence.source());
		if (source != null) {
			return source.event().equals(entry.source().event()) && source.part().equals(entry.source().part());
		}
		boolean read = absence.source() != null && absence.source().startsWith(CalendarSource.PREFIX);
		return read && absence.isLike(entry);
	}

}
