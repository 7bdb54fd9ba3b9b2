package org.muster.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import org.muster.calendar.DayCount;
import org.muster.matching.TeamProblem.Rule;
import org.muster.vocabulary.Seniority;

import org.springframework.stereotype.Component;

/**
 * Seats a team by CP-SAT of Google's OR-Tools: a yes or no for each person and position,
 * under the rules of a team. Seats of one position are alike and share their variables,
 * so that no team is looked at twice.
 */
@Component
class TeamSolver {

	/**
	 * A required skill that somebody of the team meets is worth as many tenths of a
	 * point.
	 */
	static final int COVERED = 50;

	/** The least fit of the cheapest team, in per cent of the best. */
	static final int LEAST_FIT = 90;

	/** A day earlier outweighs whatever fit there is. */
	private static final long DAY = 1_000_000;

	private static final int WORKERS = 2;

	/** What is looked for. */
	enum Aim {

		BEST_FIT, LOWEST_COST, EARLIEST_START

	}

	/**
	 * A team.
	 *
	 * @param members one for each seat
	 * @param fit the sum of their scores, in tenths
	 * @param covered the skills that somebody of them meets, by id
	 * @param proven whether no team is better
	 * @param gap how much better one could be at the most where that is not proven, in
	 * the measure of the aim: tenths of points, ten-thousandths of the currency or days
	 */
	record Solution(List<TeamOption> members, int fit, Set<Long> covered, boolean proven, long gap) {
	}

	/** The native code is unpacked when it is first needed, which takes half a second. */
	private static final class Native {

		static {
			try {
				Loader.loadNativeLibraries();
			}
			catch (RuntimeException | UnsatisfiedLinkError ex) {
				throw new IllegalStateException("This jar has no OR-Tools for " + System.getProperty("os.name") + " on "
						+ System.getProperty("os.arch") + ": build it there, or with -Pall-platforms", ex);
			}
		}

		private Native() {
		}

		static void load() {
			// Being called is enough.
		}

	}

	/**
	 * @param than the best team, which the cheapest is measured by; not needed for others
	 * @return nothing where no team keeps to the rules, or none was found in time
	 */
	Optional<Solution> solve(TeamProblem problem, Aim aim, Optional<Solution> than, Set<Rule> rules, double seconds) {
		Native.load();
		Model model = new Model(problem, rules);
		switch (aim) {
			case BEST_FIT -> model.model.maximize(model.worth());
			case LOWEST_COST -> {
				than.ifPresent((best) -> model.atLeast(best.fit() * LEAST_FIT / 100, best.covered().size()));
				model.model.minimize(model.cost);
			}
			case EARLIEST_START -> model.model
				.minimize(LinearExpr.newBuilder().addTerm(model.lastStart(), DAY).addTerm(model.worthVariable(), -1));
		}
		return model.solve(aim, seconds);
	}

	private static final class Model {

		private final CpModel model = new CpModel();

		private final TeamProblem problem;

		private final Map<TeamOption, BoolVar> taken = new LinkedHashMap<>();

		private final List<BoolVar> covered = new ArrayList<>();

		/** What all cost, after the volume discount. */
		private final IntVar cost;

		Model(TeamProblem problem, Set<Rule> rules) {
			this.problem = problem;
			problem.options().forEach((option) -> this.taken.put(option, this.model.newBoolVar("")));
			seats();
			cover();
			this.cost = this.model.newIntVar(0, problem.options().stream().mapToLong(TeamOption::cents).sum(), "");
			cost();
			if (rules.contains(Rule.BUDGET)) {
				this.model.addLessOrEqual(this.cost, problem.budget());
			}
			if (rules.contains(Rule.HOURS)) {
				hours();
			}
			if (rules.contains(Rule.SENIOR)) {
				this.model.addBoolOr(this.taken.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().match().candidate().seniority().compareTo(Seniority.SENIOR) >= 0)
					.map(Map.Entry::getValue)
					.toArray(Literal[]::new));
			}
		}

		private void seats() {
			Map<Long, List<Literal>> byPerson = new HashMap<>();
			for (int position = 0; position < this.problem.seats().size(); position++) {
				LinearExprBuilder seated = LinearExpr.newBuilder();
				for (Map.Entry<TeamOption, BoolVar> entry : this.taken.entrySet()) {
					if (entry.getKey().position() == position) {
						seated.add(entry.getValue());
						byPerson.computeIfAbsent(entry.getKey().person(), (person) -> new ArrayList<>())
							.add(entry.getValue());
					}
				}
				this.model.addEquality(seated, this.problem.seats().get(position));
			}
			byPerson.values().stream().filter((own) -> own.size() > 1).forEach(this.model::addAtMostOne);
		}

		private void cover() {
			for (long skill : this.problem.skills()) {
				LinearExprBuilder meeting = LinearExpr.newBuilder();
				this.taken.forEach((option, taken) -> {
					if (option.meets().contains(skill)) {
						meeting.add(taken);
					}
				});
				BoolVar covered = this.model.newBoolVar("");
				this.model.addLessOrEqual(covered, meeting);
				this.covered.add(covered);
			}
		}

