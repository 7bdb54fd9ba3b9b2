package org.muster.profiles;

import java.util.List;

import org.muster.skills.SkillsMerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Past projects follow when two skills become one, and name it once. */
@Component
class ProjectSkills {

	private final JdbcTemplate jdbc;

	ProjectSkills(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(SkillsMerged merged) {
		List<Object[]> both = this.jdbc.query("""
				select gone.project_id, gone.skill_id from project_skill gone join project_skill kept
					on kept.project_id = gone.project_id where gone.skill_id = ? and kept.skill_id = ?""",
				(row, index) -> new Object[] { row.getLong(1), row.getLong(2) }, merged.from(), merged.into());
		this.jdbc.batchUpdate("delete from project_skill where project_id = ? and skill_id = ?", both);
		this.jdbc.update("update project_skill set skill_id = ? where skill_id = ?", merged.into(), merged.from());

	}

}
