package org.muster.tableimport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Legible;
import org.muster.tables.CellText;
import org.muster.tables.Mojibake;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;

/** The cells of a row by what they hold. */
final class RowCells {

	private final RowReader reader;

	private final SheetRow row;

	private final List<Wrong> wrongs;

	/** As they stand in the table. */
	private final Map<TableColumn, String> loose = new EnumMap<>(TableColumn.class);

	private final Map<TableColumn, String> ambiguous = new EnumMap<>(TableColumn.class);

	RowCells(RowReader reader, SheetRow row, List<Wrong> wrongs) {
		this.reader = reader;
		this.row = row;
		this.wrongs = wrongs;
	}

	/**
	 * Mended by us where its letters are those of another encoding, or by somebody.
	 */
	String text(TableColumn field) {
		String said = this.reader.said(this.row, field);
		String mended = this.reader.mended(this.row, field);
		String read = Legible.text(CellText.of(mended.equals(said) ? Mojibake.mended(said) : mended));
		loose(field, !read.equals(said));
		return read;
	}

	/** Notes a cell that was read by what it most likely means. */
	void loose(TableColumn field, boolean isLoose) {
		if (isLoose) {
			this.loose.putIfAbsent(field, this.reader.said(this.row, field));
		}
	}

	/** What was read by what it most likely means, by its column. */
	Map<TableColumn, String> loose() {
		return this.loose;
	}

	/** Amounts that were taken and could have been read otherwise. */
	Map<TableColumn, String> ambiguous() {
		return this.ambiguous;
	}

	/** Notes an amount that could have been read otherwise. */
	void ambiguous(TableColumn field, String text) {
		this.ambiguous.put(field, text);
	}

	/** Of a formula, which is no empty cell where somebody waits for an amount. */
	String error(TableColumn field) {
		String cell = this.reader.cell(this.row, field);
		return (text(field).isEmpty() && CellText.isError(cell)) ? cell : "";
	}

	<T> void take(TableColumn field, String reason, Function<String, Optional<T>> reading, Consumer<T> taker) {
		String text = text(field);
		if (!text.isEmpty()) {
			reading.apply(text).ifPresentOrElse(taker, () -> wrong(field, reason, text));
		}
	}

	/** A text, or nothing if some of its letters were lost. */
	@Nullable String whole(TableColumn field, String text, boolean isName) {
		if (CellText.hasLostLetters(text, isName)) {
			note(field, "letters", text);
			return null;
		}
		return text;
	}

	/** Something that the row goes in without. */
	void note(TableColumn field, String reason, String text) {
		this.wrongs.add(new Wrong(field, reason, text, false));
	}

	/** Something that leaves the row out. */
	void wrong(TableColumn field, String reason, String text) {
		this.wrongs.add(new Wrong(field, reason, text, true));
	}

}
