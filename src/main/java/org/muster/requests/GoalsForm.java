package org.muster.requests;

import java.util.EnumMap;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/**
 * The first step: a title, and for each goal that is ticked its measure of success, and
 * when and by whom it is looked at.
 */
record GoalsForm(@NotBlank @Size(max = 120) String title, @Nullable Boolean efficientWorkflow,
		@Nullable @Size(max = 500) String efficientWorkflowMeasure, @Nullable @DateText String efficientWorkflowOn,
		@Nullable @Size(max = 120) String efficientWorkflowBy, @Nullable Boolean bringTeamsTogether,
		@Nullable @Size(max = 500) String bringTeamsTogetherMeasure, @Nullable @DateText String bringTeamsTogetherOn,
		@Nullable @Size(max = 120) String bringTeamsTogetherBy, @Nullable Boolean stepUpLevel,
		@Nullable @Size(max = 500) String stepUpLevelMeasure, @Nullable @DateText String stepUpLevelOn,
		@Nullable @Size(max = 120) String stepUpLevelBy, @Nullable String creationKey, @Nullable Long version) {

	static GoalsForm empty(String creationKey) {
		return of("", Map.of(), creationKey, null);
	}

	static GoalsForm of(StaffingRequest request) {
		return of(request.title(), request.goals(), null, request.version());
	}

	private static GoalsForm of(String title, Map<GoalKind, Goal> goals, @Nullable String creationKey,
			@Nullable Long version) {
		Row workflow = Row.of(goals.get(GoalKind.EFFICIENT_WORKFLOW));
		Row together = Row.of(goals.get(GoalKind.BRING_TEAMS_TOGETHER));
		Row level = Row.of(goals.get(GoalKind.STEP_UP_LEVEL));
		return new GoalsForm(title, workflow.ticked(), workflow.measure(), workflow.on(), workflow.by(),
				together.ticked(), together.measure(), together.on(), together.by(), level.ticked(), level.measure(),
				level.on(), level.by(), creationKey, version);
	}

	/** What is typed about one goal. */
	private record Row(@Nullable Boolean ticked, @Nullable String measure, @Nullable String on, @Nullable String by) {

		static Row of(@Nullable Goal goal) {
			return (goal == null) ? new Row(false, "", "", "") : new Row(true, goal.measure(),
					(goal.reviewOn() != null) ? goal.reviewOn().toString() : "", goal.reviewedBy());
		}

		boolean isTicked() {
			return Boolean.TRUE.equals(this.ticked);
		}

		Goal goal() {
			return Goal.of(Inputs.text(this.measure), Inputs.date(this.on), Inputs.textOrNull(this.by));
		}

	}

	private Map<GoalKind, Row> rows() {
		Map<GoalKind, Row> rows = new EnumMap<>(GoalKind.class);
		rows.put(GoalKind.EFFICIENT_WORKFLOW, new Row(this.efficientWorkflow, this.efficientWorkflowMeasure,
				this.efficientWorkflowOn, this.efficientWorkflowBy));
		rows.put(GoalKind.BRING_TEAMS_TOGETHER, new Row(this.bringTeamsTogether, this.bringTeamsTogetherMeasure,
				this.bringTeamsTogetherOn, this.bringTeamsTogetherBy));
		rows.put(GoalKind.STEP_UP_LEVEL,
				new Row(this.stepUpLevel, this.stepUpLevelMeasure, this.stepUpLevelOn, this.stepUpLevelBy));
		return rows;
	}

	void check(BindingResult binding) {
		if (rows().values().stream().noneMatch(Row::isTicked)) {
			binding.rejectValue("efficientWorkflow", "requests.goals.none");
		}
		rows().forEach((kind, row) -> {
			if (row.isTicked() && Inputs.isEmpty(row.measure())) {
				binding.rejectValue(field(kind) + "Measure", "requests.goals.measure.empty");
			}
		});
	}

	/** What the fields of a goal begin with. */
	private static String field(GoalKind kind) {
		return switch (kind) {
			case EFFICIENT_WORKFLOW -> "efficientWorkflow";
			case BRING_TEAMS_TOGETHER -> "bringTeamsTogether";
			case STEP_UP_LEVEL -> "stepUpLevel";
		};
	}

	Map<GoalKind, Goal> goals() {
		Map<GoalKind, Goal> goals = new EnumMap<>(GoalKind.class);
		rows().forEach((kind, row) -> {
			if (row.isTicked()) {
				goals.put(kind, row.goal());
			}
		});
		return goals;
	}

}
