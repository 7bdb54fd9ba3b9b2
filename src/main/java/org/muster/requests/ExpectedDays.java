package org.muster.requests;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.muster.accounts.Organisation;
import org.muster.availability.Capacity;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.Workdays;
import org.muster.calendar.WorkingDays;
import org.muster.closures.Closures;

import org.springframework.stereotype.Component;

/**
 * The days of somebody who is free, as a draft would count them: those of the week of the
 * client's place, less public holidays as they have been corrected and less closings.
 */
@Component
public class ExpectedDays {

	/** In days. */
	private static final int MARGIN = 120;

	private final HolidayCalendar calendar;

	private final Closures closed;

	ExpectedDays(HolidayCalendar calendar, Closures closed) {
		this.calendar = calendar;
		this.closed = closed;
	}

	/**
	 * Until the end that is asked for, or until as many days are done.
	 * @param client the id of the organisation
	 * @param place where it is
	 * @param first the first day of the work
	 */
	public List<MonthDays> months(long client, Place place, Schedule schedule, LocalDate first) {
		DayCount number = schedule.days();
		DayCount perWeek = schedule.daysPerWeek();
		LocalDate last = (number != null) ? first.plusDays(longest(number, perWeek)) : schedule.expectedEnd();
		Period period = new Period(first, last.isBefore(first) ? first : last);
		WorkPattern pattern = new Capacity(first, List.of(), place).plan(first, perWeek, period.to(), place).pattern();
		WorkingDays days = new WorkingDays(this.calendar.during(period, place), this.closed.during(period, client),
				List.of());
		if (number == null) {
			return days.months(period, pattern);
		}
		WorkingDays.Course course = days.course(first, number, pattern);
		return days.months(course.period(), course.pattern());
	}

	/**
	 * Whether anybody works for a client between two dates. A time of more than a year is
	 * taken to have such a day.
	 */
	public boolean isWorkedBetween(Organisation client, LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			return false;
		}
		if (to.isAfter(from.plusYears(1))) {
			return true;
		}
		Period period = new Period(from, to);
		Set<LocalDate> off = new HashSet<>(this.calendar.during(period, client.place()).keySet());
		off.addAll(this.closed.during(period, client.id()).keySet());
		return !new Workdays(client.place(), off).from(from).isAfter(to);
	}

	/**
	 * Within how many days a number of days is done: holidays, closings and leave leave
	 * at least half of every week.
	 */
	public static long longest(DayCount days, DayCount perWeek) {
		return MARGIN + 14L * days.halves() / perWeek.halves();
	}

}
