package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.matching.TeamProblem.Rule;
import org.muster.matching.TeamSolver.Aim;
import org.muster.matching.TeamSolver.Solution;
import org.muster.pricing.FrameAgreement;
import org.muster.pricing.VolumeDiscount;
import org.muster.vocabulary.Seniority;

import static org.assertj.core.api.Assertions.assertThat;

/** Against every team that there could be, over small pools drawn at random. */
class TeamSolverTest {

	private static final double PATIENCE = 20;

	/** More days may cost less. */
	private static final VolumeDiscount VOLUME = new VolumeDiscount(new FrameAgreement(1, "Frame",
			new Period(LocalDate.EPOCH, LocalDate.of(2100, 1, 1)),
			new TreeMap<>(Map.of(10, new BigDecimal("1"), 175, new BigDecimal("3.25"), 190, new BigDecimal("30"))),
			null, null), DayCount.of("10.5"));

	private final TeamSolver solver = new TeamSolver();

	private final GeneratedTeams generated = new GeneratedTeams(22);

	@Test
	void noTeamOfASmallPoolServesItsAimBetter() {
		int found = 0;
		for (int round = 0; round < 40; round++) {
			TeamProblem problem = this.generated.problem(List.of(2, 1), 7, 4,
					(round % 2 == 0) ? VolumeDiscount.NONE : VOLUME);
			List<List<TeamOption>> teams = teams(problem);
			Optional<Solution> best = this.solver.solve(problem, Aim.BEST_FIT, Optional.empty(), problem.rules(),
					PATIENCE);
			assertThat(best.isPresent()).isEqualTo(!teams.isEmpty());
			if (best.isEmpty()) {
				continue;
			}
			found++;
			assertThat(best.get().proven()).isTrue();
			assertThat(keeps(best.get().members(), problem)).isTrue();
			assertThat(worth(best.get().members(), problem))
				.isEqualTo(teams.stream().mapToInt((team) -> worth(team, problem)).max().orElseThrow());
			Solution cheap = this.solver.solve(problem, Aim.LOWEST_COST, best, problem.rules(), PATIENCE).orElseThrow();
			int least = best.get().fit() * TeamSolver.LEAST_FIT / 100;
			assertThat(cost(cheap.members(), problem)).isEqualTo(teams.stream()
				.filter((team) -> fit(team) >= least && covered(team, problem).size() >= best.get().covered().size())
				.mapToLong((team) -> cost(team, problem))
				.min()
				.orElseThrow());
			Solution early = this.solver.solve(problem, Aim.EARLIEST_START, best, problem.rules(), PATIENCE)
				.orElseThrow();
			int soonest = teams.stream().mapToInt(TeamSolverTest::start).min().orElseThrow();
			assertThat(start(early.members())).isEqualTo(soonest);
			assertThat(worth(early.members(), problem)).isEqualTo(teams.stream()
				.filter((team) -> start(team) == soonest)
				.mapToInt((team) -> worth(team, problem))
				.max()
				.orElseThrow());
		}
		assertThat(found).isGreaterThan(15);
	}

	@Test
	void tenSeatsWithTwoHundredPeopleEachAreFilledByTenAndTheResultIsProvenOrShowsItsBound() {
		TeamProblem problem = this.generated.problem(List.of(4, 3, 2, 1), 200, 14);
		Solution best = this.solver.solve(problem, Aim.BEST_FIT, Optional.empty(), problem.rules(), 2).orElseThrow();
		assertThat(best.members()).hasSize(10).extracting(TeamOption::person).doesNotHaveDuplicates();
		assertThat(keeps(best.members(), problem)).isTrue();
		assertThat(best.proven()).isEqualTo(best.gap() == 0);
	}

	/** All teams that keep to the rules, of two seats alike and one more. */
	private static List<List<TeamOption>> teams(TeamProblem problem) {
		List<List<TeamOption>> teams = new ArrayList<>();
		List<TeamOption> first = problem.options().stream().filter((one) -> one.position() == 0).toList();
		List<TeamOption> second = problem.options().stream().filter((one) -> one.position() == 1).toList();
		for (int one = 0; one < first.size(); one++) {
			for (int other = one + 1; other < first.size(); other++) {
				for (TeamOption third : second) {
					List<TeamOption> team = List.of(first.get(one), first.get(other), third);
					if (keeps(team, problem)) {
						teams.add(team);
					}
				}
			}
		}
		return teams;
	}

	private static boolean keeps(List<TeamOption> team, TeamProblem problem) {
		assertThat(problem.rules()).containsExactlyInAnyOrder(Rule.values());
		return team.stream().map(TeamOption::person).distinct().count() == team.size()
				&& cost(team, problem) <= problem.budget()
				&& team.stream().anyMatch((one) -> one.match().candidate().seniority().compareTo(Seniority.SENIOR) >= 0)
				&& team.stream()
					.allMatch((one) -> team.stream()
						.noneMatch((other) -> problem.clash(one.match().candidate().timeZone(),
								other.match().candidate().timeZone())));
	}

	private static int fit(List<TeamOption> team) {
		return team.stream().mapToInt((one) -> one.match().tenths()).sum();
	}

	private static Set<Long> covered(List<TeamOption> team, TeamProblem problem) {
		Set<Long> covered = new HashSet<>();
		team.forEach((one) -> covered.addAll(one.meets()));
		covered.retainAll(problem.skills());
		return covered;
	}

	private static int worth(List<TeamOption> team, TeamProblem problem) {
		return fit(team) + TeamSolver.COVERED * covered(team, problem).size();
	}

	private static long cost(List<TeamOption> team, TeamProblem problem) {
		BigDecimal percent = problem.volume()
			.percent(team.stream().map(TeamOption::days).reduce(DayCount.ZERO, DayCount::plus));
		return team.stream().mapToLong((one) -> one.cents(percent)).sum();
	}

	private static int start(List<TeamOption> team) {
		return team.stream().mapToInt(TeamOption::start).max().orElseThrow();
	}

}
