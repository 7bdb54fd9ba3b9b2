package org.muster.talentsearch;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies the demo's pool over and over, each time with other names, skills and rates. */
final class GeneratedPool {

	private static final int CHUNK = 2000;

	private final JdbcTemplate jdbc;

	private final PoolIndex index;

	private final List<Long> skills;

	private final Random random = new Random(7);

	GeneratedPool(ApplicationContext application) {
		this.jdbc = application.getBean(JdbcTemplate.class);
		this.index = application.getBean(PoolIndex.class);
		this.skills = application.getBean(Taxonomy.class).all().stream().map(Skill::id).toList();
	}

	void fill(int size) {
		List<Long> models = this.jdbc.queryForList("select id from consultant order by id", Long.class);
		long next = this.jdbc.queryForObject("select max(id) from consultant", Long.class) + 1;
		long last = next + size - models.size();
		for (long from = next; from < last; from += CHUNK) {
			List<Object[]> people = new ArrayList<>();
			List<Object[]> held = new ArrayList<>();
			for (long id = from; id < Math.min(last, from + CHUNK); id++) {
				people.add(new Object[] { id, "C-G" + id, "Person " + id, "person" + id + "@pool.example",
						Date.valueOf(LocalDate.now().plusDays(this.random.nextInt(120) - 90)),
						models.get((int) (id % models.size())) });
				Set<Long> own = new HashSet<>();
				while (own.size() < 6) {
					own.add(this.skills.get(this.random.nextInt(this.skills.size())));
				}
				for (long skill : own) {
					held.add(new Object[] { id, skill, 1 + this.random.nextInt(5), 1 + this.random.nextInt(9), 2026 });
				}
			}
			this.jdbc.batchUpdate("""
					insert into consultant (id, reference, name, headline, email, seniority, years, country, city,
						time_zone, employment, work_modes, currency, available_from, version)
					select ?, ?, ?, headline, ?, seniority, years, country, city, time_zone, employment, work_modes,
						currency, ?, 0 from consultant where id = ?""", people);
			this.jdbc.batchUpdate("""
					insert into consultant_skill (consultant_id, skill_id, level, years, last_used)
					values (?, ?, ?, ?, ?)""", held);
			copy("consultant_rate", "applies_from, pay_rate, bill_rate, since, set_by_name, set_at", from, last, models);
			copy("consultant_role", "role", from, last, models);
			copy("consultant_language", "language, level", from, last, models);
			this.jdbc.update("""
					insert into consultant_skill (consultant_id, skill_id, level, years, last_used)
					select c.id, m.skill_id, m.level, m.years, m.last_used from consultant c
					join consultant_skill m on m.consultant_id = ? + mod(c.id, ?)
					where c.id >= ? and c.id < ? and not exists (select 1 from consultant_skill own
						where own.consultant_id = c.id and own.skill_id = m.skill_id)""", models.get(0), models.size(),
					from, Math.min(last, from + CHUNK));
		}
		this.index.changed();
		System.out.printf("%d people with %d skills%n",
				this.jdbc.queryForObject("select count(*) from consultant", Integer.class),
				this.jdbc.queryForObject("select count(*) from consultant_skill", Integer.class));
	}

	private void copy(String table, String columns, long from, long last, List<Long> models) {
		this.jdbc.update("insert into " + table + " (consultant_id, " + columns + ") select c.id, m."
				+ columns.replace(", ", ", m.") + " from consultant c join " + table
				+ " m on m.consultant_id = ? + mod(c.id, ?) where c.id >= ? and c.id < ?", models.get(0), models.size(),
				from, Math.min(last, from + CHUNK));
	}

}
