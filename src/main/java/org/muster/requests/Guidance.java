package org.muster.requests;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HolidayNotice;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkingDays;
import org.muster.money.Money;
import org.muster.vocabulary.Seniority;

import org.springframework.stereotype.Component;

/**
 * Looks over somebody's shoulder while a request is written: how the pool answers, and
 * what contradicts itself. Nothing of it keeps anybody from saving.
 */
@Component
class Guidance {

	/** The longest time for which days are counted, in years. */
	private static final int LONGEST = 10;

	/** More skills than this at such a level nobody of the seniority has. */
	private static final Map<Seniority, Most> MOST = Map.of(Seniority.JUNIOR, new Most(4, 2), Seniority.MID,
			new Most(5, 3), Seniority.SENIOR, new Most(5, 7), Seniority.LEAD, new Most(5, 12));

	private final PoolForecasts forecasts;

	private final Organisations organisations;

	private final ExpectedDays days;

	private final Clock clock;

	private final HolidayCalendar calendar;

	Guidance(PoolForecasts forecasts, Organisations organisations, HolidayCalendar calendar, ExpectedDays days,
			Clock clock) {
		this.days = days;
		this.calendar = calendar;
		this.forecasts = forecasts;
		this.organisations = organisations;
		this.clock = clock;
	}

	private record Most(int level, int skills) {
	}

	/**
	 * What the panel beside a form shows.
	 *
	 * @param ready whether the pool has been read
	 */
	record Panel(boolean ready, List<PoolForecast> forecasts, List<Contradiction> contradictions) {
	}

	/**
	 * Two things that do not go together.
	 *
	 * @param key of the sentence
	 */
	record Contradiction(String key, List<Object> args) {

		static Contradiction of(String key, Object... args) {
			return new Contradiction("requests.contradiction." + key, List.of(args));
		}

	}

