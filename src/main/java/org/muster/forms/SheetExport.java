package org.muster.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	private static final int MOST_EXCEL_ROWS = 1_000_000;

	private final MessageSource messages;

	SheetExport(MessageSource messages) {
		this.messages = messages;
	}

	/** Before what a spreadsheet would take for a formula stands an apostrophe. */
	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);

	/**
	 * Text that looks as if it were marked is marked in a workbook, too; people mark
	 * numbers that begin with a zero.
	 */
	private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\t\r\n\\d].*", Pattern.DOTALL);

	/** By UTC, as lists on pages have it. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	/**
	 * A word that pages write instead of a code.
	 *
	 * @param key of the message bundle
	 */
	public record Word(String key) {

		/**
		 * @param family the key below which the values of the enumeration stand
		 */
		public static Word of(String family, Enum<?> value) {
			return new Word(family + "." + value);
		}

		/** Several, with semicolons between. */
		public static List<Word> all(String family, Collection<? extends Enum<?>> values) {
			return values.stream().map((value) -> of(family, value)).toList();
		}

	}

	/**
	 * A column.
	 *
	 * @param heading a key of the message bundle
	 * @param value text, a number, a date, an instant, a {@link Word}, a list of words,
	 * or {@code null} for none
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
		List<String> headings = columns.stream().map((column) -> message(column.heading())).toList();
		List<Column<T>> written = columns.stream()
			.map((column) -> new Column<T>(column.heading(), (row) -> written(column.value().apply(row))))
			.toList();
		if (excel) {
			excel(response.getOutputStream(), name, headings, written, pages);
		}
		else {
			csv(response.getOutputStream(), headings, written, pages);
		}
	}

	/**
	 * A table that is no list of ours as CSV.
	 * @param name of the file, without its ending
	 * @param pages the rows of a page, counted from 0; none past the last
	 */
	public void write(HttpServletResponse response, String name, List<String> headings,
			IntFunction<List<List<String>>> pages) throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
		List<Column<List<String>>> columns = IntStream.range(0, headings.size())
			.mapToObj((at) -> new Column<List<String>>(headings.get(at), (row) -> row.get(at)))
			.toList();
		csv(response.getOutputStream(), headings.stream().map(SheetExport::marked).toList(), columns, pages);
	}

	/** Words instead of values of enumerations, and instants to the second. */
	private @Nullable Object written(@Nullable Object value) {
		if (value instanceof Word word) {
			return this.messages.getMessage(word.key(), null, word.key(), Locale.ENGLISH);
		}
		if (value instanceof Collection<?> several) {
			return several.stream().map((one) -> String.valueOf(written(one))).collect(Collectors.joining("; "));
		}
		return (value instanceof Instant instant) ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	/**
	 * Text as a CSV file has it: with an apostrophe where a spreadsheet would take it for
	 * a formula, and where it would look as if it had one. {@link #unmarked} takes it off
	 * again.
	 */
	public static String marked(String text) {
		return FORMULA.matcher(text).matches() || MARKED.matcher(text).matches() ? "'" + text : text;
	}

	/** Text without the apostrophe that {@link #marked} has put before it. */
	public static String unmarked(String text) {
		return MARKED.matcher(text).matches() ? text.substring(1) : text;
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
		if (value instanceof LocalDateTime time) {
			return TIME.format(time);
		}
		return (value instanceof String text) ? marked(text) : (value != null) ? value.toString() : "";
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
		else if (value instanceof LocalDateTime time) {
			sheet.value(line, column, time.truncatedTo(ChronoUnit.SECONDS));
			sheet.style(line, column).format("yyyy-mm-dd hh:mm:ss").set();
		}
		else if (value != null) {
			String text = printable(value.toString());
			sheet.value(line, column, MARKED.matcher(text).matches() ? "'" + text : text);
		}
	}

	/**
	 * XML has no place for most control characters. What looks like one that Excel has
	 * written as a number stays as it is.
	 */
	public static String printable(String text) {
		return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
			.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
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
