package org.muster.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.muster.matching.TeamSolver.Aim;
import org.muster.matching.TeamSolver.Solution;

/**
 * How long a team of ten takes out of 200 people for each position, for each aim, and how
 * often it is proven within the time that pages allow for it.
 */
public final class TeamBenchmark {

	private static final int REQUESTS = 20;

	private static final double PATIENCE = 2;

	private TeamBenchmark() {
	}

	public static void main(String[] args) {
		TeamSolver solver = new TeamSolver();
		solve(solver, new GeneratedTeams(1), Aim.BEST_FIT, new double[1]);
		StringBuilder result = new StringBuilder("RESULT teams seats=10 candidates=200 requests=" + REQUESTS);
		for (Aim aim : Aim.values()) {
			GeneratedTeams generated = new GeneratedTeams(5);
			double[] times = new double[REQUESTS];
			int proven = 0;
			for (int one = 0; one < REQUESTS; one++) {
				double[] took = new double[1];
				proven += solve(solver, generated, aim, took) ? 1 : 0;
				times[one] = took[0];
			}
			Arrays.sort(times);
			result.append(String.format(Locale.ROOT, " %1$s.p50=%2$.0f %1$s.max=%3$.0f %1$s.proven=%4$d/%5$d", aim,
					times[REQUESTS / 2], times[REQUESTS - 1], proven, REQUESTS));
		}
		System.out.println(result);
	}

	private static boolean solve(TeamSolver solver, GeneratedTeams generated, Aim aim, double[] took) {
		TeamProblem problem = generated.problem(List.of(4, 3, 2, 1), 200, 14);
		Optional<Solution> best = (aim == Aim.LOWEST_COST)
				? solver.solve(problem, Aim.BEST_FIT, Optional.empty(), problem.rules(), PATIENCE) : Optional.empty();
		long begun = System.nanoTime();
		Optional<Solution> solution = solver.solve(problem, aim, best, problem.rules(), PATIENCE);
		took[0] = (System.nanoTime() - begun) / 1e6;
		return solution.map(Solution::proven).orElse(false);
	}

}
