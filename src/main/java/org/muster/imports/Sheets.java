package org.muster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads tables row by row, never the whole of one. Files that would harm us are refused:
 * what unpacks to far more than it is, declares entities, or has a cell without an end.
 */
final class Sheets {

	/** A cell longer than this has lost its closing quote. */
	private static final int LONGEST_CELL = 256 * 1024;

	private static final int MOST_COLUMNS = 200;

	private static final long MOST_UNPACKED = 300L * 1024 * 1024;

	/** The texts of a workbook, which are held in memory while it is read. */
	private static final long MOST_TEXTS = 64L * 1024 * 1024;

	/** How many times larger than packed. Tables of text are at most some 30 times. */
	private static final int MOST_RATIO = 200;

	private static final long ALWAYS_FINE = 1024L * 1024;

	private static final int MOST_ENTRIES = 2000;

	private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

	/** Numbers are dates by their format alone. */
	private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

	private Sheets() {
	}

	static SheetFormat format(Path file) throws IOException, Unreadable {
		byte[] start = new byte[8];
		int length;
		try (InputStream input = Files.newInputStream(file)) {
			length = input.readNBytes(start, 0, start.length);
		}
		if (length == 0) {
			throw new Unreadable("imports.file.empty");
		}
		if (start[0] == 'P' && start[1] == 'K') {
			return SheetFormat.EXCEL;
		}
		boolean old = (start[0] & 0xff) == 0xd0 && (start[1] & 0xff) == 0xcf;
		if (old || new String(start, StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
			throw new Unreadable(old ? "imports.file.xls" : "imports.file.kind");
		}
		return SheetFormat.CSV;
	}

	/**
	 * Hands over one row after another, blank ones left out, until the taker wants no
	 * more.
	 * @throws Unreadable if the file is not what it says, or harmful
	 */
	static void read(Path file, SheetFormat format, Predicate<SheetRow> taker) throws IOException, Unreadable {
		try {
			if (format == SheetFormat.EXCEL) {
				guard(file);
				excel(file, taker);
			}
			else {
				csv(file, taker);
			}
		}
		catch (CsvParseException ex) {
			throw new Unreadable("imports.file.csv");
		}
		catch (UncheckedIOException | IOException ex) {
			if (hasCause(ex, CharacterCodingException.class)) {
				throw new Unreadable("imports.file.encoding", ex);
			}
			throw new Unreadable("imports.file.broken", ex);
		}
	}

	private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
		return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
	}

	private static void csv(Path file, Predicate<SheetRow> taker) throws IOException, Unreadable {
		Charset charset = charset(file);
		char separator = separator(file, charset);
		try (Reader reader = reader(file, charset);
				CsvReader<CsvRecord> rows = CsvReader.builder()
					.fieldSeparator(separator)
					.maxBufferSize(LONGEST_CELL)
					.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
					.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
					.ofCsvRecord(reader)) {
			for (CsvRecord row : rows) {
				if (row.getFieldCount() > MOST_COLUMNS) {
					throw new Unreadable("imports.file.columns");
				}
				SheetRow taken = new SheetRow((int) row.getStartingLineNumber(), row.getFields());
				if (!taken.isBlank() && !taker.test(taken)) {
					return;
				}
			}
		}
	}

	/** By the mark at its start; without one it has to be UTF-8. */
	private static Charset charset(Path file) throws IOException {
		try (InputStream input = Files.newInputStream(file)) {
			return Encoding.of(input.read(), input.read());
		}
	}

	/** Strict: what is not written in the encoding is no table for us. */
	private static Reader reader(Path file, Charset charset) throws IOException {
		Reader reader = new java.io.BufferedReader(
				new InputStreamReader(Files.newInputStream(file), Encoding.strict(charset)));
		reader.mark(1);
		if (reader.read() != Encoding.MARK) {
			reader.reset();
		}
		return reader;
	}

	/** The one that the first line has most of, outside quotes. */
	private static char separator(Path file, Charset charset) throws IOException, Unreadable {
		StringBuilder line = new StringBuilder();
		try (Reader reader = reader(file, charset)) {
			boolean quoted = false;
			for (int read = reader.read(); read >= 0; read = reader.read()) {
				quoted ^= read == '"';
				if (!quoted && (read == '\n' || read == '\r')) {
					break;
				}
				if (read == 0) {
					throw new Unreadable("imports.file.kind");
				}
				if (line.length() > LONGEST_CELL) {
					throw new Unreadable("imports.file.csv");
				}
				line.append(quoted ? '"' : (char) read);
			}
		}
		return SEPARATORS.stream()
			.max(Comparator.comparingLong((one) -> line.chars().filter((sign) -> sign == one).count()))
			.orElse(',');
	}

	/** Unpacks to nowhere, to see how much it would be, before anything is kept of it. */
	static void guard(Path file) throws IOException, Unreadable {
		long packed = Files.size(file);
		long unpacked = 0;
		byte[] buffer = new byte[16 * 1024];
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.size() > MOST_ENTRIES) {
				throw new Unreadable("imports.file.bomb");
			}
			for (ZipEntry entry : Collections.list(zip.entries())) {
				try (InputStream input = zip.getInputStream(entry)) {
					boolean first = true;
					long before = unpacked;
					for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
						unpacked += read;
						boolean texts = entry.getName().endsWith("sharedStrings.xml");
						if (isBomb(packed, unpacked) || (texts && unpacked - before > MOST_TEXTS)) {
							throw new Unreadable("imports.file.bomb");
						}
						if (first && declares(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
							throw new Unreadable("imports.file.entities");
						}
						first = false;
					}
				}
			}
		}
	}

	private static boolean isBomb(long packed, long unpacked) {
		return unpacked > MOST_UNPACKED || (unpacked > ALWAYS_FINE && unpacked / packed > MOST_RATIO);
	}

	/** XML that declares anything does so before its first element. */
	private static boolean declares(String start) {
		return start.contains("<!DOCTYPE") || start.contains("<!ENTITY");
	}

	private static void excel(Path file, Predicate<SheetRow> taker) throws IOException, Unreadable {
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
				Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			for (Row row : (Iterable<Row>) rows::iterator) {
				if (row.getCellCount() > MOST_COLUMNS) {
					throw new Unreadable("imports.file.columns");
				}
				SheetRow taken = new SheetRow(row.getRowNum(), cells(row));
				if (!taken.isBlank() && !taker.test(taken)) {
					return;
				}
			}
		}
		catch (ExcelReaderException | IllegalStateException | java.util.NoSuchElementException ex) {
			throw new Unreadable("imports.file.broken", ex);
		}
	}

	private static List<String> cells(Row row) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < row.getCellCount(); column++) {
			cells.add(row.getOptionalCell(column).map(Sheets::text).orElse(""));
		}
		return cells;
	}

	/** Numbers that are shown as dates are dates; of a formula the value that it had. */
	private static String text(Cell cell) {
		if (cell.getType() == CellType.NUMBER) {
			String shown = Objects.requireNonNullElse(cell.getDataFormatString(), "").toLowerCase(Locale.ROOT);
			if (shown.contains("yy") || (shown.contains("d") && shown.contains("m"))) {
				LocalDate date = cell.asDate().toLocalDate();
				return date.toString();
			}
			return cell.asNumber().stripTrailingZeros().toPlainString();
		}
		if (cell.getType() == CellType.FORMULA) {
			return Objects.requireNonNullElse(cell.getRawValue(), "");
		}
		return Objects.requireNonNullElse(cell.getText(), "");
	}

}
