package org.muster.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
				one.place().country(), one.place().region(), one.kind().name(), one.date(), one.yearly(), one.name(),
				one.reason(), one.byName(), UtcColumns.write(one.createdAt()));
	}

	/**
	 * @return whether it counted until now
	 */
	boolean withdraw(long id, String by, Instant at) {
		return this.jdbc.update(
				"update holiday_correction set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null",
				by, UtcColumns.write(at), id) == 1;
	}

	private static HolidayCorrection read(ResultSet row, int index) throws SQLException {
		@Nullable Instant at = UtcColumns.readOrNull(row, "withdrawn_at");
		return new HolidayCorrection(row.getLong(1), new Place(row.getString(2), row.getString(3)),
				HolidayCorrection.Kind.valueOf(row.getString(4)), row.getObject("starts_on", LocalDate.class),
				row.getBoolean(6), row.getString(7), row.getString(8), row.getString(9),
				UtcColumns.read(row, "created_at"), row.getString(11), at);
	}

}
