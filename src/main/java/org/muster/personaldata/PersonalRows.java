package org.muster.personaldata;

import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;

import org.springframework.jdbc.core.JdbcTemplate;

/** Rows as plain names and values, without the numbers that only the database knows. */
public final class PersonalRows {

	private PersonalRows() {
	}

	public static List<Map<String, Object>> of(JdbcTemplate jdbc, String sql, Object... arguments) {
		return jdbc.query(sql, (row, index) -> {
			Map<String, Object> values = new LinkedHashMap<>();
			for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
				String name = row.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT);
				Object value = value(row, column);
				if (value != null && !name.equals("id") && !name.endsWith("_id") && !name.equals("version")) {
					values.put(name, plain(value));
				}
			}
			return values;
		}, arguments);
	}

	/** Times are told in UTC, in which they are kept. */
	private static @Nullable Object value(ResultSet row, int column) throws SQLException {
		if (row.getMetaData().getColumnType(column) == Types.TIMESTAMP) {
			LocalDateTime time = row.getObject(column, LocalDateTime.class);
			return (time != null) ? UtcColumns.read(time) : null;
		}
		return row.getObject(column);
	}

	private static Object plain(Object value) throws SQLException {
		if (value instanceof Clob text) {
			return text.getSubString(1, Math.toIntExact(text.length()));
		}
		if (value instanceof java.sql.Blob || value instanceof byte[]) {
			return (value instanceof byte[] bytes) ? Base64.getEncoder().encodeToString(bytes) : "–";
		}
		return (value instanceof Number || value instanceof Boolean) ? value : value.toString();
	}

}
