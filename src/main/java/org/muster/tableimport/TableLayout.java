package org.muster.tableimport;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.tables.AmountNotes.Note;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetRow;
import org.muster.tables.TableReading;

/** How the file of an import is laid out, as it was read or as somebody said. */
@Embeddable
class TableLayout {

	/** A longer heading is none. */
	private static final int LONGEST_HEADING = 100;

	private static final String BETWEEN = "\t";

	/** Of a CSV file; nothing in workbooks, and in files of former versions. */
	private @Nullable String encoding;

	/** From 1 on; 0 in files of former versions for the first line that is not blank. */
	private int headingLine;

	/** What the dates of a column tell: {@code 4=OPEN,7=DAY_FIRST}. */
	private String dateOrders;

	/** What may be said of amounts besides the headings. */
	private String amountNotes;

	/** The headings, with tabulators between. */
	@Column(columnDefinition = "text")
	private String header;

	/** How many rows a workbook does not show. */
	private int hiddenRows;

	@SuppressWarnings("NullAway.Init")
	protected TableLayout() {
	}

	TableLayout(TableReading reading) {
		this.encoding = reading.encoding();
		this.headingLine = reading.headingLine();
		this.dateOrders = reading.dateOrders()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(","));
		this.amountNotes = Note.kept(reading.notes());
		this.header = reading.header()
			.stream()
			.map((heading) -> heading.substring(0, Math.min(LONGEST_HEADING, heading.length())).replaceAll("\\s+", " "))
			.collect(Collectors.joining(BETWEEN));
		this.hiddenRows = reading.hidden();
	}

	List<String> headings() {
		return Arrays.asList(this.header.split(BETWEEN, -1));
	}

	@Nullable String encoding() {
		return this.encoding;
	}

	/** Whether the encoding is an old one, which no file says. */
	boolean isGuessed() {
		return this.encoding != null && !this.encoding.startsWith("UTF-");
	}

	@Nullable Charset charset() {
		return (this.encoding != null) ? Charset.forName(this.encoding) : null;
	}

	int headingLine() {
		return this.headingLine;
	}

	/** Whether a row is above the data: the headings, or what stands above them. */
	boolean isAbove(SheetRow row, boolean first) {
		return (this.headingLine > 0) ? row.line() <= this.headingLine : first;
	}

	/**
	 * What the dates of a column tell, where they need an order.
	 * @param column counted from 0
	 */
	Optional<DateOrder> dateOrder(int column) {
		return Arrays.stream(this.dateOrders.split(","))
			.filter((part) -> part.startsWith(column + "="))
			.map((part) -> DateOrder.valueOf(part.substring(part.indexOf('=') + 1)))
			.findFirst();
	}

	List<Note> amountNotes() {
		return Note.all(this.amountNotes);
	}

	int hiddenRows() {
		return this.hiddenRows;
	}

}
