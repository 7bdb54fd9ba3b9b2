package org.muster.matching;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.pricing.VolumeDiscount;

/**
 * All seats of a request and those who could take them.
 *
 * @param seats how many seats each position has
 * @param options who could take them
 * @param budget the most that all may cost, in ten-thousandths of the currency, or
 * {@link Long#MAX_VALUE}
 * @param volume what is taken off for the days that all take
 * @param offsets how far ahead of UTC the clocks of each zone are, in minutes
 * @param hours hours of the working day that all of the team have in common
 * @param needsSenior whether somebody senior has to be among them
 * @param skills the skills that are required anywhere in the request, by id
 */
record TeamProblem(List<Integer> seats, List<TeamOption> options, long budget, VolumeDiscount volume,
		Map<String, Integer> offsets, int hours, boolean needsSenior, Set<Long> skills) {

	/** What a team has to keep to, beyond the limits of each seat. */
	enum Rule {

		BUDGET, HOURS, SENIOR

	}

	Set<Rule> rules() {
		EnumSet<Rule> rules = EnumSet.noneOf(Rule.class);
		if (this.budget < Long.MAX_VALUE) {
			rules.add(Rule.BUDGET);
		}
		if (this.hours > 0) {
			rules.add(Rule.HOURS);
		}
		if (this.needsSenior) {
			rules.add(Rule.SENIOR);
		}
		return rules;
	}

	boolean clash(String zone, String other) {
		return ScoreScale.minutesInCommon(
				(long) this.offsets.getOrDefault(zone, 0) - this.offsets.getOrDefault(other, 0)) < this.hours * 60;
	}

}
