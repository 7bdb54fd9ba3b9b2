package org.muster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultant;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the schema says of itself, the same on both databases. */
@IntegrationTest
class SchemaIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	private void skill(String name) {
		this.jdbc.sql("insert into skill (name, kind) values (?, 'OTHER')").param(name).update();
	}

	@Test
	@Transactional
	void namesAreToldApartByCaseAccentsAndBlanks() {
		String tag = UUID.randomUUID().toString().substring(0, 8);
		List<String> names = List.of("Résumé" + tag, "résumé" + tag, "Resume" + tag, "Resume" + tag + " ",
				"RESUME" + tag, "Straße" + tag, "Strasse" + tag);
		names.forEach(this::skill);
		for (String name : names) {
			assertThat(this.jdbc.sql("select name from skill where name = ?").param(name).query(String.class).list())
				.containsExactly(name);
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> skill(name));
		}
		assertThat(this.jdbc.sql("select count(*) from skill where name like ?")
			.param("Resume" + tag + "%")
			.query(Integer.class)
			.single()).isEqualTo(2);
		assertThat(this.jdbc.sql("select count(distinct name) from skill where name like ?")
			.param("%" + tag + "%")
			.query(Integer.class)
			.single()).isEqualTo(names.size());
	}

	@Test
	void allTextIsComparedInOneWay() {
		assumeTrue(System.getProperty("muster.database.url", "").startsWith("jdbc:mysql:"), "H2 has one way only");
		assertThat(this.jdbc
			.sql("""
					select concat(table_name, '.', column_name, ' ', collation_name) from information_schema.columns
					where table_schema = schema() and collation_name <> 'utf8mb4_0900_as_cs' and table_name not like 'flyway%'""")
			.query(String.class)
			.list()).as("columns of new tables: create table … ( … ) collate utf8mb4_0900_as_cs").isEmpty();
	}

	/** H2 compares through the connection that made the check, also when it is closed. */
	@Test
	void noCheckLooksIntoAList() {
		assertThat(this.jdbc.sql("select check_clause from information_schema.check_constraints")
			.query(String.class)
			.list()).hasSizeGreaterThan(20)
			.noneMatch((check) -> check.matches("(?is).*\\bin\\s*\\(.*|.*=.*\\bor\\b.*=.*"));
	}

	@Test
	void allAmountsHaveOnePrecision() {
		List<String> decimals = this.jdbc.sql("""
				select concat(lower(table_name), '.', lower(column_name), ' ', numeric_precision, ',', numeric_scale)
				from information_schema.columns
				where table_schema = schema() and lower(data_type) in ('decimal', 'numeric')""")
			.query(String.class)
			.list();
		assertThat(decimals).hasSizeGreaterThan(20)
			.filteredOn((column) -> !column.endsWith("percent 5,2") && !column.endsWith("_factor 5,2")
					&& !column.endsWith(".instead_of 5,2") && !column.endsWith(".score 4,1")
					&& !column.endsWith(".exchange_rate 30,16"))
			.allMatch((column) -> column.endsWith(" 19,4"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "update staffing_request set status = 'GONE' where id = :request",
			"update staffing_request set status = 'draft' where id = :request",
			"update staffing_request set created_by = 0 where id = :request",
			"update staffing_request set status_by_id = 0 where id = :request",
			"update request_goal set outcome = 'PERHAPS' where request_id = :request",
			"update consultant_absence set ends_on = '1999-12-31' where consultant_id = :person",
			"insert into closing (starts_on, ends_on, name) values ('2026-01-02', '2026-01-01', 'x')", """
					insert into consultant_project (consultant_id, title, starts_on, ends_on, description)
					values (:person, 'x', '2026-01-02', '2026-01-01', 'x')""", """
					insert into rate_card_entry (role, currency, day_rate, valid_from, valid_to, by_name, created_at)
					values ('BACK_END', 'EUR', 100, '2026-01-02', '2026-01-01', 'x', :now)""", """
					insert into frame_agreement (organisation_id, name, valid_from, valid_to, by_name, created_at)
					values (:organisation, 'x', '2026-01-02', '2026-01-01', 'x', :now)""", """
					insert into frame_agreement_tier (agreement_id, from_days, discount_percent)
					select id, 999, 100.01 from frame_agreement where organisation_id = :organisation""",
			"""
					insert into profile_draft (reference, file_name, kind, status, created_by, created_by_name, created_at,
						version) values ('D-X', 'x', 'TEXT', 'LOST', :member, 'x', :now, 0)""",
			"""
					insert into profile_draft (reference, file_name, kind, status, consultant, created_by, created_by_name,
						created_at, version) values ('D-X', 'x', 'TEXT', 'READY', 'C-NOBODY', :member, 'x', :now, 0)""" })
	@Transactional
	void whatCannotBeIsNotTaken(String statement) {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		Consultant person = this.world.consultant();
		StaffingRequest request = this.world.draft(member);
		this.entities.flush();
		Instant now = Instant.parse("2026-11-28T12:00:00Z");
		this.jdbc.sql("""
				insert into consultant_absence (consultant_id, kind, starts_on, ends_on, allocation)
				values (?, 'LEAVE', '2026-01-01', '2026-01-01', 'MON')""").param(person.id()).update();
		this.jdbc.sql("""
				insert into frame_agreement (organisation_id, name, valid_from, valid_to, by_name, created_at)
				values (?, 'x', '2026-01-01', '2026-01-01', 'x', ?)""")
			.params(member.organisation(), UtcColumns.write(now))
			.update();
		// MySQL has a code of its own for checks, which Spring does not know.
		assertThatExceptionOfType(NonTransientDataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql(statement)
				.param("request", request.id())
				.param("person", person.id())
				.param("member", member.id())
				.param("organisation", member.organisation())
				.param("now", UtcColumns.write(now))
				.update())
			.isNotInstanceOf(BadSqlGrammarException.class);
	}

}
