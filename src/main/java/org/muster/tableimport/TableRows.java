package org.muster.tableimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.skills.SkillReader;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetFormat;
import org.muster.tables.SheetRow;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.uploads.Unreadable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The rows of a table that waits for its import, and how people are read out of them. */
@Component
class TableRows {

	private final ImportFiles files;

	private final MendedCells mends;

	private final SkillReader skills;

	private final Clock clock;

	private final String currency;

	TableRows(ImportFiles files, MendedCells mends, SkillReader skills, Clock clock,
			@Value("${muster.currency}") String currency) {
		this.files = files;
		this.mends = mends;
		this.skills = skills;
		this.clock = clock;
		this.currency = currency;
	}

	interface Taker {

		/**
		 * @param isAbove whether it is above the data
		 * @return whether more is wanted
		 */
		boolean take(SheetRow row, boolean isAbove);

	}

	/** Hands over one row after another. */
	void read(PoolImport table, Taker taker) throws IOException {
		Path file = this.files.copy(table.id());
		try {
			boolean[] first = { true };
			Sheets.read(file, table.format(), table.charset(), (row) -> {
				boolean above = table.isAbove(row, first[0]);
				first[0] = false;
				return taker.take(row, above);
			});
		}
		catch (Unreadable ex) {
			// It was read when it came; what has gone wrong since then the import will
			// say.
		}
		finally {
			Files.delete(file);
		}
	}

	/** Of a workbook: the one that is read, and behind it the others. */
	List<String> sheets(PoolImport table) throws IOException {
		if (table.format() != SheetFormat.EXCEL) {
			return List.of();
		}
		Path file = this.files.copy(table.id());
		try {
			return Sheets.names(file, table.format());
		}
		catch (Unreadable ex) {
			// As above: the import will say it.
			return List.of();
		}
		finally {
			Files.delete(file);
		}
	}

	/**
	 * @param chosen what each column holds, or {@code null} for nothing
	 */
	RowReader reader(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order) {
		return new RowReader(table.headings(), columns(chosen), this.skills, LocalDate.now(this.clock), this.currency,
				order, this.mends.of(table.id()));
	}

	/** With the columns that were chosen for its import. */
	RowReader reader(PoolImport table) {
		return new RowReader(table.headings(), table.columns(), this.skills, LocalDate.now(this.clock), this.currency,
				table.dateOrder(), this.mends.of(table.id()));
	}

	/** Of amounts of which nothing else is said. */
	String currency() {
		return this.currency;
	}

	/** Where each field is; of two columns that are said to be the same the first. */
	static Map<TableColumn, Integer> columns(List<@Nullable TableColumn> chosen) {
		Map<TableColumn, Integer> columns = new EnumMap<>(TableColumn.class);
		for (int at = 0; at < chosen.size(); at++) {
			TableColumn field = chosen.get(at);
			if (field != null) {
				columns.putIfAbsent(field, at);
			}
		}
		return columns;
	}

}
