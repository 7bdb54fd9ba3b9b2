package org.muster.tableimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.tables.DateOrder;
import org.muster.tables.TableColumn;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What somebody says of the columns of a table.
 *
 * @param column what each holds, or {@code null} where none is said
 * @param dates the order of day and month, or {@code null} for the one that was found
 * @param amounts which doubts of the amounts are settled
 * @param act what is asked for: nothing to start
 * @param leftOut without how many rows
 */
record MappingForm(@Nullable List<String> column, @Nullable DateOrder dates, @Nullable String amounts,
		@Nullable Seniority seniority, @Nullable Employment employment, @Nullable WorkMode mode, @Nullable String act,
		@Nullable Integer leftOut) {

	/** What each column holds, or {@code null} for nothing. */
	List<@Nullable TableColumn> chosen(PoolImport table) {
		List<String> said = Objects.requireNonNullElse(this.column, List.of());
		List<@Nullable TableColumn> chosen = new ArrayList<>();
		for (int at = 0; at < table.headings().size(); at++) {
			chosen.add(TableColumn.named((at < said.size()) ? said.get(at) : ""));
		}
		return chosen;
	}

	/** Where each field is; of two columns that are said to be the same the last. */
	static Map<TableColumn, Integer> columns(List<@Nullable TableColumn> chosen) {
		Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
		for (int at = 0; at < chosen.size(); at++) {
			TableColumn field = chosen.get(at);
			if (field != null) {
				columns.put(field, at);
			}
		}
		return columns;
	}

	@Nullable DateOrder order(PoolImport table, Map<TableColumn, Integer> columns) {
		Integer from = columns.get(TableColumn.AVAILABLE_FROM);
		return (this.dates != null && from != null) ? this.dates : table.dateOrder(from);
	}

	/** What new people get whose row does not say it. */
	NewPeople usual(String currency) {
		return new NewPeople(currency, this.seniority, this.employment, this.mode);
	}

	boolean isSettled(String doubts) {
		return doubts.equals(Objects.requireNonNullElse(this.amounts, ""));
	}

	boolean asks(String what) {
		return what.equals(this.act);
	}

	/** Whether the table is to be looked at, and not imported. */
	boolean isCheck() {
		return this.act != null && !this.act.isEmpty();
	}

	int withoutRows() {
		return Objects.requireNonNullElse(this.leftOut, 0);
	}

}