	/**
	 * When and for how much, as far as it is typed.
	 *
	 * @param days and an end may both be there while somebody is still typing
	 */
	record Terms(@Nullable LocalDate earliest, @Nullable LocalDate latest, @Nullable LocalDate end,
			@Nullable DayCount days, DayCount perWeek, @Nullable BigDecimal rateCap, @Nullable BigDecimal budget) {

		static Terms of(StaffingRequest request) {
			ScheduleDraft schedule = request.scheduleSoFar();
			return new Terms(schedule.earliestStart(), schedule.latestStart(), schedule.end(), schedule.days(),
					Objects.requireNonNullElse(schedule.daysPerWeek(), new DayCount(10)), request.rateCap(),
					request.budget());
		}

		@Nullable Schedule schedule() {
			try {
				// Of an end and a number of days the end is taken until one is gone.
				return (this.earliest != null)
						? new Schedule(this.earliest, (this.latest != null) ? this.latest : this.earliest, this.end,
								(this.end != null) ? null : this.days, this.perWeek)
						: null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

	/** Whether nobody in the pool fits one of the positions. */
	boolean isUnanswerable(StaffingRequest request) {
		return request.positions()
			.stream()
			.anyMatch((one) -> this.forecasts
				.of(request, one.number(), one.details(), request.schedule().orElse(null), request.rateCap())
				.filter((forecast) -> forecast.fits() == 0)
				.isPresent());
	}

	/** For one position as it is typed. */
	Panel position(StaffingRequest request, int number, Position.Details details) {
		Terms terms = Terms.of(request);
		Optional<PoolForecast> forecast = this.forecasts.of(request, number, details, terms.schedule(),
				terms.rateCap());
		List<Contradiction> contradictions = new ArrayList<>(of(details));
		contradictions.addAll(dates(request, terms));
		forecast.ifPresent((one) -> contradictions.addAll(rate(request, one, terms.rateCap())));
		return new Panel(forecast.isPresent(), forecast.stream().toList(), contradictions);
	}

	/** For all positions, with terms as they are typed. */
	Panel terms(StaffingRequest request, Terms terms) {
		List<PoolForecast> found = request.positions()
			.stream()
			.flatMap((one) -> this.forecasts.of(request, one.number(), one.details(), terms.schedule(), terms.rateCap())
				.stream())
			.toList();
		List<Contradiction> contradictions = new ArrayList<>(dates(request, terms));
		found.forEach((one) -> contradictions.addAll(rate(request, one, terms.rateCap())));
		if (contradictions.isEmpty()) {
			contradictions.addAll(budget(request, found, terms));
		}
		return new Panel(found.size() == request.positions().size(), found,
				contradictions.stream().distinct().toList());
	}

	private static List<Contradiction> of(Position.Details details) {
		List<Contradiction> found = new ArrayList<>();
		Most most = MOST.getOrDefault(details.seniority(), new Most(5, 12));
		long high = details.skills().stream().filter((skill) -> skill.level() >= most.level()).count();
		if (high > most.skills()) {
			found.add(Contradiction.of("level", "consultants.seniority." + details.seniority(), high,
					"skills.level." + most.level()));
		}
		if (details.seniority() == Seniority.JUNIOR && details.years() > 4
				|| details.seniority() == Seniority.LEAD && details.years() < 4) {
			found.add(Contradiction.of("years", "consultants.seniority." + details.seniority(), details.years()));
		}
		return found;
	}

	private List<Contradiction> dates(StaffingRequest request, Terms terms) {
		List<Contradiction> found = new ArrayList<>();
		LocalDate start = terms.earliest();
		if (start == null) {
			return found;
		}
		if (start.isBefore(today(request))) {
			found.add(Contradiction.of("past", start));
		}
		LocalDate end = terms.end();
		DayCount days = terms.days();
		if (end != null && !end.isBefore(start) && end.isBefore(start.plusYears(LONGEST))) {
			DayCount working = working(request, start, end, terms.perWeek());
			if (days != null && days.compareTo(working) > 0) {
				found
					.add(Contradiction.of("days", days.days().doubleValue(), start, end, working.days().doubleValue()));
			}
			else if (days == null && !isWorkedBetween(request, start, end)) {
				found.add(Contradiction.of("none", start, end));
			}
		}
		return found;
	}

	/** Which day it is for the client, wherever the server is. */
	LocalDate today(StaffingRequest request) {
		return client(request).today(this.clock);
	}

	/** Whether anybody works for the client between two dates. */
	boolean isWorkedBetween(StaffingRequest request, LocalDate from, LocalDate to) {
		return this.days.isWorkedBetween(client(request), from, to);
	}

	/**
	 * Whether its dates leave no day of work: they did, or a closure was entered since.
	 */
	boolean isWithoutWork(StaffingRequest request) {
		ScheduleDraft dates = request.scheduleSoFar();
		return dates.earliestStart() != null && dates.end() != null
				&& !isWorkedBetween(request, dates.earliestStart(), dates.end());
	}

	private Organisation client(StaffingRequest request) {
		return this.organisations.findById(request.organisationId()).orElseThrow();
	}

	/**
	 * What should be said beside the number of days of a request; by the client's
	 * holidays.
	 */
	HolidayNotice holidays(StaffingRequest request) {
		Place place = client(request).place();
		return request.schedule()
			.filter((schedule) -> !schedule.expectedEnd().isBefore(schedule.earliestStart()))
			.map((schedule) -> this.calendar.notice(new Period(schedule.earliestStart(), schedule.expectedEnd()),
					place))
			.orElseGet(() -> this.calendar.notice(place));
	}

	private DayCount working(StaffingRequest request, LocalDate start, LocalDate end, DayCount perWeek) {
		Organisation organisation = client(request);
		return WorkingDays.total(this.days.months(organisation.id(), organisation.place(),
				new Schedule(start, start, end, null, perWeek), start));
	}

	private static List<Contradiction> rate(StaffingRequest request, PoolForecast forecast, @Nullable BigDecimal cap) {
		PoolForecast.Rates rates = forecast.uncapped();
		return (cap != null && rates != null && cap.compareTo(rates.low()) < 0) ? List
			.of(Contradiction.of("cap", Money.of(cap, request.currency()), Money.of(rates.low(), request.currency())))
				: List.of();
	}

	/** What all of it costs at least, where that is known of all positions. */
	private static List<Contradiction> budget(StaffingRequest request, List<PoolForecast> found, Terms terms) {
		BigDecimal budget = terms.budget();
		if (budget == null || found.isEmpty() || found.stream().anyMatch((one) -> one.least() == null)) {
			return List.of();
		}
		BigDecimal least = found.stream()
			.map((one) -> Objects.requireNonNull(one.least()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return (budget.compareTo(least) < 0) ? List
			.of(Contradiction.of("budget", Money.of(budget, request.currency()), Money.of(least, request.currency())))
				: List.of();
	}

}
