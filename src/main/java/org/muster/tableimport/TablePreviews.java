package org.muster.tableimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the beginning of a table, and how its first cells are understood. */
@Component
class TablePreviews {

	/** How many rows examples are taken from. */
	private static final int WITHIN = 30;

	private static final int EXAMPLES = 3;

	private static final int MOST_ACCENTED = 12;

	private final TableRows rows;

	private final CellMeanings meanings;

	private final MessageSource messages;

	TablePreviews(TableRows rows, CellMeanings meanings, MessageSource messages) {
		this.rows = rows;
		this.meanings = meanings;
		this.messages = messages;
	}

	/**
	 * A cell, and how it is understood.
	 *
	 * @param understood {@code null} where it is taken as it is
	 * @param problem what is wrong with it, or {@code null}
	 */
	record Example(String typed, @Nullable String understood, @Nullable String problem) {
	}

	/**
	 * A row that could be the one of the headings.
	 */
	record Line(int number, String text) {
	}

	/**
	 * The beginning of a table.
	 *
	 * @param lines those that may have the headings
	 * @param examples some cells of each column
	 * @param accented some cells of a file whose encoding is a guess, with the letters
	 * that differ between encodings
	 * @param sheets of a workbook: the one that is read, and behind it the others
	 * @param headless whether the row of the headings has an e-mail address, as people
	 * have
	 */
	record Preview(List<Line> lines, List<List<Example>> examples, Set<String> accented, List<String> sheets,
			boolean headless) {
	}

	/**
	 * @param chosen what each column holds, or {@code null} for nothing
	 */
	Preview of(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order) throws IOException {
		List<SheetRow> above = new ArrayList<>();
		List<SheetRow> rows = new ArrayList<>();
		Set<String> accented = new LinkedHashSet<>();
		this.rows.read(table, (row, isAbove) -> {
			if (above.size() < WITHIN) {
				above.add(row);
			}
			if (!isAbove && rows.size() < WITHIN) {
				rows.add(row);
			}
			boolean more = table.isGuessed() && accented.size() < MOST_ACCENTED;
			if (more) {
				accented(row, accented);
			}
			return more || rows.size() < WITHIN;
		});
		RowReader reader = this.rows.reader(table, chosen, order);
		List<ReadRow> reads = rows.stream().map(reader::read).toList();
		List<List<Example>> examples = new ArrayList<>();
		for (int column = 0; column < chosen.size(); column++) {
			examples.add(examples(rows, reads, column, chosen.get(column)));
		}
		return new Preview(above.stream().map(TablePreviews::line).toList(), examples, accented,
				this.rows.sheets(table), table.headings().stream().anyMatch((heading) -> heading.indexOf('@') > 0));
	}

	private static void accented(SheetRow row, Set<String> accented) {
		for (int column = 0; column < row.cells().size() && accented.size() < MOST_ACCENTED; column++) {
			String cell = row.cell(column);
			if (cell.chars().anyMatch((sign) -> sign > 0x7f)) {
				accented.add(Inputs.cut(cell, 60));
			}
		}
	}

	private static Line line(SheetRow row) {
		String text = row.cells()
			.stream()
			.filter((cell) -> !cell.isBlank())
			.map(String::strip)
			.collect(Collectors.joining(" · "));
		return new Line(row.line(), Inputs.cut(text, 100));
	}

	private List<Example> examples(List<SheetRow> rows, List<ReadRow> reads, int column, @Nullable TableColumn field) {
		List<Example> examples = new ArrayList<>();
		for (int at = 0; at < rows.size() && examples.size() < EXAMPLES; at++) {
			String typed = rows.get(at).cell(column);
			if (!typed.isEmpty()) {
				examples.add((field != null) ? example(typed, reads.get(at), field) : new Example(typed, null, null));
			}
		}
		return examples;
	}

	private Example example(String typed, ReadRow read, TableColumn field) {
		String problem = read.wrongs()
			.stream()
			.filter((wrong) -> wrong.field() == field)
			.map((wrong) -> this.messages.getMessage("imports.reason." + wrong.reason(), null, Locale.ENGLISH))
			.distinct()
			.reduce((one, other) -> one + "; " + other)
			.orElse(null);
		String understood = this.meanings.of(read, field);
		return new Example(typed, typed.equals(understood) ? null : understood, problem);
	}

}
