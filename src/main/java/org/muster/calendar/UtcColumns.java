package org.muster.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Instants in columns that hold a date and a time without a zone: always in UTC, as JPA
 * writes them. {@code java.sql.Timestamp} would take the zone of the server, which loses
 * an hour when summer time ends.
 */
public final class UtcColumns {

	private UtcColumns() {
	}

	/** What a statement takes as the value of a column. */
	public static LocalDateTime write(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	public static Instant read(LocalDateTime value) {
		return value.toInstant(ZoneOffset.UTC);
	}

	/**
	 * @throws NullPointerException if the column is empty
	 */
	public static Instant read(ResultSet row, String column) throws SQLException {
		return read(row.getObject(column, LocalDateTime.class));
	}

	public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
		LocalDateTime value = row.getObject(column, LocalDateTime.class);
		return (value != null) ? read(value) : null;
	}

}
