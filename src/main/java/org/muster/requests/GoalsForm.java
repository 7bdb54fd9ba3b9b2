package org.muster.requests;

import java.util.EnumMap;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.Typed;

import org.springframework.validation.BindingResult;

/** The first step: a title, and for each goal that is ticked its measure of success. */
record GoalsForm(@NotBlank @Size(max = 120) String title, @Nullable Boolean efficientWorkflow,
		@Nullable @Size(max = 500) String efficientWorkflowMeasure, @Nullable Boolean bringTeamsTogether,
		@Nullable @Size(max = 500) String bringTeamsTogetherMeasure, @Nullable Boolean stepUpLevel,
		@Nullable @Size(max = 500) String stepUpLevelMeasure, @Nullable String creationKey, @Nullable Long version) {

	static GoalsForm empty(String creationKey) {
		return new GoalsForm("", false, "", false, "", false, "", creationKey, null);
	}

	static GoalsForm of(StaffingRequest request) {
		Map<GoalKind, String> goals = request.goals();
		return new GoalsForm(request.title(), goals.containsKey(GoalKind.EFFICIENT_WORKFLOW),
				goals.get(GoalKind.EFFICIENT_WORKFLOW), goals.containsKey(GoalKind.BRING_TEAMS_TOGETHER),
				goals.get(GoalKind.BRING_TEAMS_TOGETHER), goals.containsKey(GoalKind.STEP_UP_LEVEL),
				goals.get(GoalKind.STEP_UP_LEVEL), null, request.version());
	}

	void check(BindingResult binding) {
		if (goals().isEmpty()) {
			binding.rejectValue("efficientWorkflow", "requests.goals.none");
		}
		checkMeasure(binding, this.efficientWorkflow, this.efficientWorkflowMeasure, "efficientWorkflowMeasure");
		checkMeasure(binding, this.bringTeamsTogether, this.bringTeamsTogetherMeasure, "bringTeamsTogetherMeasure");
		checkMeasure(binding, this.stepUpLevel, this.stepUpLevelMeasure, "stepUpLevelMeasure");
	}

	private static void checkMeasure(BindingResult binding, @Nullable Boolean ticked, @Nullable String measure,
			String field) {
		if (Boolean.TRUE.equals(ticked) && Typed.isEmpty(measure)) {
			binding.rejectValue(field, "requests.goals.measure.empty");
		}
	}

	Map<GoalKind, String> goals() {
		Map<GoalKind, String> goals = new EnumMap<>(GoalKind.class);
		put(goals, GoalKind.EFFICIENT_WORKFLOW, this.efficientWorkflow, this.efficientWorkflowMeasure);
		put(goals, GoalKind.BRING_TEAMS_TOGETHER, this.bringTeamsTogether, this.bringTeamsTogetherMeasure);
		put(goals, GoalKind.STEP_UP_LEVEL, this.stepUpLevel, this.stepUpLevelMeasure);
		return goals;
	}

	private static void put(Map<GoalKind, String> goals, GoalKind kind, @Nullable Boolean ticked,
			@Nullable String measure) {
		if (Boolean.TRUE.equals(ticked)) {
			goals.put(kind, Typed.text(measure));
		}
	}

}
