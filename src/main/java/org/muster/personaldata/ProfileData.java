package org.muster.personaldata;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.muster.audit.AuditTrail;
import org.muster.calendar.UtcColumns;
import org.muster.indexing.PoolChanges;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the pool itself holds on a person. It is said here, since consultants, whose
 * tables these are, lie below.
 */
@Component
class ProfileData implements PersonalData {

	private static final List<String> FORGOTTEN = List.of("consultant_note", "consultant_photo",
			"consultant_certification", "consultant_review", "consultant_absence", "consultant_skill",
			"consultant_language", "consultant_role", "consultant_project");

	private final JdbcTemplate jdbc;

	private final PoolChanges changes;

	private final AuditTrail audit;

	private final Clock clock;

	ProfileData(JdbcTemplate jdbc, PoolChanges changes, AuditTrail audit, Clock clock) {
		this.audit = audit;
		this.jdbc = jdbc;
		this.changes = changes;
		this.clock = clock;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long id) {
		Map<String, List<Map<String, Object>>> held = new LinkedHashMap<>();
		held.put("profile", rows("select * from consultant where id = ?", id));
		held.put("rates", rows("select * from consultant_rate where consultant_id = ? order by applies_from", id));
		held.put("roles", rows("select role from consultant_role where consultant_id = ? order by role", id));
		held.put("skills", rows("""
				select s.name, h.level, h.years, h.last_used from consultant_skill h join skill s on s.id = h.skill_id
				where h.consultant_id = ? order by s.name""", id));
		held.put("languages", rows("select language, level from consultant_language where consultant_id = ?", id));
		held.put("certifications", rows("select * from consultant_certification where consultant_id = ?", id));
		held.put("projects", rows("select * from consultant_project where consultant_id = ? order by starts_on", id));
		held.put("absences", rows("select * from consultant_absence where consultant_id = ? order by starts_on", id));
		held.put("reviews", rows("""
				select delivery, communication, skill, text, written_on from consultant_review where consultant_id = ?
				order by written_on""", id));
		held.put("notes", rows("select * from consultant_note where consultant_id = ? order by id", id));
		held.put("photo", rows("select content, changed_at from consultant_photo where consultant_id = ?", id));
		held.put("audit", PersonalRows.of(this.jdbc, """
				select happened_at, actor_name, act, subject, detail from audit_entry
				where subject = (select reference from consultant where id = ?)
					or id in (select p.entry_id from audit_person p where p.consultant_id = ?) order by id""", id, id));
		held.put("notices", rows("""
				select kind, subject, title, detail, created_at from notification where consultant_id = ?
				order by id""", id));
		held.values().removeIf(List::isEmpty);
		return held;
	}

	private List<Map<String, Object>> rows(String sql, long id) {
		return PersonalRows.of(this.jdbc, sql, id);
	}

	/** The row itself stays, for what refers to it, with nothing of the person in it. */
	@Override
	@Transactional
	public void erase(long id, String neutralName) {
		String reference = Objects.requireNonNull(
				this.jdbc.queryForObject("select reference from consultant where id = ?", String.class, id));
		this.jdbc.update(
				"delete from project_skill where project_id in (select id from consultant_project where consultant_id = ?)",
				id);
		FORGOTTEN.forEach((table) -> this.jdbc.update("delete from " + table + " where consultant_id = ?", id));
		this.jdbc.update("update consultant_rate set set_by_name = '–' where consultant_id = ?", id);
		this.jdbc.update(
				"""
						update consultant set name = ?, search_name = null, headline = '–', email = concat('erased-', id, '@invalid'), phone = null,
							city = null, region = null, years = null, erased_at = ?, version = version + 1
						where id = ?""",
				neutralName, UtcColumns.write(this.clock.instant()), id);
		this.audit.forget(id, reference);
		this.changes.changed(id);
	}

}
