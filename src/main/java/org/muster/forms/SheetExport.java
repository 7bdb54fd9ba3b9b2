package org.muster.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lists as CSV and Excel, written page by page, so that a long one needs no more memory
 * than a short one. Text that a spreadsheet would take for a formula is marked as text.
 */
@Component
public class SheetExport {

	/** How many rows are read at once. */
	public static final int PAGE_SIZE = 500;

	private static final String FORMULA_STARTS = "=+-@\t\r\n";

	private static final int MOST_EXCEL_ROWS = 1_000_000;

	private final MessageSource messages;

	SheetExport(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A column.
	 *
	 * @param heading a key of the message bundle
	 * @param value text, a number, a date, or {@code null} for none
	 */
	public record Column<T>(String heading, Function<T, @Nullable Object> value) {
	}

	/**
	 * @param name of the file, without its ending
	 * @param format csv or xlsx
	 * @param pages the rows of a page, counted from 0; none past the last
	 */
	public <T> void write(HttpServletResponse response, String name, String format, List<Column<T>> columns,
			IntFunction<List<T>> pages) throws IOException {
		boolean excel = format.equals("xlsx");
		response.setContentType(
				excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"");
		List<String> headings = columns.stream()
			.map((column) -> this.messages.getMessage(column.heading(), null, Locale.ENGLISH))
			.toList();
		if (excel) {
			excel(response.getOutputStream(), name, headings, columns, pages);
		}
		else {
			csv(response.getOutputStream(), headings, columns, pages);
		}
	}

	private static <T> void csv(OutputStream output, List<String> headings, List<Column<T>> columns,
			IntFunction<List<T>> pages) throws IOException {
		// Without the mark Excel takes UTF-8 for something else.
		output.write("\ufeff".getBytes(StandardCharsets.UTF_8));
		CsvWriter writer = CsvWriter.builder().build(output, StandardCharsets.UTF_8);
		writer.writeRecord(headings);
		each(pages, (row) -> writer
			.writeRecord(columns.stream().map((column) -> text(column.value().apply(row))).toList()));
		writer.flush();
	}

	private static String text(@Nullable Object value) {
		String text = (value != null) ? value.toString() : "";
		boolean formula = value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

	/** In a workbook text is text, whatever it begins with. */
	private static <T> void excel(OutputStream output, String name, List<String> headings, List<Column<T>> columns,
			IntFunction<List<T>> pages) throws IOException {
		Workbook workbook = new Workbook(output, "Muster", "1.0");
		Worksheet sheet = workbook.newWorksheet(name);
		sheet.freezePane(0, 1);
		for (int column = 0; column < headings.size(); column++) {
			sheet.value(0, column, headings.get(column));
			sheet.style(0, column).bold().set();
		}
		int[] line = { 0 };
		each(pages, (row) -> {
			if (++line[0] > MOST_EXCEL_ROWS) {
				return;
			}
			for (int column = 0; column < columns.size(); column++) {
				cell(sheet, line[0], column, columns.get(column).value().apply(row));
			}
			if (line[0] % PAGE_SIZE == 0) {
				flush(sheet);
			}
		});
		workbook.finish();
	}

	private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
		if (value instanceof Number number) {
			sheet.value(line, column, number);
		}
		else if (value instanceof LocalDate date) {
			sheet.value(line, column, date);
			sheet.style(line, column).format("yyyy-mm-dd").set();
		}
		else if (value instanceof Instant instant) {
			sheet.value(line, column, instant.toString());
		}
		else if (value != null) {
			sheet.value(line, column, printable(value.toString()));
		}
	}

	/** XML has no place for most control characters. */
	public static String printable(String text) {
		return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
	}

	private static void flush(Worksheet sheet) {
		try {
			sheet.flush();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static <T> void each(IntFunction<List<T>> pages, java.util.function.Consumer<T> taker) {
		List<T> rows = pages.apply(0);
		for (int page = 1; !rows.isEmpty(); page++) {
			rows.forEach(taker);
			rows = (rows.size() < PAGE_SIZE) ? List.of() : pages.apply(page);
		}
	}

}
