package org.muster.proposals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.muster.availability.Capacity;
import org.muster.availability.Start;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.consultants.Candidate;
import org.muster.matching.Match;
import org.muster.requests.Schedule;

import org.springframework.stereotype.Component;

/**
 * Gives new lines their dates and weekdays: those that the match promised, and that the
 * person's calendar leaves.
 */
@Component
class Scheduling {

	private final Estimates estimates;

	private final ClientClock clientClock;

	Scheduling(Estimates estimates, ClientClock clientClock) {
		this.estimates = estimates;
		this.clientClock = clientClock;
	}

	/**
	 * From the day on which the match says that the person can start, with as many days a
	 * week, on weekdays that are free. Where it says of none, as asked, whatever is
	 * booked.
	 */
	LineDates of(ProposalRevision draft, Schedule schedule, Match match) {
		Candidate person = match.candidate();
		Start promised = match.start();
		Start start = (promised != null) ? promised
				: new Start(latest(latest(schedule.earliestStart(), person.availableFrom()),
						this.clientClock.today(draft.organisationId())), schedule.daysPerWeek());
		DayCount days = schedule.days();
		return (days == null) ? until(end(start.from(), schedule), start, person, draft.holidays())
				: lasting(days, start, match, draft);
	}

	private static LineDates until(LocalDate end, Start start, Candidate person, Place place) {
		Capacity.Plan plan = person.capacity().plan(start.from(), start.perWeek(), end, place);
		Period period = new Period(start.from(), end);
		return new LineDates(plan.pattern().within(period), period);
	}

	/**
	 * Holidays and leave may make a number of days last longer than anybody looked ahead:
	 * where days are booked by then, the line ends before.
	 */
	private LineDates lasting(DayCount days, Start start, Match match, ProposalRevision draft) {
		Capacity.Plan plan = match.candidate()
			.capacity()
			.plan(start.from(), start.perWeek(), start.from().plusYears(DraftForm.MOST_YEARS), draft.holidays());
		WorkingDays.Course course = this.estimates.course(draft.terms(), draft.organisationId(), start.from(), days,
				plan.pattern(), match.candidate().id());
		LocalDate free = plan.last();
		boolean early = match.start() != null && free != null && free.isBefore(course.period().to());
		LocalDate last = early ? Objects.requireNonNull(free) : course.period().to();
		WorkPattern pattern = early ? plan.pattern() : course.pattern();
		Period period = new Period(start.from(), last);
		return new LineDates(pattern.within(period), period);
	}

	/**
	 * The end that was asked for; as much later as the start, where that would leave no
	 * time.
	 */
	private static LocalDate end(LocalDate start, Schedule schedule) {
		LocalDate asked = schedule.expectedEnd();
		return start.isBefore(asked) ? asked : asked.plusDays(ChronoUnit.DAYS.between(schedule.earliestStart(), start));
	}

	private static LocalDate latest(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
