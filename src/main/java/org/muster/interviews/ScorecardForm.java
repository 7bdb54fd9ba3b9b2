package org.muster.interviews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.requests.Position;
import org.muster.requests.SkillRequirement;

/** What a client found in an interview. */
record ScorecardForm(@Valid List<Row> rows, @NotNull @Nullable Recommendation recommendation,
		@Nullable @Size(max = 2000) String verdict, @Nullable Long version) {

	ScorecardForm {
		rows = Inputs.rows(rows, new Row(null, "", ""));
	}

	/**
	 * A skill of the position.
	 *
	 * @param points 1 to 5, or empty where it was not talked about
	 */
	record Row(@Nullable Long skill,
			@Nullable @NumberText(value = NumberKind.LEVEL, message = "{interviews.points.wrong}") String points,
			@Nullable @Size(max = 500) String note) {
	}

	/** What is asked for, in its order, with what was found before. */
	static ScorecardForm of(Interview interview, Position position) {
		Map<Long, Score> known = interview.scores()
			.stream()
			.collect(Collectors.toMap(Score::skillId, Function.identity()));
		List<Long> skills = new ArrayList<>(position.skills().stream().map(SkillRequirement::skillId).toList());
		known.keySet().stream().filter((skill) -> !skills.contains(skill)).sorted().forEach(skills::add);
		return new ScorecardForm(skills.stream().map((skill) -> row(skill, known.get(skill))).toList(),
				interview.recommendation(), interview.verdict(), interview.version());
	}

	private static Row row(long skill, @Nullable Score score) {
		return (score != null) ? new Row(skill, String.valueOf(score.points()), score.note()) : new Row(skill, "", "");
	}

	/**
	 * The scores of skills that were talked about.
	 * @param askable the skills that the scorecard has; others are left aside
	 */
	List<Score> scores(Set<Long> askable) {
		Map<Long, Score> scores = new LinkedHashMap<>();
		for (Row row : this.rows) {
			Long skill = row.skill();
			if (skill != null && askable.contains(skill) && !Inputs.isEmpty(row.points())) {
				scores.put(skill,
						new Score(skill, NumberKind.LEVEL.whole(row.points(), 0), Inputs.textOrNull(row.note())));
			}
		}
		return List.copyOf(scores.values());
	}

}
