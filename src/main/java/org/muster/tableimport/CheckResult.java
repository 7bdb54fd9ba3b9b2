package org.muster.tableimport;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.tables.TableColumn;

/**
 * What an import would do.
 *
 * @param rows how many there are
 * @param leftOut how many of them would not go in
 * @param found how many values, or rows as a whole, have a problem
 * @param problems the first that leave a row out, and behind them others
 * @param amounts of each column
 * @param loose the first
 * @param moreLoose how many cells there are besides
 * @param belowCost the first rows after which somebody is paid more than a client pays
 * @param moreLosses how many such rows there are besides
 * @param mended whether somebody has corrected anything
 */
record CheckResult(int rows, int leftOut, int found, List<Problem> problems, List<Amounts> amounts, List<Loose> loose,
		int moreLoose, List<RowsBelowCost.Loss> belowCost, int moreLosses, boolean mended) {

	/** How many of what was found is not among the problems. */
	public int more() {
		return this.found - this.problems.stream().mapToInt(Problem::rows).sum();
	}

	/**
	 * Something that is wrong with a cell, or with several that say the same.
	 *
	 * @param line the first
	 * @param rows how many there are
	 * @param cell {@code null} where it cannot be corrected here
	 */
	record Problem(int line, int rows, String column, String typed, String reason, boolean fatal, @Nullable Cell cell) {

		Problem again() {
			return new Problem(this.line, this.rows + 1, this.column, this.typed, this.reason, this.fatal, this.cell);
		}

		boolean isOf(int row, @Nullable TableColumn field) {
			return this.line == row && this.cell != null && this.cell.field() == field;
		}

	}

	/**
	 * A cell that can be corrected.
	 *
	 * @param said all that the table says in it
	 * @param mended the same, or what somebody has said instead
	 */
	record Cell(TableColumn field, String said, String mended) {
	}

	/**
	 * A cell that was read by what it most likely means.
	 *
	 * @param line the first that says so
	 * @param rows how many there are
	 */
	record Loose(int line, int rows, String column, String typed, String understood) {
	}

	/**
	 * Amounts of a column that could have been read otherwise, as {@code 1.250}.
	 *
	 * @param typed the first
	 * @param others how many more there are
	 */
	record Amounts(String column, String typed, String understood, int others) {

		Amounts again() {
			return new Amounts(this.column, this.typed, this.understood, this.others + 1);
		}

	}

}
