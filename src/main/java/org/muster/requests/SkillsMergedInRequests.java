package org.muster.requests;

import java.util.List;

import org.muster.skills.SkillsMerged;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Positions and templates follow when two skills become one: of two levels the higher
 * stays, and what was required stays so.
 */
@Component
class SkillsMergedInRequests {

	private final JdbcTemplate jdbc;

	SkillsMergedInRequests(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(SkillsMerged merged) {
		follow(merged, "position_skill", "position_id");
		follow(merged, "template_skill", "template_id");
		follow(merged, ",");
		follow(merged, "}");
	}

	/**
	 * In what was asked before a change, where the number of a skill ends with a sign.
	 */
	private void follow(SkillsMerged merged, String end) {
		this.jdbc.update("update request_amendment set asked = replace(asked, ?, ?) where asked is not null",
				"\"skillId\":" + merged.from() + end, "\"skillId\":" + merged.into() + end);
	}

	private void follow(SkillsMerged merged, String table, String owner) {
		List<Object[]> both = this.jdbc.query("""
				select gone.level, gone.necessity, gone.%2$s, kept.skill_id
				from %1$s gone join %1$s kept on kept.%2$s = gone.%2$s
				where gone.skill_id = ? and kept.skill_id = ?""".formatted(table, owner),
				(row, index) -> new Object[] { row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4) },
				merged.from(), merged.into());
		this.jdbc.batchUpdate("""
				update %1$s set level = greatest(level, ?),
					necessity = case when ? = 'REQUIRED' then 'REQUIRED' else necessity end
				where %2$s = ? and skill_id = ?""".formatted(table, owner), both);
		this.jdbc.batchUpdate("delete from %1$s where %2$s = ? and skill_id = ?".formatted(table, owner),
				both.stream().map((row) -> new Object[] { row[2], merged.from() }).toList());
		this.jdbc.update("update %1$s set skill_id = ? where skill_id = ?".formatted(table), merged.into(),
				merged.from());
	}

}
