package org.muster.icalendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;

import biweekly.component.VFreeBusy;
import biweekly.property.FreeBusy;
import biweekly.util.Period;
import org.muster.icalendar.EventSeries.Occurrence;

/**
 * What a calendar publishes that tells only when somebody is busy.
 *
 * @param uid tells it from other such things of the same person
 * @param reversed whether one of its times ends before it starts
 */
record BusyTimes(String uid, List<Occurrence> occurrences, boolean reversed) {

	/** Programs give each export another identifier; it is the same person's time. */
	static BusyTimes of(VFreeBusy busy, CalendarTimes times) {
		String uid = (busy.getUid() != null) ? Objects.requireNonNullElse(busy.getUid().getValue(), "") : "";
		String organizer = (busy.getOrganizer() != null)
				? Objects.requireNonNullElse(busy.getOrganizer().getEmail(), "") : "";
		List<Occurrence> found = new ArrayList<>();
		for (FreeBusy part : busy.getFreeBusy()) {
			part.getValues()
				.forEach((period) -> found
					.add(new Occurrence(span(period, part, times), BusyStatus.of(part.getType()))));
		}
		return new BusyTimes("free/busy " + (organizer.isBlank() ? uid : organizer), joined(found),
				found.stream().anyMatch((one) -> one.span().to().isBefore(one.span().from())));
	}

	private static Span span(Period period, FreeBusy part, CalendarTimes times) {
		TimeZone zone = times.zoneOf(part, period.getStartDate(), period.getEndDate(), period.getDuration());
		LocalDateTime from = times.read(period.getStartDate(), part, zone);
		return new Span(from, (period.getEndDate() != null) ? times.read(period.getEndDate(), part, zone)
				: CalendarEvent.plus(from, period.getDuration()));
	}

	/** Meetings without a break take the time together. */
	static List<Occurrence> joined(List<Occurrence> all) {
		List<Occurrence> joined = new ArrayList<>();
		List<Occurrence> sorted = all.stream()
			.sorted(Comparator.comparing(Occurrence::status).thenComparing((one) -> one.span().from()))
			.toList();
		for (Occurrence next : sorted) {
			Occurrence last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (last != null && last.status() == next.status() && !next.span().from().isAfter(last.span().to())) {
				LocalDateTime to = next.span().to().isAfter(last.span().to()) ? next.span().to() : last.span().to();
				joined.set(joined.size() - 1, new Occurrence(new Span(last.span().from(), to), last.status()));
			}
			else {
				joined.add(next);
			}
		}
		return joined;
	}

}
