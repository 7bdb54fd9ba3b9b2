package org.muster.tables;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.Unreadable;

/**
 * The rows of a CSV file by RFC 4180, each with the line in which it begins, so that a
 * quotation mark that does not fit can be found again.
 */
final class CsvRows {

	/** A cell longer than this has lost its closing quotation mark. */
	static final int LONGEST_CELL = 256 * 1024;

	private static final int END = -1;

	private final Reader reader;

	private final char separator;

	private int line;

	private boolean lineEnded = true;

	private boolean wasReturn;

	private int pushedBack = -2;

	/**
	 * @param reader one that is buffered
	 * @param before how many lines of the file come before
	 */
	CsvRows(Reader reader, char separator, int before) {
		this.reader = reader;
		this.separator = separator;
		this.line = before;
	}

	/**
	 * The next row, blank or not, or {@code null} after the last.
	 * @throws Unreadable if a cell has no end, or text stands behind its end
	 */
	@Nullable SheetRow next() throws IOException, Unreadable {
		int first = read();
		if (first == END) {
			return null;
		}
		this.pushedBack = first;
		int start = this.line;
		List<String> cells = new ArrayList<>();
		do {
			if (cells.size() == Sheets.MOST_COLUMNS) {
				throw new Unreadable("imports.file.columns");
			}
			cells.add(cell(start));
		}
		while (endedBy(this.separator));
		return new SheetRow(start, cells);
	}

	/** Whether a separator ended the cell; else the row is at its end. */
	private boolean endedBy(char sign) throws IOException, Unreadable {
		return read() == sign;
	}

	/** Up to the sign that ends it, which is read next. */
	private String cell(int row) throws IOException, Unreadable {
		StringBuilder cell = new StringBuilder();
		while (true) {
			int sign = read();
			if (isEnd(sign)) {
				this.pushedBack = sign;
				return cell.toString();
			}
			if (sign == '"' && cell.toString().isBlank()) {
				return quoted();
			}
			append(cell, sign, row);
		}
	}

	/** The quotation mark at its start is read already. */
	private String quoted() throws IOException, Unreadable {
		int start = this.line;
		StringBuilder cell = new StringBuilder();
		while (true) {
			int sign = read();
			if (sign == END) {
				throw new Unreadable("imports.file.csv", start);
			}
			if (sign != '"') {
				append(cell, sign, start);
				continue;
			}
			int next = read();
			if (next == '"') {
				append(cell, next, start);
				continue;
			}
			while (next == ' ') {
				next = read();
			}
			if (!isEnd(next)) {
				throw new Unreadable("imports.file.quote", start);
			}
			this.pushedBack = next;
			return cell.toString();
		}
	}

	private boolean isEnd(int sign) {
		return sign == END || sign == '\n' || sign == this.separator;
	}

	private static void append(StringBuilder cell, int sign, int line) throws Unreadable {
		if (cell.length() >= LONGEST_CELL) {
			throw new Unreadable("imports.file.csv", line);
		}
		cell.append((char) sign);
	}

	/** Ends of lines are {@code \n}, however they are written. */
	private int read() throws IOException, Unreadable {
		if (this.pushedBack != -2) {
			int sign = this.pushedBack;
			this.pushedBack = -2;
			return sign;
		}
		int sign = this.reader.read();
		if (sign == '\n' && this.wasReturn) {
			sign = this.reader.read();
		}
		this.wasReturn = sign == '\r';
		if (sign == 0) {
			throw new Unreadable("imports.file.kind");
		}
		if (this.lineEnded && sign != END) {
			this.line++;
		}
		this.lineEnded = sign == '\n' || sign == '\r';
		return this.lineEnded ? '\n' : sign;
	}

}
