package org.muster.tableimport;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.tableimport.CheckResult.Amounts;
import org.muster.tableimport.CheckResult.Cell;
import org.muster.tableimport.CheckResult.Loose;
import org.muster.tableimport.CheckResult.Problem;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;

import org.springframework.context.MessageSource;

/**
 * What a check finds in the cells of a table: each thing once, however many rows say it.
 */
final class CheckFindings {

	private static final int MOST_PROBLEMS = 20;

	/** As a file. Whoever has more than these begins with the table itself. */
	private static final int MOST_LISTED = 20_000;

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	private final PoolImport table;

	private final Map<TableColumn, Integer> columns;

	/** Whether the problems are for a file, in which nothing is corrected. */
	private final boolean isListing;

	private final CellMeanings meanings;

	private final MessageSource messages;

	/** Those that leave a row out, by what they have in common or line by line. */
	private final Map<Object, Problem> fatal = new LinkedHashMap<>();

	private final Map<Object, Problem> partial = new LinkedHashMap<>();

	private final Map<List<String>, Loose> loose = new LinkedHashMap<>();

	/** By column, and by whether the mark is one of thousands. */
	private final Map<List<Object>, Amounts> amounts = new LinkedHashMap<>();

	private int found;

	private int moreLoose;

	/**
	 * @param isListing whether the problems are for a file, in which nothing is corrected
	 */
	CheckFindings(PoolImport table, Map<TableColumn, Integer> columns, boolean isListing, CellMeanings meanings,
			MessageSource messages) {
		this.table = table;
		this.columns = columns;
		this.isListing = isListing;
		this.meanings = meanings;
		this.messages = messages;
	}

	void note(SheetRow row, List<Wrong> wrongs, RowReader reader) {
		this.found += wrongs.size();
		for (Wrong wrong : wrongs) {
			Map<Object, Problem> noted = wrong.fatal() ? this.fatal : this.partial;
			Cell cell = this.isListing ? null : cell(row, wrong.field(), reader);
			boolean isShared = cell != null && cell.field().isVocabulary() && !cell.said().isEmpty();
			Object key = isShared ? List.of(cell, wrong.reason()) : List.of(row.line(), noted.size());
			Problem there = noted.get(key);
			if (there != null) {
				noted.put(key, there.again());
			}
			else if (noted.size() < (this.isListing ? MOST_LISTED : MOST_PROBLEMS)) {
				noted.put(key, problem(row.line(), wrong, cell));
			}
		}
	}

	private Problem problem(int line, Wrong wrong, @Nullable Cell cell) {
		return new Problem(line, 1, wrong.column(this.table.headings(), this.columns, this.messages), wrong.typed(),
				wrong.reason(), wrong.fatal(), cell);
	}

	/**
	 * Nothing where the cell has a problem above, beside which it is corrected, or is no
	 * word or two.
	 */
	private @Nullable Cell cell(SheetRow row, @Nullable TableColumn field, RowReader reader) {
		if (field == null || reader.said(row, field).length() > MendedCells.LONGEST) {
			return null;
		}
		boolean isAbove = Stream.concat(this.fatal.values().stream(), this.partial.values().stream())
			.anyMatch((problem) -> problem.isOf(row.line(), field));
		return isAbove ? null : new Cell(field, Mends.inLine(field, reader.said(row, field)),
				Mends.inLine(field, reader.mended(row, field)));
	}

	/** Up to the most that a page or a file lists. */
	List<Problem> problems() {
		return Stream.concat(this.fatal.values().stream(), this.partial.values().stream())
			.limit(this.isListing ? MOST_LISTED : MOST_PROBLEMS)
			.toList();
	}

	void note(SheetRow row, ReadRow read) {
		read.ambiguous().forEach((field, typed) -> note(field, typed, read));
		read.loose().forEach((field, typed) -> {
			String understood = this.meanings.of(read, field);
			if (understood != null) {
				note(row.line(), field, typed, understood);
			}
		});
		read.worded()
			.forEach((typed, spoken) -> note(row.line(), TableColumn.LANGUAGES, typed, this.meanings.of(spoken)));
	}

	private void note(int line, TableColumn field, String typed, String understood) {
		String column = Wrong.column(field, this.table.headings(), this.columns, this.messages);
		List<String> key = List.of(field.name(), typed, understood);
		Loose there = this.loose.get(key);
		if (there != null || this.loose.size() < MOST_PROBLEMS) {
			this.loose.put(key, (there != null) ? new Loose(there.line(), there.rows() + 1, column, typed, understood)
					: new Loose(line, 1, column, typed, understood));
		}
		else {
			this.moreLoose++;
		}
	}

	private void note(TableColumn rate, String typed, ReadRow read) {
		ReadPerson person = read.person();
		BigDecimal value = (rate == TableColumn.PAY_RATE) ? person.payRate : person.billRate;
		String understood = this.meanings.of(read, rate);
		if (value != null && understood != null) {
			boolean thousands = value.compareTo(THOUSAND) >= 0;
			Amounts first = new Amounts(Wrong.column(rate, this.table.headings(), this.columns, this.messages), typed,
					understood, 0);
			this.amounts.merge(List.of(rate, thousands), first, (there, one) -> there.again());
		}
	}

	CheckResult result(int rows, int leftOut, RowsBelowCost belowCost, boolean mended) {
		return new CheckResult(rows, leftOut, this.found, problems(), List.copyOf(this.amounts.values()),
				List.copyOf(this.loose.values()), this.moreLoose, belowCost.found(), belowCost.more(), mended);
	}

}
