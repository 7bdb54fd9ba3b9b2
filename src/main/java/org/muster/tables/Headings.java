package org.muster.tables;

import java.util.List;
import java.util.Optional;

/**
 * Finds the row of the headings below whatever stands above it: titles, dates, blank
 * lines, groups of columns.
 */
final class Headings {

	/** How many rows are looked at. */
	static final int WITHIN = 30;

	/** With fewer headings that we know a row may be anything. */
	private static final int ENOUGH = 2;

	private Headings() {
	}

	/**
	 * The row that most likely has the headings: the first with the most headings that we
	 * know, else the first that is about as wide as the table.
	 * @param rows the first of a table, blank ones left out
	 * @return its place among them
	 */
	static int find(List<SheetRow> rows) {
		List<SheetRow> first = rows.subList(0, Math.min(WITHIN, rows.size()));
		int most = most(first);
		if (most >= ENOUGH) {
			for (int at = 0; at < first.size(); at++) {
				if (known(first.get(at)) == most) {
					return at;
				}
			}
		}
		long widest = first.stream().mapToLong(SheetRow::filled).max().orElse(0);
		for (int at = 0; at < first.size(); at++) {
			if (first.get(at).filled() * 2 > widest) {
				return at;
			}
		}
		return 0;
	}

	/** How many headings that we know the row with the most of them has. */
	static int most(List<SheetRow> rows) {
		return rows.stream().mapToInt(Headings::known).max().orElse(0);
	}

	private static int known(SheetRow row) {
		return (int) row.cells().stream().map(TableColumn::guess).flatMap(Optional::stream).distinct().count();
	}

}
