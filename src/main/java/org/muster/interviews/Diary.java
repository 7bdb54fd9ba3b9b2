package org.muster.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.availability.Availability;
import org.muster.calendar.HolidayCalendar;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** When people of the pool can be met, and by whose clock. */
@Component
class Diary {

	private final Consultants consultants;

	private final AllInterviews interviews;

	private final Organisations organisations;

	private final HolidayCalendar calendar;

	private final Clock clock;

	Diary(Consultants consultants, AllInterviews interviews, Organisations organisations, HolidayCalendar calendar,
			Clock clock) {
		this.calendar = calendar;
		this.consultants = consultants;
		this.interviews = interviews;
		this.organisations = organisations;
		this.clock = clock;
	}

	/**
	 * @param here the client's time zone
	 * @param chosen the starts of half hours that are shown even if it is night there
	 */
	List<SlotDay> free(Consultant consultant, ZoneId here, Collection<Instant> chosen) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.now(this.clock);
		Availability availability = Availability.of(today, this.consultants.absencesOf(List.of(consultant.id()), today),
				consultant.availableFrom(), consultant.place(), this.calendar);
		return Slots.free(availability, ZoneId.of(consultant.timeZone()), here, chosen,
				this.interviews.taken(consultant.id(), now), now);
	}

	/** Where the position's hours count, else where the organisation is. */
	ZoneId zoneOf(StaffingRequest request, Position position) {
		String asked = position.timeZone();
		if (asked != null) {
			return ZoneId.of(asked);
		}
		return this.organisations.findById(request.organisationId()).orElseThrow(NotFound::new).zone();
	}

}
