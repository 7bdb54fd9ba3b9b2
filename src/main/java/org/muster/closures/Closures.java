package org.muster.closures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the consultancy is closed, and when its clients are. */
@Repository
public class Closures {

	private static final String OF = "(organisation_id = :organisation or :organisation is null and organisation_id is null)";

	private final JdbcClient jdbc;

	Closures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of a company, from the earliest on.
	 * @param organisation its id, or {@code null} for the consultancy itself
	 */
	public List<Closure> of(@Nullable Long organisation) {
		return this.jdbc.sql("select id, starts_on, ends_on, name from closing where " + OF + " order by starts_on, id")
			.param("organisation", organisation)
			.query(Closure.class)
			.list();
	}

	/**
	 * Names by the date on which the consultancy or a client is closed; both names where
	 * both are.
	 * @param organisation the id of the client
	 */
	public Map<LocalDate, String> during(Period period, long organisation) {
		Map<LocalDate, String> closed = new HashMap<>();
		this.jdbc
			.sql("""
					select id, starts_on, ends_on, name from closing
					where (organisation_id = ? or organisation_id is null) and ends_on >= ? and starts_on <= ? order by id""")
			.params(organisation, period.from(), period.to())
			.query(Closure.class)
			.list()
			.forEach((closing) -> closing.startsOn()
				.datesUntil(closing.endsOn().plusDays(1))
				.forEach((date) -> closed.merge(date, closing.name(),
						(one, other) -> one.equals(other) ? one : one + ", " + other)));
		return closed;
	}

	/**
	 * @param organisation its id, or {@code null} for the consultancy itself
	 * @param period with its last day
	 * @param name 1 to 120 characters
	 */
	public void add(@Nullable Long organisation, Period period, String name) {
		this.jdbc.sql("insert into closing (organisation_id, starts_on, ends_on, name) values (?, ?, ?, ?)")
			.param(organisation)
			.params(period.from(), period.to(), name)
			.update();
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(@Nullable Long organisation, long id) {
		return this.jdbc.sql("delete from closing where id = :id and " + OF)
			.param("id", id)
			.param("organisation", organisation)
			.update() == 1;
	}

}
