package org.muster.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.muster.requests.GoalKind;
import org.muster.skills.SkillKind;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How matches are scored; {@code application.properties} has the values.
 *
 * @param weights the share of each part
 * @param goals what is added to the shares for each goal of a request
 * @param halfLife the years after which a skill that is not used counts for half
 * @param leastFree the least of the days a week asked that has to be free in every week,
 * in per cent
 * @param grace the days after the latest start over which availability fades to nothing
 * @param teamHours the least hours of the working day that all of a team have in common
 * @param serverLanguages the languages that the breadth rule counts
 * @param workflowKinds the kinds of skills that make a workflow more efficient
 * @param togetherSkills the skills that bring teams together
 * @param mentoringSkills the skills that raise others
 */
@ConfigurationProperties("muster.matching")
record MatchingSettings(Map<Part, Integer> weights, Map<GoalKind, Map<Part, Integer>> goals,
		@DefaultValue("6") double halfLife, @DefaultValue("80") int leastFree, @DefaultValue("60") int grace,
		@DefaultValue("3") int teamHours, List<String> serverLanguages, List<SkillKind> workflowKinds,
		List<String> togetherSkills, List<String> mentoringSkills) {

	/** Those of a request with some goals, before anybody tilts them. */
	Weights weightsFor(Set<GoalKind> asked) {
		EnumMap<Part, Integer> shares = new EnumMap<>(this.weights);
		asked.forEach((goal) -> this.goals.getOrDefault(goal, Map.of())
			.forEach((part, more) -> shares.merge(part, more, Integer::sum)));
		return new Weights(shares);
	}

}
