package org.muster.requests;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.muster.calendar.PublicHolidays;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.validation.BindingResult;

/** A position as a member types it. */
record PositionForm(@NotNull JobRole role, @NotNull Seniority seniority,
		@NotBlank @NumberText(NumberKind.YEARS_ASKED) String years,
		@NotBlank @NumberText(value = NumberKind.HEAD_COUNT,
				message = "{requests.position.headCount.bounds}") String headCount,
		@NotBlank @Size(max = 4000) String responsibilities, @Nullable List<@Valid SkillRow> skills,
		@Nullable List<LanguageRow> languages, @Nullable String timeZone,
		@Nullable @NumberText(NumberKind.OVERLAP_HOURS) String overlapHours, @NotNull WorkMode workMode,
		@Nullable String country, @Nullable @Size(max = 4000) String questions, @Nullable Long version) {

	record SkillRow(@Nullable String name, @Nullable @NumberText(NumberKind.LEVEL) String level,
			@Nullable Priority necessity) {

		boolean isEmpty() {
			return Inputs.isEmpty(this.name);
		}

		SkillRequirement asks(long skill) {
			return new SkillRequirement(skill, NumberKind.LEVEL.whole(this.level, 3),
					Objects.requireNonNullElse(this.necessity, Priority.REQUIRED));
		}

	}

	record LanguageRow(@Nullable String language, @Nullable LanguageLevel level) {
	}

	static PositionForm of(Position position, Taxonomy taxonomy, long version) {
		List<SkillRow> skills = position.skills()
			.stream()
			.map((skill) -> new SkillRow(taxonomy.get(skill.skillId()).name(), skill.level().toString(),
					skill.necessity()))
			.toList();
		List<LanguageRow> languages = position.languages()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new LanguageRow(entry.getKey(), entry.getValue()))
			.toList();
		return new PositionForm(position.role(), position.seniority(), String.valueOf(position.years()),
				String.valueOf(position.headCount()), position.responsibilities(), skills, languages,
				position.timeZone(), String.valueOf(position.overlapHours()), position.workMode(), position.country(),
				String.join("\n", position.questions()), version)
			.withBlanks();
	}

	/** With empty rows at the end, to type more into. */
	PositionForm withBlanks() {
		List<SkillRow> rows = new ArrayList<>(Objects.requireNonNullElse(this.skills, List.of()));
		rows.removeIf(SkillRow::isEmpty);
		for (int blank = 0; blank < 3; blank++) {
			rows.add(new SkillRow("", "3", Priority.REQUIRED));
		}
		List<LanguageRow> spoken = new ArrayList<>(Objects.requireNonNullElse(this.languages, List.of()));
		spoken.removeIf((row) -> Inputs.isEmpty(row.language()));
		spoken.add(new LanguageRow("", null));
		return new PositionForm(this.role, this.seniority, this.years, this.headCount, this.responsibilities, rows,
				spoken, this.timeZone, this.overlapHours, this.workMode, this.country, this.questions, this.version);
	}

	void check(BindingResult binding, Taxonomy taxonomy) {
		if (!Inputs.isEmpty(this.country) && !PublicHolidays.countries().contains(this.country)) {
			binding.rejectValue("country", "requests.position.country.unknown");
		}
		List<SkillRow> rows = Objects.requireNonNullElse(this.skills, List.of());
		Set<Long> seen = new HashSet<>();
		for (int index = 0; index < rows.size(); index++) {
			SkillRow row = rows.get(index);
			if (!row.isEmpty()) {
				checkSkill(binding, taxonomy, "skills[" + index + "].name", Inputs.text(row.name()), seen);
			}
		}
		if (seen.size() > StaffingRequest.MOST_SKILLS) {
			binding.reject("forms.skill.many");
		}
		if (!Inputs.isEmpty(this.timeZone)) {
			try {
				ZoneId.of(Inputs.text(this.timeZone));
			}
			catch (DateTimeException ex) {
				binding.rejectValue("timeZone", "requests.position.timeZone.unknown");
			}
		}
		else if (NumberKind.OVERLAP_HOURS.whole(this.overlapHours, 0) > 0) {
			binding.rejectValue("timeZone", "requests.position.timeZone.missing");
		}
	}

	static void checkSkill(BindingResult binding, Taxonomy taxonomy, String field, String name, Set<Long> seen) {
		Skill skill = taxonomy.find(name).orElse(null);
		if (skill == null) {
			List<String> near = taxonomy.near(name);
			binding.rejectValue(field, near.isEmpty() ? "forms.skill.unknown" : "forms.skill.near",
					new Object[] { String.join(", ", near) }, null);
		}
		else if (!seen.add(skill.id())) {
			binding.rejectValue(field, "forms.skill.twice");
		}
	}

	/** What was typed as far as it is valid, while somebody is still typing the rest. */
	Position.Details whatIsSound(Position.Details saved, Taxonomy taxonomy) {
		int numberOfYears = NumberKind.YEARS_ASKED.whole(this.years, saved.years());
		int hours = NumberKind.OVERLAP_HOURS.whole(this.overlapHours, 0);
		List<SkillRow> sound = Objects.requireNonNullElse(this.skills, List.<SkillRow>of())
			.stream()
			.filter((row) -> Inputs.isEmpty(row.level()) || NumberKind.LEVEL.read(row.level()) != null)
			.toList();
		String zone = Inputs.textOrNull(this.timeZone);
		boolean known = zone != null && ZoneId.getAvailableZoneIds().contains(zone);
		return new PositionForm(Objects.requireNonNullElse(this.role, saved.role()),
				Objects.requireNonNullElse(this.seniority, saved.seniority()), String.valueOf(numberOfYears), "1", "",
				sound, this.languages, known ? zone : null, known ? String.valueOf(hours) : "0",
				Objects.requireNonNullElse(this.workMode, saved.workMode()), null, null, this.version)
			.details(taxonomy);
	}

	/** What was typed, once it has been found valid. */
	Position.Details details(Taxonomy taxonomy) {
		Map<Long, SkillRequirement> asked = new LinkedHashMap<>();
		for (SkillRow row : Objects.requireNonNullElse(this.skills, List.<SkillRow>of())) {
			taxonomy.find(Inputs.text(row.name())).ifPresent((skill) -> asked.put(skill.id(), row.asks(skill.id())));
		}
		Map<String, LanguageLevel> spoken = new HashMap<>();
		for (LanguageRow row : Objects.requireNonNullElse(this.languages, List.<LanguageRow>of())) {
			String language = row.language();
			if (language != null && Languages.OFFERED.contains(language)) {
				spoken.put(language, Objects.requireNonNullElse(row.level(), LanguageLevel.B2));
			}
		}
		return new Position.Details(this.role, this.seniority, NumberKind.YEARS_ASKED.whole(this.years, 0),
				NumberKind.HEAD_COUNT.whole(this.headCount, 1), Inputs.text(this.responsibilities), asked.values(),
				spoken, Inputs.textOrNull(this.timeZone), NumberKind.OVERLAP_HOURS.whole(this.overlapHours, 0),
				this.workMode, Inputs.textOrNull(this.country), Inputs.textOrNull(this.questions));
	}

}
