package org.muster.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Start;
import org.muster.availability.StartFinder;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.closures.Closures;
import org.muster.consultants.Candidate;
import org.muster.matching.TeamProblem.Rule;
import org.muster.matching.TeamSolver.Aim;
import org.muster.matching.TeamSolver.Solution;
import org.muster.money.Money;
import org.muster.pricing.Price;
import org.muster.pricing.VolumeDiscount;
import org.muster.pricing.VolumeDiscounts;
import org.muster.requests.ExpectedDays;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.vocabulary.Seniority;

import org.springframework.stereotype.Component;

/**
 * Teams for requests with more than one seat: the best fit, the lowest cost that keeps 90
 * % of it, and the earliest start.
 */
@Component
class Teams {

	/** The most seats that teams are made for. */
	static final int MOST_SEATS = 30;

	/** The best for each position among whom a team is looked for. */
	static final int OPTIONS = 200;

	/** Costs are counted in as many decimals: the most that a currency has. */
	static final int DECIMALS = Rates.UNITS;

	/** Seconds for each of the three. */
	private static final Map<Aim, Double> PATIENCE = Map.of(Aim.BEST_FIT, 0.9, Aim.LOWEST_COST, 0.5, Aim.EARLIEST_START,
			0.5);

	private static final double ASKING = 0.3;

	private static final int WAITING = 4;

	private static final int WORKING_HOURS = 8;

	private final Semaphore turn = new Semaphore(1, true);

	private final Matching matching;

	private final TeamSolver solver;

	private final MatchingSettings settings;

	private final Cache<Asked, Offer> known = Caffeine.newBuilder()
		.maximumSize(50)
		.expireAfterWrite(Duration.ofMinutes(10))
		.build();

	private final HolidayCalendar calendar;

	private final Closures closed;

	private final VolumeDiscounts volumes;

	Teams(Matching matching, TeamSolver solver, MatchingSettings settings, HolidayCalendar calendar, Closures closed,
			VolumeDiscounts volumes) {
		this.calendar = calendar;
		this.closed = closed;
		this.volumes = volumes;
		this.matching = matching;
		this.solver = solver;
		this.settings = settings;
	}

	/**
	 * What can be offered.
	 *
	 * @param teams the three, or none
	 * @param lacking the positions that fewer people fit than they have seats, and how
	 * many do
	 * @param broken the rules each of which alone keeps every team out
	 * @param cheapest what the cheapest team costs where the budget is broken
	 */
	record Offer(List<Team> teams, Map<Position, Integer> lacking, Set<Rule> broken, @Nullable Money cheapest) {

		static Offer lacking(Map<Position, Integer> lacking) {
			return new Offer(List.of(), lacking, Set.of(), null);
		}

	}

	/** The same request of the same pool is told the same. */
	private record Asked(List<Long> positions, List<Demand> demands, List<Integer> seats, @Nullable BigDecimal budget,
			Place place, int holidays, Map<LocalDate, String> closed, long pool, Buyer buyer, VolumeDiscount volume) {
	}

	/**
	 * One at a time, since each takes all that the machine has.
	 * @param request with its dates
	 * @param place whose public holidays count
	 * @return nothing if others keep the machine busy for too long
	 * @throws WarmingUp if the pool is still being read
	 */
	Optional<Offer> of(StaffingRequest request, Place place) {
		List<Position> positions = request.positions();
		Buyer buyer = this.matching.buyer(request);
		Asked asked = new Asked(positions.stream().map(Position::id).toList(),
				positions.stream().map((position) -> Demand.of(request, position)).toList(),
				positions.stream().map(Position::headCount).toList(), request.budget(), place, this.calendar.version(),
				this.closed.during(widest(request.schedule().orElseThrow(), buyer), request.organisationId()),
				this.matching.poolVersion(), buyer, this.volumes.of(request.organisationId()));
		Offer known = this.known.getIfPresent(asked);
		return (known != null) ? Optional.of(known) : inTurn(request, asked);
	}

