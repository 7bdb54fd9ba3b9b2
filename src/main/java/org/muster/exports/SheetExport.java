package org.muster.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.muster.money.Money;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists as CSV and Excel, written page by page, so that a long one needs no more memory
 * than a short one. All pages are of one moment, whatever others change meanwhile. They
 * go into a file first: a slow line keeps nothing busy, and what fails half-way is an
 * error and no half list. Text that a spreadsheet would take for a formula is marked as
 * text.
 */
@Component
public class SheetExport {

	/** How many rows are read at once. */
	public static final int PAGE_SIZE = 500;

	/** The same, for queries. */
	public static final Limit PAGE = Limit.of(PAGE_SIZE);

	private static final int MOST_EXCEL_ROWS = 1_000_000;

	/** Before what a spreadsheet would take for a formula stands an apostrophe. */
	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n].*", Pattern.DOTALL);

	/**
	 * Text that looks as if it were marked is marked in a workbook, too; people mark
	 * numbers that begin with a zero.
	 */
	private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\t\r\n\\d].*", Pattern.DOTALL);

	/**
	 * Where Excel takes a semicolon or a tab for the end of a cell, quotes within a line
	 * do not keep it from that.
	 */
	private static final Pattern BEHIND_SEPARATOR = Pattern.compile("([;\t\r\n]\\h*)(?='*[=+\\-@])");

	private static final Pattern MARKED_BEHIND_SEPARATOR = Pattern.compile("([;\t\r\n]\\h*)'(?='*[=+\\-@])");

	/** By UTC, as lists on pages have it. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	private final MessageSource messages;

	/** Those that run keep the database and a processor busy. */
	private final Semaphore atOnce;

	private final TransactionTemplate snapshot;

	private final EntityManager entities;

	SheetExport(MessageSource messages, @Value("${muster.exports.at-once}") int atOnce,
			PlatformTransactionManager transactions, EntityManager entities) {
		this.messages = messages;
		this.atOnce = new Semaphore(atOnce);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.entities = entities;
	}

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
	 * @param value text, a number, an amount, a date, an instant, a {@link Word}, a list
	 * of words, or {@code null} for none
	 */
	public record Column<T>(String heading, Function<T, @Nullable Object> value) {
	}

	/**
	 * Rows in the order of a key that never changes, {@link #PAGE_SIZE} at a time.
	 * Whoever skips as many rows as were read loses some and reads others twice, as soon
	 * as somebody changes what the list is sorted by.
	 * @param next the rows that follow one, or the first for {@code null}; not asked for
	 * before the first row is
	 */
	public static <T> Stream<T> byKey(Function<@Nullable T, List<T>> next) {
		return Stream.iterate(Page.<T>before(), Page::isThere, (page) -> page.next(next))
			.flatMap((page) -> page.rows().stream());
	}

	private record Page<T>(List<T> rows, boolean beforeAll) {

		private static <T> Page<T> before() {
			return new Page<>(List.of(), true);
		}

		private boolean isThere() {
			return this.beforeAll || !this.rows.isEmpty();
		}

		private Page<T> next(Function<@Nullable T, List<T>> next) {
			if (this.beforeAll) {
				return new Page<>(next.apply(null), false);
			}
			return new Page<>(
					(this.rows.size() < PAGE_SIZE) ? List.of() : next.apply(this.rows.get(this.rows.size() - 1)),
					false);
		}

	}

	/**
	 * @param name of the file, without its ending
	 * @param format csv or xlsx
	 * @param rows asked for once it is certain that they are written; what they read
	 * while they are written is of one moment
	 * @throws TooManyExports if as many run as may
	 */
	public <T> void write(HttpServletResponse response, String name, String format, List<Column<T>> columns,
			Supplier<Stream<T>> rows) throws IOException {
		if (!this.atOnce.tryAcquire()) {
			throw new TooManyExports();
		}
		try {
			try (NamelessFile file = NamelessFile.open("muster-export")) {
				Stream<T> lines = rows.get();
				this.snapshot.executeWithoutResult((status) -> write(file, name, format, columns, lines));
				send(response, name, format, file);
			}
		}
		finally {
			this.atOnce.release();
		}
	}

	private <T> void write(NamelessFile file, String name, String format, List<Column<T>> columns, Stream<T> rows) {
		List<String> headings = columns.stream().map((column) -> message(column.heading())).toList();
		List<Column<T>> written = columns.stream()
			.map((column) -> new Column<T>(column.heading(), (row) -> written(column.value().apply(row))))
			.toList();
		try (OutputStream output = file.output()) {
			if (format.equals("xlsx")) {
				excel(output, name, headings, written, forgotten(rows));
			}
			else {
				csv(output, headings, written, forgotten(rows));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What pages have read is not kept until the last one. */
	private <T> Stream<T> forgotten(Stream<T> rows) {
		AtomicLong read = new AtomicLong();
		return rows.peek((row) -> {
			if (read.incrementAndGet() % PAGE_SIZE == 0) {
				this.entities.clear();
			}
		});
	}

	private static void send(HttpServletResponse response, String name, String format, NamelessFile file)
			throws IOException {
		response.setContentType(format.equals("xlsx")
				? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"");
		response.setContentLengthLong(file.size());
		file.copyTo(response.getOutputStream());
	}

	/**
	 * A table that is no list of ours as CSV.
	 * @param name of the file, without its ending
	 */
	public void write(HttpServletResponse response, String name, List<String> headings, Stream<List<String>> rows)
			throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
		List<Column<List<String>>> columns = IntStream.range(0, headings.size())
			.mapToObj((at) -> new Column<List<String>>(headings.get(at), (row) -> row.get(at)))
			.toList();
		csv(response.getOutputStream(), headings.stream().map(SheetExport::marked).toList(), columns, rows);
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
		String safe = BEHIND_SEPARATOR.matcher(text).replaceAll("$1'");
		return FORMULA.matcher(safe).matches() || MARKED.matcher(safe).matches() ? "'" + safe : safe;
	}

	/** Text without the apostrophe that {@link #marked} has put before it. */
	public static String unmarked(String text) {
		String unmarked = MARKED.matcher(text).matches() ? text.substring(1) : text;
		return MARKED_BEHIND_SEPARATOR.matcher(unmarked).replaceAll("$1");
	}

	private static <T> void csv(OutputStream output, List<String> headings, List<Column<T>> columns, Stream<T> rows)
			throws IOException {
		// Without the mark Excel takes UTF-8 for something else.
		output.write("\ufeff".getBytes(StandardCharsets.UTF_8));
		CsvWriter writer = CsvWriter.builder()
			.quoteStrategy(QuoteStrategies.ALWAYS)
			.build(output, StandardCharsets.UTF_8);
		writer.writeRecord(headings);
		rows.forEachOrdered((row) -> writer
			.writeRecord(columns.stream().map((column) -> text(column.value().apply(row))).toList()));
		writer.flush();
	}

	private static String text(@Nullable Object value) {
		if (value instanceof LocalDateTime time) {
			return TIME.format(time);
		}
		if (value instanceof Money money) {
			return amount(money).toPlainString();
		}
		return (value instanceof String text) ? marked(text) : (value != null) ? value.toString() : "";
	}

	/** With as many decimals as its currency has: 50000 yen, 85.500 dinars. */
	private static BigDecimal amount(Money money) {
		BigDecimal bare = money.amount().stripTrailingZeros();
		return bare.setScale(Math.max(money.decimals(), bare.scale()));
	}

	/** In a workbook text is text, whatever it begins with. */
	private <T> void excel(OutputStream output, String name, List<String> headings, List<Column<T>> columns,
			Stream<T> rows) throws IOException {
		Workbook workbook = new Workbook(output, "Muster", "1.0");
		Worksheet sheet = workbook.newWorksheet(name);
		sheet.freezePane(0, 1);
		for (int column = 0; column < headings.size(); column++) {
			sheet.value(0, column, headings.get(column));
			sheet.style(0, column).bold().set();
		}
		Iterator<T> each = rows.iterator();
		for (int line = 1; each.hasNext(); line++) {
			if (line > MOST_EXCEL_ROWS) {
				sheet.value(line, 0, message("web.export.cut"));
				break;
			}
			T row = each.next();
			for (int column = 0; column < columns.size(); column++) {
				cell(sheet, line, column, columns.get(column).value().apply(row));
			}
			if (line % PAGE_SIZE == 0) {
				sheet.flush();
			}
		}
		workbook.finish();
	}

	private static void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
		if (value instanceof Number number) {
			sheet.value(line, column, number);
		}
		else if (value instanceof Money money) {
			int decimals = amount(money).scale();
			sheet.value(line, column, money.amount());
			sheet.style(line, column).format((decimals == 0) ? "0" : "0." + "0".repeat(decimals)).set();
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

}
