package org.muster.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.muster.calendar.UtcColumns;
import org.muster.skills.Taxonomy;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What stands beside the profiles of the demo; written in a few batches, for a quick
 * start.
 */
@Component
@Profile("demo")
class DemoProfiles {

	private static final List<String> CERTIFICATIONS = List.of("Professional Scrum Master I / Scrum.org",
			"AWS Certified Solutions Architect / Amazon Web Services", "Certified Kubernetes Administrator / CNCF",
			"Oracle Certified Professional, Java SE / Oracle", "ISTQB Certified Tester / ISTQB");

	private static final List<String> PROJECTS = List.of(
			"Payments without night shifts / Woodgrove Bank / Replaced the nightly settlement run with one that works through the day. Wrote the reconciliation and its tests, and trained two of the bank's own developers.",
			"One view of the patient / Relecloud Clinics / Brought the records of eleven clinics behind one search. Responsible for the import and for what happens when two records disagree.",
			"Timetables that are true / Munson Rail / Live delays on every platform screen within ten seconds. Built the feed from the signal boxes and its monitoring.",
			"Returns made simple / Adatum Retail / From eleven forms to one. Led the work from the first interviews to the launch in five countries.",
			"Meters that report themselves / Lamna Energy / Two million readings an hour into one store, and the alerts on top of it.");

	private static final List<String> NOTES = List.of("Prefers mornings; has a child in kindergarten until three.",
			"Would like a project with more Kubernetes in it.",
			"Asked for a raise at the last talk; to be looked at again in spring.",
			"Gets on well with clients that leave room for decisions.");

	private final JdbcTemplate jdbc;

	private final Taxonomy taxonomy;

	private final Clock clock;

	private final List<Object[]> certifications = new ArrayList<>();

	private final List<Object[]> projects = new ArrayList<>();

	private final List<Object[]> projectSkills = new ArrayList<>();

	private final List<Object[]> notes = new ArrayList<>();

	DemoProfiles(JdbcTemplate jdbc, Taxonomy taxonomy, Clock clock) {
		this.jdbc = jdbc;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	/**
	 * @param skills names, with commas between, the first of which the project used
	 */
	void add(int index, long consultant, String skills) {
		LocalDate today = LocalDate.now(this.clock);
		if (index % 3 == 0) {
			String[] certification = CERTIFICATIONS.get(index % CERTIFICATIONS.size()).split(" / ");
			LocalDate obtained = today.minusDays(200L + index * 7L);
			this.certifications
				.add(new Object[] { consultant, certification[0], certification[1], obtained, obtained.plusYears(3) });
		}
		String[] project = PROJECTS.get(index % PROJECTS.size()).split(" / ");
		LocalDate start = today.minusDays(500L + index);
		this.projects.add(new Object[] { consultant, project[0], project[1], start, start.plusMonths(9), project[2] });
		for (String skill : List.of(skills.split(",")).subList(0, 3)) {
			this.projectSkills.add(new Object[] { this.taxonomy.find(skill).orElseThrow().id(), consultant });
		}
		if (index % 4 == 0) {
			this.notes.add(new Object[] { consultant, NOTES.get(index / 4 % NOTES.size()),
					UtcColumns.write(this.clock.instant()) });
		}
	}

	void write() {
		this.jdbc.batchUpdate("""
				insert into consultant_certification (consultant_id, name, issuer, obtained_on, expires_on)
				values (?, ?, ?, ?, ?)""", this.certifications);
		this.jdbc.batchUpdate("""
				insert into consultant_project (consultant_id, title, customer, starts_on, ends_on, description)
				values (?, ?, ?, ?, ?, ?)""", this.projects);
		this.jdbc.batchUpdate("""
				insert into project_skill (project_id, skill_id)
				select id, ? from consultant_project where consultant_id = ?""", this.projectSkills);
		this.jdbc.batchUpdate("""
				insert into consultant_note (consultant_id, text, written_by_name, written_at)
				values (?, ?, 'Marta Nogueira', ?)""", this.notes);
	}

}
