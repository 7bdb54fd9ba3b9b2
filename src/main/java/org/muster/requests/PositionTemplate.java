package org.muster.requests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What a position starts with.
 *
 * @param key what it is known by
 * @param years of experience, at least
 * @param questions to ask in an interview
 * @param goals why organisations mostly ask, with the measure of success
 */
public record PositionTemplate(String key, String name, JobRole role, Seniority seniority, int years,
		String responsibilities, List<SkillRequirement> skills, List<String> questions, Map<GoalKind, String> goals) {

	/** One seat, remote, with English at B2. */
	public Position.Details details() {
		return new Position.Details(this.role, this.seniority, this.years, 1, this.responsibilities, this.skills,
				Map.of("en", LanguageLevel.B2), null, 0, WorkMode.REMOTE, null, questionLines());
	}

	private @Nullable String questionLines() {
		return this.questions.isEmpty() ? null : String.join("\n", this.questions);
	}

	public List<SkillRequirement> required() {
		return skills(true).toList();
	}

	public List<SkillRequirement> nice() {
		return skills(false).toList();
	}

	private Stream<SkillRequirement> skills(boolean required) {
		return this.skills.stream().filter((skill) -> skill.isRequired() == required);
	}

}
