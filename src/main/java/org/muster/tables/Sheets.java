package org.muster.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.Encoding;
import org.muster.uploads.PackedFile;
import org.muster.uploads.Unreadable;

/**
 * Reads tables row by row, never the whole of one. Files that would harm us are refused,
 * as are those that have a cell without an end.
 */
public final class Sheets {

	static final int MOST_COLUMNS = 200;

	private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

	/**
	 * A first line in which a file says how its cells are separated, as Excel reads it.
	 */
	private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([^\r\n])\"?[ \t,;]*(?:\r\n?|\n)",
			Pattern.CASE_INSENSITIVE);

	/** How much of a file is looked at before it is read. */
	private static final int SAMPLE = 64 * 1024;

	private Sheets() {
	}

	public static SheetFormat format(Path file) throws IOException, Unreadable {
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
	 * The names of the visible sheets of a workbook, that of the one that is read first;
	 * a CSV file has none.
	 */
	public static List<String> names(Path file, SheetFormat format) throws IOException, Unreadable {
		return (format == SheetFormat.EXCEL) ? ExcelRows.sheets(file) : List.of();
	}

	/**
	 * Hands over one row after another, blank ones left out, until the taker wants no
	 * more.
	 * @throws Unreadable if the file is not what it says, or harmful
	 */
	public static void read(Path file, SheetFormat format, Predicate<SheetRow> taker) throws IOException, Unreadable {
		read(file, format, null, taker);
	}

	/**
	 * Likewise.
	 * @param encoding of a CSV file, or {@code null} to recognise it
	 */
	public static void read(Path file, SheetFormat format, @Nullable Charset encoding, Predicate<SheetRow> taker)
			throws IOException, Unreadable {
		try {
			if (format == SheetFormat.EXCEL) {
				PackedFile.guard(file);
				ExcelRows.read(file, taker);
			}
			else {
				csv(file, (encoding != null) ? encoding : Encoding.of(file), taker);
			}
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

	private static void csv(Path file, Charset charset, Predicate<SheetRow> taker) throws IOException, Unreadable {
		String sample = sample(file, charset);
		Matcher said = SEPARATOR_LINE.matcher(sample);
		boolean isSaid = said.lookingAt();
		char separator = isSaid ? said.group(1).charAt(0) : separator(sample);
		try (BufferedReader reader = reader(file, charset)) {
			if (isSaid) {
				reader.readLine();
			}
			CsvRows rows = new CsvRows(reader, separator, isSaid ? 1 : 0);
			for (SheetRow row = rows.next(); row != null; row = rows.next()) {
				if (!row.isBlank() && !taker.test(row)) {
					return;
				}
			}
		}
	}

	/** Strict: what is not written in the encoding is no table for us. */
	private static BufferedReader reader(Path file, Charset charset) throws IOException {
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(Files.newInputStream(file), Encoding.strict(charset)));
		reader.mark(1);
		if (reader.read() != Encoding.MARK) {
			reader.reset();
		}
		return reader;
	}

	/** What the file begins with. */
	private static String sample(Path file, Charset charset) throws IOException {
		char[] some = new char[SAMPLE];
		int length = 0;
		try (Reader reader = reader(file, charset)) {
			for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(0, read)) {
				read = reader.read(some, length, SAMPLE - length);
			}
		}
		return new String(some, 0, length);
	}

	/** The one that makes most headings of a row, or else the most even table. */
	private static char separator(String sample) {
		char best = SEPARATORS.get(0);
		long most = -1;
		for (char separator : SEPARATORS) {
			List<SheetRow> rows = first(sample, separator);
			long likely = 10_000L * Headings.most(rows) + even(rows);
			if (likely > most) {
				most = likely;
				best = separator;
			}
		}
		return best;
	}

	/** The rows of a sample, as far as they can be read. */
	private static List<SheetRow> first(String sample, char separator) {
		List<SheetRow> rows = new ArrayList<>();
		try {
			CsvRows read = new CsvRows(new StringReader(sample), separator, 0);
			for (SheetRow row = read.next(); row != null && rows.size() < Headings.WITHIN; row = read.next()) {
				rows.add(row);
			}
		}
		catch (IOException | Unreadable ex) {
			// Another separator may fit, and the table itself is read later.
		}
		return rows;
	}

	/** How many separators stand in rows that have as many cells as others. */
	private static int even(List<SheetRow> rows) {
		return rows.stream()
			.collect(Collectors.groupingBy((row) -> row.cells().size(), Collectors.counting()))
			.entrySet()
			.stream()
			.mapToInt((entry) -> (entry.getKey() - 1) * entry.getValue().intValue())
			.max()
			.orElse(0);
	}

}
