package org.muster.bench;

import org.muster.matching.MatchingBenchmark;
import org.muster.matching.TeamBenchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmark of a name, {@code matching}, {@code teams} or {@code outages}, else those of JMH whose names match,
 * and prints a line of RESULT for each.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	public static void main(String[] args) throws Exception {
		if (args.length > 0 && args[0].equals("matching")) {
			MatchingBenchmark.main(new String[] { System.getProperty("pool", "100000") });
			return;
		}
		if (args.length > 0 && args[0].equals("teams")) {
			TeamBenchmark.main(args);
			return;
		}
		if (args.length > 0 && args[0].equals("outages")) {
			Outages.run(Integer.getInteger("rounds", 200), System.getProperty("victim", "both"));
			return;
		}
		jmh(args);
	}

	private static void jmh(String[] args) throws RunnerException, CommandLineOptionException {
		for (RunResult result : new Runner(new CommandLineOptions(String.join(" ", args).split(" "))).run()) {
			String[] name = result.getParams().getBenchmark().split("\\.");
			var score = result.getPrimaryResult();
			System.out.printf("RESULT %s.%s score=%.3f error=%.3f unit=%s%n", name[name.length - 2],
					name[name.length - 1], score.getScore(), score.getScoreError(), score.getScoreUnit());
		}
	}

}
