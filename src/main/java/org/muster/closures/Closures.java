package org.muster.closures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** When the consultancy is closed, and when its clients are. */
@Repository
public class Closures {

	private static final String OF = "(organisation_id = ? or ? is null and organisation_id is null)";

	private final JdbcTemplate jdbc;

	Closures(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of a company, from the earliest on.
	 * @param organisation its id, or {@code null} for the consultancy itself
	 */
	public List<Closure> of(@Nullable Long organisation) {
		return this.jdbc.query(
				"select id, starts_on, ends_on, name from closing where " + OF + " order by starts_on, id",
				(row, index) -> new Closure(row.getLong(1), row.getObject(2, LocalDate.class),
						row.getObject(3, LocalDate.class), row.getString(4)),
				organisation, organisation);
	}

	/**
	 * Names by the date on which the consultancy or a client is closed; both names where
	 * both are.
	 * @param organisation the id of the client
	 */
	public Map<LocalDate, String> during(Period period, long organisation) {
		Map<LocalDate, String> closed = new HashMap<>();
		this.jdbc
			.query("""
					select id, starts_on, ends_on, name from closing
					where (organisation_id = ? or organisation_id is null) and ends_on >= ? and starts_on <= ? order by id""",
					(row, index) -> new Closure(row.getLong(1), row.getObject(2, LocalDate.class),
							row.getObject(3, LocalDate.class), row.getString(4)),
					organisation, period.from(), period.to())
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
		this.jdbc.update("insert into closing (organisation_id, starts_on, ends_on, name) values (?, ?, ?, ?)",
				organisation, period.from(), period.to(), name);
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(@Nullable Long organisation, long id) {
		return this.jdbc.update("delete from closing where id = ? and " + OF, id, organisation, organisation) == 1;
	}

}
