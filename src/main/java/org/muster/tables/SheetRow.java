package org.muster.tables;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a table.
 *
 * @param line where it stands in the file, from 1 on
 * @param dayZero the day from which a number counts days where it stands for a date
 * @param hidden whether a workbook does not show it, as behind a filter
 */
public record SheetRow(int line, List<String> cells, LocalDate dayZero, boolean hidden) {

	/** As Excel counts, unless a workbook says otherwise. */
	static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

	/** As Excel on older Macs counted. */
	static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

	public SheetRow(int line, List<String> cells) {
		this(line, cells, DAY_ZERO, false);
	}

	/** Empty for a cell that the row does not have, or that says nothing. */
	public String cell(int column) {
		return (column < this.cells.size()) ? CellText.of(this.cells.get(column)) : "";
	}

	/** How many cells hold something. */
	long filled() {
		return this.cells.stream().filter((cell) -> !CellText.of(cell).isEmpty()).count();
	}

	boolean isBlank() {
		return filled() == 0;
	}

}
