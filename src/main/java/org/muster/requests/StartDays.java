package org.muster.requests;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Organisation;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Period;
import org.muster.calendar.Workdays;
import org.muster.closures.Closures;

import org.springframework.stereotype.Component;

/**
 * The days on which work for a client can start. A draft counts neither public holidays
 * nor company closures, so nobody is offered from one.
 */
@Component
public class StartDays {

	/** No start that anybody asks about is so many years after the latest start. */
	private static final int YEARS = 1;

	private final HolidayCalendar calendar;

	private final Closures closed;

	StartDays(HolidayCalendar calendar, Closures closed) {
		this.calendar = calendar;
		this.closed = closed;
	}

	/**
	 * @param schedule what the client asks for, or {@code null} while that is open
	 * @param today a request may have waited until after its latest start
	 */
	public Workdays of(Organisation client, @Nullable Schedule schedule, LocalDate today) {
		if (schedule == null) {
			return Workdays.ofWeek(client.place());
		}
		LocalDate latest = today.isAfter(schedule.latestStart()) ? today : schedule.latestStart();
		Period period = new Period(schedule.earliestStart(), latest.plusYears(YEARS));
		Set<LocalDate> off = new HashSet<>(this.calendar.during(period, client.place()).keySet());
		off.addAll(this.closed.during(period, client.id()).keySet());
		return new Workdays(client.place(), off);
	}

}