		/**
		 * Working days are of one length, so that two and two in common are all in
		 * common.
		 */
		private void hours() {
			Map<String, BoolVar> zones = new TreeMap<>();
			this.taken.forEach((option, taken) -> this.model.addImplication(taken,
					zones.computeIfAbsent(option.match().candidate().timeZone(), (zone) -> this.model.newBoolVar(""))));
			List<String> names = List.copyOf(zones.keySet());
			for (int one = 0; one < names.size(); one++) {
				for (int other = one + 1; other < names.size(); other++) {
					if (this.problem.clash(names.get(one), names.get(other))) {
						this.model
							.addAtMostOne(new Literal[] { zones.get(names.get(one)), zones.get(names.get(other)) });
					}
				}
			}
		}

		/** By the tier of the volume discount in which the days of all lie. */
		private void cost() {
			NavigableMap<DayCount, BigDecimal> tiers = this.problem.volume().tiers();
			List<Literal> choice = new ArrayList<>();
			tiers.forEach((from, percent) -> {
				BoolVar chosen = this.model.newBoolVar("");
				choice.add(chosen);
				LinearExprBuilder days = LinearExpr.newBuilder();
				LinearExprBuilder cost = LinearExpr.newBuilder();
				this.taken.forEach((option, taken) -> {
					days.addTerm(taken, option.days().halves());
					cost.addTerm(taken, option.cents(percent));
				});
				this.model.addGreaterOrEqual(days, from.halves()).onlyEnforceIf(chosen);
				DayCount next = tiers.higherKey(from);
				if (next != null) {
					this.model.addLessThan(days, next.halves()).onlyEnforceIf(chosen);
				}
				this.model.addEquality(cost, this.cost).onlyEnforceIf(chosen);
			});
			this.model.addExactlyOne(choice);
		}

		private LinearExprBuilder fit() {
			LinearExprBuilder fit = LinearExpr.newBuilder();
			this.taken.forEach((option, taken) -> fit.addTerm(taken, option.match().tenths()));
			return fit;
		}

		private LinearExprBuilder worth() {
			LinearExprBuilder worth = fit();
			this.covered.forEach((covered) -> worth.addTerm(covered, COVERED));
			return worth;
		}

		private IntVar worthVariable() {
			IntVar worth = this.model.newIntVar(0, DAY - 1, "");
			this.model.addEquality(worth, worth());
			return worth;
		}

		private void atLeast(int fit, int covered) {
			this.model.addGreaterOrEqual(fit(), fit);
			LinearExprBuilder all = LinearExpr.newBuilder();
			this.covered.forEach(all::add);
			this.model.addGreaterOrEqual(all, covered);
		}

		/** The day on which all have started: nobody whose start is later is seated. */
		private IntVar lastStart() {
			int[] days = this.problem.options().stream().mapToInt(TeamOption::start).distinct().sorted().toArray();
			IntVar last = this.model.newIntVar(0, days[days.length - 1] - (long) days[0], "");
			// By each day a bit: whether anybody starts that late, and so on every
			// earlier day.
			BoolVar[] late = new BoolVar[days.length];
			LinearExprBuilder sum = LinearExpr.newBuilder();
			for (int at = 1; at < days.length; at++) {
				late[at] = this.model.newBoolVar("");
				sum.addTerm(late[at], (long) days[at] - days[at - 1]);
				if (at > 1) {
					this.model.addImplication(late[at], late[at - 1]);
				}
			}
			this.model.addEquality(last, sum);
			this.taken.forEach((option, taken) -> {
				int at = java.util.Arrays.binarySearch(days, option.start());
				if (at > 0) {
					this.model.addImplication(taken, late[at]);
				}
			});
			return last;
		}

		Optional<Solution> solve(Aim aim, double seconds) {
			CpSolver solver = new CpSolver();
			solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(WORKERS).setRandomSeed(1);
			CpSolverStatus status = solver.solve(this.model);
			if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
				return Optional.empty();
			}
			List<TeamOption> members = this.taken.entrySet()
				.stream()
				.filter((entry) -> solver.booleanValue(entry.getValue()))
				.map(Map.Entry::getKey)
				.sorted((one, other) -> Integer.compare(one.position(), other.position()))
				.toList();
			Set<Long> covered = new java.util.TreeSet<>();
			members.forEach((member) -> covered.addAll(member.meets()));
			covered.retainAll(this.problem.skills());
			long gap = (long) Math.ceil(Math.abs(solver.objectiveValue() - solver.bestObjectiveBound()));
			return Optional
				.of(new Solution(members, members.stream().mapToInt((one) -> one.match().tenths()).sum(), covered,
						status == CpSolverStatus.OPTIMAL, (aim == Aim.EARLIEST_START) ? (gap + DAY - 1) / DAY : gap));
		}

	}

}
