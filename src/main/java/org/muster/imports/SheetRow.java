package org.muster.imports;

import java.util.List;

/**
 * A row of a table.
 *
 * @param line where it stands in the file, from 1 on
 */
record SheetRow(int line, List<String> cells) {

	/** Empty for a cell that the row does not have. */
	public String cell(int column) {
		return (column < this.cells.size()) ? this.cells.get(column).strip() : "";
	}

	boolean isBlank() {
		return this.cells.stream().allMatch(String::isBlank);
	}

}
