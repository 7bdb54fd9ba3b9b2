package org.muster.icalendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
public record CalendarUpdate(int added, int removed, int known, int kept, int incomplete, int outdated) {

	public boolean isChange() {
		return this.added > 0 || this.removed > 0;
	}

	/**
	 * Changes the absences of a person to what a calendar says. Those that are over stay.
	 * @param absences all that are known of the person: some are removed, some are
	 * confirmed, and new ones are added
	 * @param entering makes an absence of what an event takes
	 * @param today of the person
	 */
	public static <A extends KnownAbsence> CalendarUpdate apply(CalendarContents file, Collection<A> absences,
			Function<CalendarEntry, A> entering, LocalDate today) {
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
		removed += replace(calendar, absences, entering, today);
		int added = 0;
		for (CalendarEntry entry : calendar.entries()) {
			List<A> same = absences.stream().filter((absence) -> isSame(absence, entry)).toList();
			same.forEach((absence) -> absence.confirm(entry.version()));
			if (same.isEmpty()) {
				absences.add(entering.apply(entry));
				added++;
			}
		}
		return new CalendarUpdate(added, removed, calendar.entries().size() - added, kept(calendar, absences, today),
				incomplete, events.size() + changes.size());
	}

	/** The events of which a later version was uploaded before. */
	private static Set<String> outdated(CalendarContents calendar, Collection<? extends KnownAbsence> absences) {
		Set<String> outdated = new HashSet<>();
		for (KnownAbsence absence : absences) {
			CalendarSource source = CalendarSource.parse(absence.source());
			if (source != null && calendar.events().containsKey(source.event())
					&& isOfLater(absence, Objects.requireNonNull(calendar.events().get(source.event())))) {
				outdated.add(source.event());
			}
		}
		return outdated;
	}

	/** The same of changes of single times, each held against earlier changes of it. */
	private static Set<ReplacedTime> outdatedChanges(CalendarContents calendar,
			Collection<? extends KnownAbsence> absences) {
		return calendar.replaced()
			.stream()
			.filter((time) -> absences.stream()
				.anyMatch((absence) -> isOfLater(absence, time.version()) && isBroughtBy(time, absence)))
			.collect(Collectors.toSet());
	}

	private static boolean isBroughtBy(ReplacedTime time, KnownAbsence absence) {
		CalendarSource source = CalendarSource.parse(absence.source());
		return source != null && source.event().equals(time.event()) && time.brought(absence, source);
	}

	/**
	 * The calendars that are here again as a whole. Another calendar can have the same
	 * name, such as "Calendar"; but then it has none of the events. An identifier only
	 * one calendar has.
	 */
	private static Set<String> again(CalendarContents calendar, Collection<? extends KnownAbsence> absences) {
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

	private static boolean isGone(KnownAbsence absence, CalendarContents calendar, Set<String> again, LocalDate today) {
		CalendarSource source = CalendarSource.parse(absence.source());
		if (source == null || isOver(absence, today) || calendar.unread().contains(source.event())
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
	private static <A extends KnownAbsence> int replace(CalendarContents calendar, Collection<A> absences,
			Function<CalendarEntry, A> entering, LocalDate today) {
		Set<ReplacedTime> found = new HashSet<>();
		for (A absence : List.copyOf(absences)) {
			List<ReplacedTime> times = calendar.replaced()
				.stream()
				.filter((time) -> isOf(time, absence, today))
				.toList();
			if (times.isEmpty() || calendar.entries().stream().anyMatch((entry) -> isSame(absence, entry))) {
				continue;
			}
			CalendarSource source = Objects.requireNonNull(CalendarSource.parse(absence.source()));
			List<Period> rest = List.of(absence.period());
			for (ReplacedTime time : times) {
				List<Period> before = rest;
				rest = time.brought(absence, source) ? List.of()
						: before.stream()
							.flatMap((period) -> time.rest(period, absence.allocation()).stream())
							.toList();
				if (!rest.equals(before)) {
					found.add(time);
				}
			}
			if (!rest.equals(List.of(absence.period()))) {
				absences.remove(absence);
				rest.forEach((period) -> absences.add(entering.apply(part(absence, period, source))));
			}
		}
		return found.size();
	}

	private static CalendarEntry part(KnownAbsence absence, Period period, CalendarSource source) {
		DaysTaken.Stretch stretch = new DaysTaken.Stretch(period, absence.allocation(), absence.afternoon());
		return new CalendarEntry(absence.kind(), period, absence.allocation(), absence.afternoon(),
				source.with(CalendarSource.partOf(absence.kind(), stretch)), absence.version());
	}

	private static boolean isOver(KnownAbsence absence, LocalDate today) {
		return absence.period().to().isBefore(today);
	}

	/** Whether it is from a later version of its event than another. */
	private static boolean isOfLater(KnownAbsence absence, CalendarVersion other) {
		return other.isOlderThan(absence.version());
	}

	/** Whether it takes the same days for the same reason. */
	private static boolean isLike(KnownAbsence absence, CalendarEntry entry) {
		return absence.kind() == entry.kind() && absence.period().equals(entry.period())
				&& absence.allocation().equals(entry.allocation());
	}

	private static boolean isOf(ReplacedTime time, KnownAbsence absence, LocalDate today) {
		CalendarSource source = CalendarSource.parse(absence.source());
		return source != null && source.event().equals(time.event()) && !isOver(absence, today);
	}

	private static int kept(CalendarContents calendar, Collection<? extends KnownAbsence> absences, LocalDate today) {
		return (int) absences.stream()
			.filter((absence) -> !isOver(absence, today))
			.map((absence) -> CalendarSource.parse(absence.source()))
			.filter((source) -> source != null && !isTold(calendar, source))
			.filter((source) -> calendar.complete().contains(Objects.requireNonNull(source).calendar()))
			.count();
	}

	/**
	 * Absences that were read before events were told apart are the same if they take the
	 * same.
	 */
	private static boolean isSame(KnownAbsence absence, CalendarEntry entry) {
		CalendarSource source = CalendarSource.parse(absence.source());
		if (source != null) {
			return source.event().equals(entry.source().event()) && source.part().equals(entry.source().part());
		}
		boolean read = absence.source() != null && absence.source().startsWith(AbsenceRow.FROM_CALENDAR);
		return read && isLike(absence, entry);
	}

}
