package org.muster.consultants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.availability.AbsenceRow;
import org.muster.calendar.Period;

/**
 * What a calendar file changed of a person's absences.
 *
 * @param added how many are new
 * @param removed how many an earlier version of the calendar had brought, and it does not
 * say any more
 * @param known how many were here already
 * @param kept how many a calendar of the same name had brought that may be another one
 * @param incomplete how many times of series were cancelled that nothing is known of
 * @param outdated of how many events and changes a later version is known
 */
record CalendarUpdate(int added, int removed, int known, int kept, int incomplete, int outdated) {

	public boolean isChange() {
		return this.added > 0 || this.removed > 0;
	}

	/**
	 * Changes the absences of a person to what a calendar says. Those that are over stay.
	 */
	static CalendarUpdate apply(CalendarContents file, Consultant consultant, Collection<Absence> absences,
			LocalDate today) {
		Set<String> events = outdated(file, absences);
		Set<ReplacedTime> changes = outdatedChanges(file, absences);
		CalendarContents calendar = file.without(events, changes);
		int before = absences.size();
		Set<String> again = again(calendar, absences);
		absences.removeIf((absence) -> isGone(absence, calendar, again, today));
		int removed = before - absences.size();
		int incomplete = (int) calendar.replaced()
			.stream()
			.filter((time) -> !time.takesTime() && absences.stream().noneMatch((absence) -> isOf(time, absence, today)))
			.count();
		removed += replace(calendar, consultant, absences, today);
		int added = 0;
		for (CalendarEntry entry : calendar.entries()) {
			List<Absence> same = absences.stream().filter((absence) -> isSame(absence, entry)).toList();
			same.forEach((absence) -> absence.confirm(entry.version()));
			if (same.isEmpty()) {
				absences.add(new Absence(consultant, entry));
				added++;
			}
		}
		return new CalendarUpdate(added, removed, calendar.entries().size() - added, kept(calendar, absences, today),
				incomplete, events.size() + changes.size());
	}

	/** The events of which a later version was uploaded before. */
	private static Set<String> outdated(CalendarContents calendar, Collection<Absence> absences) {
		Set<String> outdated = new HashSet<>();
		for (Absence absence : absences) {
			CalendarSource source = CalendarSource.parse(absence.source());
			if (source != null && calendar.events().containsKey(source.event())
					&& absence.isOfLater(Objects.requireNonNull(calendar.events().get(source.event())))) {
				outdated.add(source.event());
			}
		}
		return outdated;
	}

	/** The same of changes of single times, each held against earlier changes of it. */
	private static Set<ReplacedTime> outdatedChanges(CalendarContents calendar, Collection<Absence> absences) {
		return calendar.replaced()
			.stream()
			.filter((time) -> absences.stream()
				.anyMatch((absence) -> absence.isOfLater(time.version()) && isBroughtBy(time, absence)))
			.collect(Collectors.toSet());
	}

	private static boolean isBroughtBy(ReplacedTime time, Absence absence) {
		CalendarSource source = CalendarSource.parse(absence.source());
		return source != null && source.event().equals(time.event()) && time.brought(absence.row(), source);
	}

	/**
	 * The calendars that are here again as a whole. Another calendar can have the same
	 * name, such as "Calendar"; but then it has none of the events. An identifier only
	 * one calendar has.
	 */
	private static Set<String> again(CalendarContents calendar, Collection<Absence> absences) {
		Set<String> again = absences.stream()
			.map((absence) -> CalendarSource.parse(absence.source()))
			.filter((source) -> source != null && holds(calendar, source))
			.map((source) -> Objects.requireNonNull(source).calendar())
			.collect(Collectors.toSet());
		again.addAll(calendar.identified());
		again.retainAll(calendar.complete());
		return again;
	}

	private static boolean holds(CalendarContents calendar, CalendarSource source) {
		return calendar.events().containsKey(source.event()) || calendar.unread().contains(source.event());
	}

	/** One time of a series does not tell that the file is the calendar of it. */
	private static boolean isTold(CalendarContents calendar, CalendarSource source) {
		return holds(calendar, source)
				|| calendar.replaced().stream().anyMatch((time) -> time.event().equals(source.event()));
	}

	private static boolean isGone(Absence absence, CalendarContents calendar, Set<String> again, LocalDate today) {
		CalendarSource source = CalendarSource.parse(absence.source());
		if (source == null || absence.isOver(today) || calendar.unread().contains(source.event())
				|| calendar.entries().stream().anyMatch((entry) -> isSame(absence, entry))) {
			return false;
		}
		return calendar.events().containsKey(source.event()) || again.contains(source.calendar());
	}

	/**
	 * Takes times out of what is known of their series, and what earlier messages had put
	 * in their place.
	 * @return how many of them were there
	 */
	private static int replace(CalendarContents calendar, Consultant consultant, Collection<Absence> absences,
			LocalDate today) {
		Set<ReplacedTime> found = new HashSet<>();
		for (Absence absence : List.copyOf(absences)) {
			List<ReplacedTime> times = calendar.replaced()
				.stream()
				.filter((time) -> isOf(time, absence, today))
				.toList();
			if (times.isEmpty() || calendar.entries().stream().anyMatch((entry) -> isSame(absence, entry))) {
				continue;
			}
			CalendarSource source = Objects.requireNonNull(CalendarSource.parse(absence.source()));
			AbsenceRow row = absence.row();
			List<Period> rest = List.of(absence.period());
			for (ReplacedTime time : times) {
				List<Period> before = rest;
				rest = time.brought(row, source) ? List.of()
						: before.stream().flatMap((period) -> time.rest(period, row.allocation()).stream()).toList();
				if (!rest.equals(before)) {
					found.add(time);
				}
			}
			if (!rest.equals(List.of(absence.period()))) {
				absences.remove(absence);
				rest.forEach((period) -> absences.add(new Absence(consultant,
						new CalendarEntry(row.kind(), period, row.allocation(), row.afternoon(),
								source.with(CalendarSource.partOf(row.kind(),
										new DaysTaken.Stretch(period, row.allocation(), row.afternoon()))),
								absence.version()))));
			}
		}
		return found.size();
	}

	private static boolean isOf(ReplacedTime time, Absence absence, LocalDate today) {
		CalendarSource source = CalendarSource.parse(absence.source());
		return source != null && source.event().equals(time.event()) && !absence.isOver(today);
	}

	private static int kept(CalendarContents calendar, Collection<Absence> absences, LocalDate today) {
		return (int) absences.stream()
			.filter((absence) -> !absence.isOver(today))
			.map((absence) -> CalendarSource.parse(absence.source()))
			.filter((source) -> source != null && !isTold(calendar, source))
			.filter((source) -> calendar.complete().contains(Objects.requireNonNull(source).calendar()))
			.count();
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
