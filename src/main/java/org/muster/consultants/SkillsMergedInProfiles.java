package org.muster.consultants;

import java.util.List;

import org.muster.skills.SkillsMerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Profiles follow when two skills become one: of two levels the higher stays, a stated
 * one before one that is not.
 */
@Component
class SkillsMergedInProfiles {

	private final JdbcTemplate jdbc;

	SkillsMergedInProfiles(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(SkillsMerged merged) {
		List<Object[]> both = this.jdbc.query("""
				select gone.level, gone.years, gone.last_used, gone.consultant_id, kept.skill_id
				from consultant_skill gone join consultant_skill kept on kept.consultant_id = gone.consultant_id
				where gone.skill_id = ? and kept.skill_id = ?""",
				(row, index) -> new Object[] { row.getObject(1), row.getObject(1), row.getObject(2), row.getObject(2),
						row.getObject(3), row.getObject(3), row.getLong(4), row.getLong(5) },
				merged.from(), merged.into());
		this.jdbc.batchUpdate(
				"""
						update consultant_skill set level = coalesce(greatest(level, ?), level, ?),
							years = coalesce(greatest(years, ?), years, ?),
							last_used = coalesce(greatest(last_used, ?), last_used, ?) where consultant_id = ? and skill_id = ?""",
				both);
		this.jdbc.batchUpdate("delete from consultant_skill where consultant_id = ? and skill_id = ?",
				both.stream().map((row) -> new Object[] { row[6], merged.from() }).toList());
		this.jdbc.update("update consultant_skill set skill_id = ? where skill_id = ?", merged.into(), merged.from());
	}

}
