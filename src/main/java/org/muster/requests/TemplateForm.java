package org.muster.requests;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.validation.BindingResult;

/**
 * A template as an account manager types it.
 *
 * @param organisation the reference of the one whose it is alone, or empty for everybody
 */
record TemplateForm(@NotBlank @Size(max = 120) String name, @Nullable String organisation, @NotNull JobRole role,
		@NotNull Seniority seniority, @NotBlank @NumberText(NumberKind.YEARS_ASKED) String years,
		@NotBlank @Size(max = 4000) String responsibilities, @Nullable List<PositionForm.@Valid SkillRow> skills,
		@Nullable @Size(max = 4000) String questions, @Nullable @Size(max = 500) String efficientWorkflow,
		@Nullable @Size(max = 500) String bringTeamsTogether, @Nullable @Size(max = 500) String stepUpLevel,
		@Nullable Long version) {

	static TemplateForm of(PositionTemplate template, @Nullable String organisation, Taxonomy taxonomy,
			@Nullable Long version) {
		List<PositionForm.SkillRow> skills = template.skills()
			.stream()
			.map((skill) -> new PositionForm.SkillRow(taxonomy.get(skill.skillId()).name(), skill.level().toString(),
					skill.necessity()))
			.toList();
		return new TemplateForm(template.name(), organisation, template.role(), template.seniority(),
				String.valueOf(template.years()), template.responsibilities(), skills,
				String.join("\n", template.questions()), template.goals().get(GoalKind.EFFICIENT_WORKFLOW),
				template.goals().get(GoalKind.BRING_TEAMS_TOGETHER), template.goals().get(GoalKind.STEP_UP_LEVEL),
				version)
			.withBlanks();
	}

	TemplateForm withBlanks() {
		List<PositionForm.SkillRow> rows = new ArrayList<>(Objects.requireNonNullElse(this.skills, List.of()));
		rows.removeIf(PositionForm.SkillRow::isEmpty);
		for (int blank = 0; blank < 3; blank++) {
			rows.add(new PositionForm.SkillRow("", "3", Priority.REQUIRED));
		}
		return new TemplateForm(this.name, this.organisation, this.role, this.seniority, this.years,
				this.responsibilities, rows, this.questions, this.efficientWorkflow, this.bringTeamsTogether,
				this.stepUpLevel, this.version);
	}

	void check(BindingResult binding, Taxonomy taxonomy) {
		List<PositionForm.SkillRow> rows = Objects.requireNonNullElse(this.skills, List.of());
		Set<Long> seen = new HashSet<>();
		for (int index = 0; index < rows.size(); index++) {
			if (!rows.get(index).isEmpty()) {
				PositionForm.checkSkill(binding, taxonomy, "skills[" + index + "].name",
						Inputs.text(rows.get(index).name()), seen);
			}
		}
		if (seen.size() > StaffingRequest.MOST_SKILLS) {
			binding.reject("forms.skill.many");
		}
	}

	/** What was typed, once it has been found valid. */
	PositionTemplate contents(Taxonomy taxonomy) {
		Map<Long, SkillRequirement> asked = new LinkedHashMap<>();
		for (PositionForm.SkillRow row : Objects.requireNonNullElse(this.skills, List.<PositionForm.SkillRow>of())) {
			taxonomy.find(Inputs.text(row.name())).map(Skill::id).ifPresent((id) -> asked.put(id, row.asks(id)));
		}
		Map<GoalKind, String> goals = new EnumMap<>(GoalKind.class);
		put(goals, GoalKind.EFFICIENT_WORKFLOW, this.efficientWorkflow);
		put(goals, GoalKind.BRING_TEAMS_TOGETHER, this.bringTeamsTogether);
		put(goals, GoalKind.STEP_UP_LEVEL, this.stepUpLevel);
		return new PositionTemplate("", Inputs.text(this.name), this.role, this.seniority,
				NumberKind.YEARS_ASKED.whole(this.years, 0), Inputs.text(this.responsibilities),
				List.copyOf(asked.values()),
				Inputs.text(this.questions).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList(),
				goals);
	}

	private static void put(Map<GoalKind, String> goals, GoalKind kind, @Nullable String measure) {
		if (!Inputs.isEmpty(measure)) {
			goals.put(kind, Inputs.text(measure));
		}
	}

}
