package org.muster.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.muster.requests.GoalKind;
import org.muster.requests.Position;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Skill;
import org.muster.skills.SkillKind;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Seniority;

import org.springframework.stereotype.Component;

/**
 * Which positions of a request serve which of its goals: those that ask for skills which
 * the match counts for the goal. More than one language or time zone with hours in common
 * serves bringing teams together too.
 */
@Component
public class Services {

	private final MatchingSettings settings;

	private final Taxonomy taxonomy;

	Services(MatchingSettings settings, Taxonomy taxonomy) {
		this.settings = settings;
		this.taxonomy = taxonomy;
	}

	/** For each goal, in their order; an empty list where nothing serves it. */
	public Map<GoalKind, List<Service>> of(StaffingRequest request) {
		Map<GoalKind, List<Service>> services = new EnumMap<>(GoalKind.class);
		request.goals()
			.keySet()
			.forEach((goal) -> services.put(goal,
					request.positions()
						.stream()
						.map((position) -> service(goal, position))
						.filter((one) -> !one.skills().isEmpty() || one.senior())
						.toList()));
		return services;
	}

	private Service service(GoalKind goal, Position position) {
		List<String> skills = position.skills()
			.stream()
			.map(SkillRequirement::skillId)
			.map(this.taxonomy::get)
			.filter((skill) -> serves(goal, skill))
			.map(Skill::name)
			.toList();
		boolean senior = switch (goal) {
			case STEP_UP_LEVEL -> position.seniority().compareTo(Seniority.SENIOR) >= 0;
			case BRING_TEAMS_TOGETHER -> position.overlapHours() > 0 || position.languages().size() > 1;
			case EFFICIENT_WORKFLOW -> false;
		};
		return new Service(position, skills, senior);
	}

	private boolean serves(GoalKind goal, Skill skill) {
		return switch (goal) {
			case EFFICIENT_WORKFLOW -> this.settings.workflowKinds().contains(skill.kind());
			case BRING_TEAMS_TOGETHER -> this.settings.togetherSkills().contains(skill.name());
			case STEP_UP_LEVEL ->
				skill.kind() == SkillKind.ARCHITECTURE || this.settings.mentoringSkills().contains(skill.name());
		};
	}

}
