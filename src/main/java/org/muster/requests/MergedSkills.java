package org.muster.requests;

import java.util.List;

import org.muster.skills.SkillsMerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Positions follow when two skills become one: of two levels the higher stays, and what
 * was required stays so.
 */
@Component("mergedSkillsOfRequests")
class MergedSkills {

	private final JdbcTemplate jdbc;

	MergedSkills(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(SkillsMerged merged) {
		List<Object[]> both = this.jdbc.query("""
				select gone.level, gone.necessity, gone.position_id, kept.skill_id
				from position_skill gone join position_skill kept on kept.position_id = gone.position_id
				where gone.skill_id = ? and kept.skill_id = ?""",
				(row, index) -> new Object[] { row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4) },
				merged.from(), merged.into());
		this.jdbc.batchUpdate("""
				update position_skill set level = greatest(level, ?),
					necessity = case when ? = 'REQUIRED' then 'REQUIRED' else necessity end
				where position_id = ? and skill_id = ?""", both);
		this.jdbc.batchUpdate("delete from position_skill where position_id = ? and skill_id = ?",
				both.stream().map((row) -> new Object[] { row[2], merged.from() }).toList());
		this.jdbc.update("update position_skill set skill_id = ? where skill_id = ?", merged.into(), merged.from());
	}

}