	private Optional<Offer> inTurn(StaffingRequest request, Asked asked) {
		try {
			if (!this.turn.tryAcquire(WAITING, TimeUnit.SECONDS)) {
				return Optional.empty();
			}
			try {
				return Optional.of(this.known.get(asked, (unknown) -> make(request, asked)));
			}
			finally {
				this.turn.release();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private Offer make(StaffingRequest request, Asked asked) {
		Map<Position, List<Match>> fitting = priced(this.matching.fitting(request, OPTIONS));
		Map<Position, Integer> lacking = new LinkedHashMap<>();
		fitting.forEach((position, matches) -> {
			if (matches.size() < position.headCount()) {
				lacking.put(position, matches.size());
			}
		});
		if (!lacking.isEmpty()) {
			return Offer.lacking(lacking);
		}
		TeamProblem problem = problem(request, asked, List.copyOf(fitting.values()));
		Optional<Solution> best = solve(problem, Aim.BEST_FIT, Optional.empty());
		if (best.isEmpty()) {
			return broken(request, problem);
		}
		List<Team> teams = new ArrayList<>();
		for (Aim aim : Aim.values()) {
			Optional<Solution> found = (aim == Aim.BEST_FIT) ? best : solve(problem, aim, best);
			found.ifPresent((solution) -> teams.add(team(request, problem, aim, solution)));
		}
		return new Offer(teams, Map.of(), Set.of(), null);
	}

	/** Without those whose price is not known: nobody can say what they would cost. */
	private static Map<Position, List<Match>> priced(Map<Position, List<Match>> fitting) {
		Map<Position, List<Match>> priced = new LinkedHashMap<>();
		fitting.forEach((position, matches) -> priced.put(position,
				matches.stream().filter((match) -> match.price() != null).toList()));
		return priced;
	}

	private Optional<Solution> solve(TeamProblem problem, Aim aim, Optional<Solution> than) {
		return this.solver.solve(problem, aim, than, problem.rules(), PATIENCE.getOrDefault(aim, ASKING));
	}

	/** Which rule would have to go. */
	private Offer broken(StaffingRequest request, TeamProblem problem) {
		EnumSet<Rule> broken = EnumSet.noneOf(Rule.class);
		Money cheapest = null;
		for (Rule rule : problem.rules()) {
			EnumSet<Rule> others = EnumSet.copyOf(problem.rules());
			others.remove(rule);
			Optional<Solution> without = this.solver.solve(problem, Aim.LOWEST_COST, Optional.empty(), others, ASKING);
			if (without.isPresent()) {
				broken.add(rule);
				cheapest = (rule == Rule.BUDGET) ? cost(without.get().members(), problem.volume(), request.currency())
						: cheapest;
			}
		}
		return new Offer(List.of(), Map.of(), broken, cheapest);
	}

	private TeamProblem problem(StaffingRequest request, Asked asked, List<List<Match>> fitting) {
		Map<Long, Integer> skills = new HashMap<>();
		asked.demands()
			.stream()
			.flatMap((demand) -> demand.required().stream())
			.forEach((one) -> skills.merge(one.skillId(), one.level(), Math::max));
		Schedule schedule = request.schedule().orElseThrow();
		Period widest = widest(schedule, asked.buyer());
		Map<LocalDate, String> holidays = this.calendar.during(widest, asked.place());
		List<TeamOption> options = new ArrayList<>();
		Map<String, Integer> offsets = new HashMap<>();
		for (int position = 0; position < fitting.size(); position++) {
			for (Match match : fitting.get(position)) {
				Candidate person = match.candidate();
				Start from = Objects.requireNonNull(match.start(), "Whoever fits can start");
				LocalDate start = from.from();
				List<MonthDays> months = months(schedule, from, asked.place(), person,
						new WorkingDays(holidays, asked.closed(), AbsenceRow.leaves(person.absences())));
				offsets.computeIfAbsent(person.timeZone(),
						(zone) -> ZoneId.of(zone).getRules().getOffset(start.atTime(9, 0)).getTotalSeconds() / 60);
				Price price = Objects.requireNonNull(match.price());
				Money cost = asked.buyer().prices().cost(price.rate(), price.asOf(), months).rounded();
				options.add(new TeamOption(position, match, WorkingDays.total(months), units(cost.amount()),
						StartFinder.day(start), meets(person, skills)));
			}
		}
		BigDecimal budget = asked.budget();
		boolean junior = request.positions().stream().anyMatch((one) -> one.seniority() == Seniority.JUNIOR);
		int hours = asked.demands().stream().mapToInt(Demand::hours).max().orElse(0);
		return new TeamProblem(asked.seats(), options, (budget != null) ? units(budget) : Long.MAX_VALUE,
				asked.volume(), offsets, Math.max(hours, this.settings.teamHours()), junior,
				new TreeSet<>(skills.keySet()));
	}

	/** The skills of the whole request that a person meets in full. */
	private Set<Long> meets(Candidate person, Map<Long, Integer> skills) {
		Map<Long, Integer> strengths = this.matching.strengths(person);
		Set<Long> meets = new HashSet<>();
		skills.forEach((skill, level) -> {
			if (strengths.getOrDefault(skill, 0) >= level * ScoreScale.LEVEL) {
				meets.add(skill);
			}
		});
		return meets;
	}

	/** The days that a draft would count: to the end, or until as many are done. */
	private static List<MonthDays> months(Schedule schedule, Start start, Place place, Candidate person,
			WorkingDays calendar) {
		LocalDate from = start.from();
		DayCount days = schedule.days();
		LocalDate last = (days != null) ? from.plusDays(ExpectedDays.longest(days, start.perWeek()))
				: schedule.expectedEnd();
		Period period = new Period(from, last.isBefore(from) ? from : last);
		WorkPattern pattern = person.capacity().plan(from, start.perWeek(), period.to(), place).pattern();
		if (days == null) {
			return calendar.months(period, pattern);
		}
		WorkingDays.Course course = calendar.course(from, days, pattern);
		return calendar.months(course.period(), course.pattern());
	}

	/** All days that anybody could work. */
	private Period widest(Schedule schedule, Buyer buyer) {
		LocalDate latest = buyer.workdays().from(schedule.lastInTime(buyer.workdays()).plusDays(this.settings.grace()));
		DayCount days = schedule.days();
		LocalDate last = (days != null) ? latest.plusDays(ExpectedDays.longest(days, new DayCount(1)))
				: schedule.expectedEnd();
		return new Period(schedule.earliestStart(), last.isBefore(latest) ? latest : last);
	}

	private static long units(BigDecimal amount) {
		return amount.movePointRight(DECIMALS).longValue();
	}

	private static Money cost(Collection<TeamOption> members, String currency) {
		return Money.of(BigDecimal.valueOf(members.stream().mapToLong(TeamOption::cents).sum(), DECIMALS), currency)
			.rounded();
	}

	/** After the volume discount, which is rounded once, as in a proposal. */
	private static Money cost(Collection<TeamOption> members, VolumeDiscount volume, String currency) {
		Money gross = cost(members, currency);
		return gross.minus(gross.percent(percent(members, volume)).rounded());
	}

	private static BigDecimal percent(Collection<TeamOption> members, VolumeDiscount volume) {
		return volume.percent(members.stream().map(TeamOption::days).reduce(DayCount.ZERO, DayCount::plus));
	}

	private Team team(StaffingRequest request, TeamProblem problem, Aim aim, Solution solution) {
		List<Team.Member> members = solution.members()
			.stream()
			.map((one) -> new Team.Member(request.positions().get(one.position()), one.match().forClients(), one.days(),
					cost(List.of(one), request.currency()), LocalDate.ofEpochDay(one.start())))
			.toList();
		int[] offsets = solution.members()
			.stream()
			.mapToInt((one) -> problem.offsets().getOrDefault(one.match().candidate().timeZone(), 0))
			.toArray();
		int minutes = WORKING_HOURS * 60;
		for (int one : offsets) {
			for (int other : offsets) {
				minutes = Math.min(minutes, ScoreScale.minutesInCommon((long) one - other));
			}
		}
		Set<Long> uncovered = new TreeSet<>(problem.skills());
		uncovered.removeAll(solution.covered());
		return new Team(aim, members,
				BigDecimal.valueOf(solution.fit())
					.divide(BigDecimal.valueOf(10L * members.size()), 1, RoundingMode.HALF_UP),
				cost(solution.members(), problem.volume(), request.currency()),
				percent(solution.members(), problem.volume()),
				members.stream().map(Team.Member::start).max(LocalDate::compareTo).orElse(LocalDate.MAX),
				minutes / 60.0, names(solution.covered()), names(uncovered), solution.proven(), solution.gap());
	}

	private List<String> names(Set<Long> skills) {
		return skills.stream().map(this.matching::skillName).sorted().collect(Collectors.toList());
	}

}
