package org.muster.imports;

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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

/**
 * Reads tables row by row, never the whole of one. Files that would harm us are refused:
 * what unpacks to far more than it is, declares entities, or has a cell without an end.
 */
final class Sheets {

	static final int MOST_COLUMNS = 200;

	private static final long MOST_UNPACKED = 300L * 1024 * 1024;

	/** The texts of a workbook, which are held in memory while it is read. */
	private static final long MOST_TEXTS = 64L * 1024 * 1024;

	/** How many times larger than packed. Tables of text are at most some 30 times. */
	private static final int MOST_RATIO = 200;

	private static final long ALWAYS_FINE = 1024L * 1024;

	private static final int MOST_ENTRIES = 2000;

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
		read(file, format, null, taker);
	}

	/**
	 * Likewise.
	 * @param encoding of a CSV file, or {@code null} to recognise it
	 */
	static void read(Path file, SheetFormat format, @Nullable Charset encoding, Predicate<SheetRow> taker)
			throws IOException, Unreadable {
		try {
			if (format == SheetFormat.EXCEL) {
				guard(file);
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
					StringBuilder start = new StringBuilder();
					long before = unpacked;
					for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
						unpacked += read;
						boolean texts = entry.getName().endsWith("sharedStrings.xml");
						if (isBomb(packed, unpacked) || (texts && unpacked - before > MOST_TEXTS)) {
							throw new Unreadable("imports.file.bomb");
						}
						if (declares(start, buffer, read)) {
							throw new Unreadable("imports.file.entities");
						}
					}
				}
			}
		}
	}

	private static boolean isBomb(long packed, long unpacked) {
		return unpacked > MOST_UNPACKED || (unpacked > ALWAYS_FINE && unpacked / packed > MOST_RATIO);
	}

	/**
	 * Whether XML declares anything, in one or several bytes a character, and however far
	 * behind its beginning.
	 * @param before what came before, of which the end is kept
	 */
	private static boolean declares(StringBuilder before, byte[] buffer, int read) {
		for (int at = 0; at < read; at++) {
			if (buffer[at] != 0) {
				before.append((char) (buffer[at] & 0xff));
			}
		}
		boolean declares = before.indexOf("<!DOCTYPE") >= 0 || before.indexOf("<!ENTITY") >= 0;
		before.delete(0, Math.max(0, before.length() - "<!DOCTYPE".length()));
		return declares;
	}

}
