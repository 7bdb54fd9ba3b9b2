package org.muster.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.muster.calendar.DayCount;
import org.muster.consultants.Candidate;
import org.muster.pricing.VolumeDiscount;

/**
 * Requests for teams drawn at random, the same for the same seed: neighbouring positions
 * share half of those who could take them, and all rules have to be kept to.
 */
final class GeneratedTeams {

	private final Random random;

	private final GeneratedPool pool;

	GeneratedTeams(long seed) {
		this.random = new Random(seed);
		this.pool = new GeneratedPool(Matchers.TAXONOMY, seed + 1, 8);
	}

	/**
	 * @param seats how many each position has
	 * @param options how many could take those of each position
	 * @param skills how many the request asks for in all
	 */
	TeamProblem problem(List<Integer> seats, int options, int skills) {
		return problem(seats, options, skills, VolumeDiscount.NONE);
	}

	TeamProblem problem(List<Integer> seats, int options, int skills, VolumeDiscount volume) {
		List<Candidate> people = this.pool.people(options * 2);
		List<TeamOption> all = new ArrayList<>();
		Map<String, Integer> offsets = new HashMap<>();
		int heads = seats.stream().mapToInt(Integer::intValue).sum();
		for (int position = 0; position < seats.size(); position++) {
			Demand demand = this.pool.demand(5);
			for (int option = 0; option < options; option++) {
				Candidate person = people.get((position * options / 2 + option) % people.size());
				Match match = new Scoring(demand, Matchers.weights(demand), Matchers.CONTEXT, Matchers.buyer(demand))
					.match(person);
				Set<Long> meets = new HashSet<>();
				for (long skill = 0; skill < skills; skill++) {
					if (this.random.nextInt(4) == 0) {
						meets.add(skill);
					}
				}
				offsets.put(person.timeZone(),
						java.time.ZoneId.of(person.timeZone())
							.getRules()
							.getOffset(java.time.Instant.EPOCH)
							.getTotalSeconds() / 60);
				int days = 50 + (int) (person.id() * 7 % 20);
				all.add(new TeamOption(position, match, new DayCount(days * 2), Rates.units(person.billRate()) * days,
						this.random.nextInt(40), meets));
			}
		}
		Set<Long> asked = new TreeSet<>();
		for (long skill = 0; skill < skills; skill++) {
			asked.add(skill);
		}
		return new TeamProblem(seats, all, heads * 480L * 60 * 10_000, volume, offsets, 3, true, asked);
	}

}
