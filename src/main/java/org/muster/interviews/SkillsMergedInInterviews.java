package org.muster.interviews;

import org.muster.skills.SkillsMerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scorecards follow when two skills become one: where both were scored, the score of the
 * one that stays does.
 */
@Component
class SkillsMergedInInterviews {

	private final JdbcTemplate jdbc;

	SkillsMergedInInterviews(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(SkillsMerged merged) {
		this.jdbc
			.queryForList("""
					select gone.interview_id from interview_score gone join interview_score kept
						on kept.interview_id = gone.interview_id where gone.skill_id = ? and kept.skill_id = ?""",
					Long.class, merged.from(), merged.into())
			.forEach((interview) -> this.jdbc.update(
					"delete from interview_score where interview_id = ? and skill_id = ?", interview, merged.from()));
		this.jdbc.update("update interview_score set skill_id = ? where skill_id = ?", merged.into(), merged.from());
	}

}
