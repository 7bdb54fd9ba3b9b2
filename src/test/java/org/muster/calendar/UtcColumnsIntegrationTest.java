package org.muster.calendar;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When summer time begins and ends, in the zones in which the tests run and in others.
 */
@IntegrationTest
class UtcColumnsIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private EntityManager entities;

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:30:00Z",
			"2026-03-29T02:30:00Z", "2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z", "2026-03-08T02:30:00Z",
			"2026-07-01T23:59:59.123456Z" })
	@Transactional
	void anInstantIsTheSameByJdbcAndByJpa(Instant instant) {
		long id = this.world.consultant().id();
		this.jdbc.update("update consultant set erased_at = ? where id = ?", UtcColumns.write(instant), id);
		assertThat(read(id)).isEqualTo(instant);
		assertThat(this.jdbc.queryForObject("select cast(erased_at as char(19)) from consultant where id = ?",
				String.class, id))
			.isEqualTo(instant.toString().substring(0, 19).replace('T', ' '));
		assertThat(this.entities.createQuery("select c.erasedAt from Consultant c where c.id = :id", Instant.class)
			.setParameter("id", id)
			.getSingleResult()).isEqualTo(instant);
		this.entities.createQuery("update Consultant c set c.erasedAt = :at where c.id = :id")
			.setParameter("at", instant)
			.setParameter("id", id)
			.executeUpdate();
		assertThat(read(id)).isEqualTo(instant);
	}

	private Instant read(long id) {
		return this.jdbc
			.query("select erased_at from consultant where id = ?", (row, index) -> UtcColumns.read(row, "erased_at"),
					id)
			.get(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-29", "2026-10-25", "2026-12-31" })
	@Transactional
	void aDateIsTheSameByJdbcAndByJpa(LocalDate date) {
		long id = this.world.consultant().id();
		this.jdbc.update("update consultant set available_from = ? where id = ?", date, id);
		assertThat(
				this.entities.createQuery("select c.availableFrom from Consultant c where c.id = :id", LocalDate.class)
					.setParameter("id", id)
					.getSingleResult())
			.isEqualTo(date);
	}

}
