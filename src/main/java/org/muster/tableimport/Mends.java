package org.muster.tableimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.muster.tables.TableColumn;

/** What somebody corrected of a table on the check page. */
final class Mends {

	/** Of a word that is corrected wherever it stands in its column. */
	static final int EVERYWHERE = 0;

	static final Mends NONE = new Mends(List.of());

	/**
	 * A cell that was corrected.
	 *
	 * @param line of the table, or {@link #EVERYWHERE}
	 * @param typed what the table says
	 * @param mended what it is read as
	 */
	record Mend(int line, TableColumn field, String typed, String mended) {

		/** Of a word of a vocabulary all cells that say it, of anything else one. */
		static Mend of(int line, TableColumn field, String typed, String mended) {
			return new Mend((field.isVocabulary() && !typed.isEmpty()) ? EVERYWHERE : line, field, typed, mended);
		}

	}

	private record Cell(int line, TableColumn field, String typed) {
	}

	private final Map<Cell, String> mended = new HashMap<>();

	/**
	 * @param all where the same cell was corrected twice, the last one counts
	 */
	Mends(List<Mend> all) {
		all.forEach((one) -> this.mended.put(new Cell(one.line(), one.field(), one.typed()), one.mended()));
	}

	boolean isNone() {
		return this.mended.isEmpty();
	}

	/** A cell in one line, as a form takes it. */
	static String inLine(TableColumn field, String cell) {
		boolean isList = field == TableColumn.SKILLS || field == TableColumn.LANGUAGES;
		return cell.replaceAll("[\\r\\n]+", isList ? "; " : " ");
	}

	/** What is read in place of a cell: mostly the cell itself. */
	String of(int line, TableColumn field, String typed) {
		if (this.mended.isEmpty()) {
			return typed;
		}
		String cell = inLine(field, typed);
		String everywhere = this.mended.getOrDefault(new Cell(EVERYWHERE, field, cell), typed);
		return this.mended.getOrDefault(new Cell(line, field, cell), everywhere);
	}

}
