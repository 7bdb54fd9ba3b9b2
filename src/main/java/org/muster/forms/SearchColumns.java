package org.muster.forms;

import java.util.List;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Fills the columns that searches compare in rows which are older than those columns;
 * from then on their entities keep them.
 */
@Component
class SearchColumns {

	private static final int AT_ONCE = 1000;

	private static final List<Column> COLUMNS = List.of(new Column("organisation", "name", "search_name", 600),
			new Column("consultant", "name", "search_name", 600),
			new Column("staffing_request", "title", "search_title", 1000));

	private final JdbcTemplate jdbc;

	SearchColumns(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param folded the column that searches compare
	 * @param longest how many characters it takes
	 */
	private record Column(String table, String text, String folded, int longest) {
	}

	@EventListener(ApplicationStartedEvent.class)
	void fill() {
		COLUMNS.forEach((column) -> {
			long after = 0;
			List<Object[]> rows = rows(column, after);
			while (!rows.isEmpty()) {
				this.jdbc.batchUpdate("update " + column.table() + " set " + column.folded() + " = ? where id = ? and "
						+ column.folded() + " is null", rows);
				after = (Long) rows.get(rows.size() - 1)[1];
				rows = rows(column, after);
			}
		});
	}

	private List<Object[]> rows(Column column, long after) {
		return this.jdbc.query(
				"select id, " + column.text() + " from " + column.table() + " where " + column.folded()
						+ " is null and id > ? order by id limit " + AT_ONCE,
				(row, index) -> new Object[] { SearchText.column(column.longest(), row.getString(2)), row.getLong(1) },
				after);
	}

}
