package org.muster.tableimport;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.tables.TableColumn;

import org.springframework.context.MessageSource;

/**
 * Something wrong with a cell.
 *
 * @param field what the cell holds, or {@code null} for the whole row
 * @param fatal whether the whole row is left out
 */
record Wrong(@Nullable TableColumn field, String reason, String typed, boolean fatal) {

	/**
	 * The heading of the column, or what such a column is called on pages.
	 * @param headings of all columns
	 * @param columns what is read, and where
	 */
	String column(List<String> headings, Map<TableColumn, Integer> columns, MessageSource messages) {
		return column(this.field, headings, columns, messages);
	}

	static String column(@Nullable TableColumn field, List<String> headings, Map<TableColumn, Integer> columns,
			MessageSource messages) {
		Integer column = (field != null) ? columns.get(field) : null;
		String heading = (column != null) ? headings.get(column) : "";
		return heading.isBlank() ? messages.getMessage((field != null) ? "imports.field." + field : "imports.wholeRow",
				null, Locale.ENGLISH) : heading;
	}

}
