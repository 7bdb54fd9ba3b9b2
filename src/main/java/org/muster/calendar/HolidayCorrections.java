package org.muster.calendar;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what administrators correct. */
@Repository
class HolidayCorrections {

	private static final String COLUMNS = "select id, country, region, kind, starts_on, yearly, name, reason, by_name, created_at, withdrawn_by, withdrawn_at from holiday_correction ";

	private final JdbcTemplate jdbc;

	HolidayCorrections(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that count, in the order in which they were entered. */
	List<HolidayCorrection> active() {
		return this.jdbc.query(COLUMNS + "where withdrawn_at is null order by id", HolidayCorrections::read);
	}

	/** Those of a country, also those that were withdrawn, the newest first. */
	List<HolidayCorrection> of(String country) {
		return this.jdbc.query(COLUMNS + "where country = ? order by id desc", HolidayCorrections::read, country);
	}

	void add(HolidayCorrection one) {
		this.jdbc.update(
				"insert into holiday_correction (country, region, kind, starts_on, yearly, name, reason, by_name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				one.place().country(), one.place().region(), one.kind().name(), Date.valueOf(one.date()), one.yearly(),
				one.name(), one.reason(), one.byName(), Timestamp.from(one.createdAt()));
	}

	/**
	 * @return whether it counted until now
	 */
	boolean withdraw(long id, String by, Instant at) {
		return this.jdbc.update(
				"update holiday_correction set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null",
				by, Timestamp.from(at), id) == 1;
	}

	private static HolidayCorrection read(ResultSet row, int index) throws SQLException {
		Timestamp withdrawn = row.getTimestamp(12);
		@Nullable Instant at = (withdrawn != null) ? withdrawn.toInstant() : null;
		return new HolidayCorrection(row.getLong(1), new Place(row.getString(2), row.getString(3)),
				HolidayCorrection.Kind.valueOf(row.getString(4)), row.getDate(5).toLocalDate(), row.getBoolean(6),
				row.getString(7), row.getString(8), row.getString(9), row.getTimestamp(10).toInstant(),
				row.getString(11), at);
	}

}
