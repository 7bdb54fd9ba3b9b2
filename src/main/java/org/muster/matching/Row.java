package org.muster.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

import org.muster.consultants.Candidate;
import org.muster.consultants.SkillHeld;

/**
 * A consultant in numbers, on the way into the columns of a {@link Segment} or out of
 * them.
 *
 * @param rate in cents
 * @param currency by its number, as the zone
 * @param roles a bit for each
 * @param modes a bit for each
 * @param availableFrom days since 1970
 * @param taken see {@link Window#taken}
 * @param skills ids of the skills that there is evidence of
 * @param units the strength of each
 * @param languages by number
 * @param levels the level of each, 1 to 6
 */
record Row(int id, int rate, int currency, int zone, int roles, int modes, int seniority, int years, int availableFrom,
		Standing standing, int[] taken, int[] skills, int[] units, int[] languages, int[] levels) {

	private static final int MOST_YEARS = 255;

	/**
	 * @throws ArithmeticException if the id or the rate is larger than a number of 32
	 * bits
	 */
	static Row of(Candidate candidate, Yardstick yardstick, PoolNames names) {
		Map<Long, SkillHeld> held = candidate.skills();
		Map<Long, Integer> strengths = yardstick.strengths().of(held);
		long[] ids = strengths.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
		int[] skills = new int[ids.length];
		int[] units = new int[ids.length];
		for (int at = 0; at < ids.length; at++) {
			skills[at] = Math.toIntExact(ids[at]);
			units[at] = strengths.getOrDefault(ids[at], 0);
		}
		int[][] spoken = candidate.languages()
			.entrySet()
			.stream()
			.map((one) -> new int[] { names.languages().number(one.getKey()), Scoring.code(one.getValue()) })
			.sorted(Comparator.comparing((pair) -> pair[0]))
			.toArray(int[][]::new);
		int[] languages = Arrays.stream(spoken).mapToInt((pair) -> pair[0]).toArray();
		int[] levels = Arrays.stream(spoken).mapToInt((pair) -> pair[1]).toArray();
		return new Row(Math.toIntExact(candidate.id()), Math.toIntExact(Scoring.cents(candidate.billRate())),
				names.currencies().number(candidate.currency()), names.zones().number(candidate.timeZone()),
				bits(candidate.roles()), bits(candidate.workModes()), candidate.seniority().ordinal(),
				Math.min(MOST_YEARS, candidate.years()), Window.day(candidate.availableFrom()),
				yardstick.standings().of(candidate, strengths), Window.taken(candidate.absences()), skills, units,
				languages, levels);
	}

	static int bits(Iterable<? extends Enum<?>> values) {
		int bits = 0;
		for (Enum<?> value : values) {
			bits |= 1 << value.ordinal();
		}
		return bits;
	}

	/** What of the worth does not depend on what is asked: the best stand first. */
	int worth() {
		return this.standing.breadth() + this.standing.reviews()
				+ (this.standing.workflow() + this.standing.together() + this.standing.level()) / 2
				+ 80 * this.seniority + 5 * Math.min(10, this.years);
	}

}
