package org.muster.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How text that people upload is written: as the mark at its start says, else in UTF-8,
 * else in the old single-byte encoding in which it has the fewest signs within words.
 */
final class Encoding {

	/** What marked text begins with once it is decoded. */
	static final char MARK = '\ufeff';

	/** The likely ones first. */
	private static final List<Charset> SINGLE_BYTE = List.of(Charset.forName("windows-1252"),
			Charset.forName("ISO-8859-15"), Charset.forName("windows-1250"));

	/** Those that a person can choose. */
	static final List<String> OFFERED = List.of("UTF-8", "windows-1252", "ISO-8859-15", "windows-1250", "windows-1251",
			"windows-1253", "windows-1254", "UTF-16LE", "UTF-16BE");

	private static final int IMPOSSIBLE = 100;

	private Encoding() {
	}

	static Charset of(Path file) throws IOException {
		return of(() -> Files.newInputStream(file));
	}

	static Charset of(byte[] content) {
		try {
			return of(() -> new ByteArrayInputStream(content));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** Opens what is read, once for each way through it. */
	private interface Source {

		InputStream open() throws IOException;

	}

	private static Charset of(Source source) throws IOException {
		Charset marked = marked(source);
		try (Reader reader = new InputStreamReader(source.open(), strict(marked))) {
			char[] some = new char[8192];
			while (reader.read(some) >= 0) {
				// Whether it can be decoded is all that is asked.
			}
			return marked;
		}
		catch (CharacterCodingException ex) {
			return (marked == StandardCharsets.UTF_8) ? singleByte(source) : marked;
		}
	}

	private static Charset marked(Source source) throws IOException {
		try (InputStream input = source.open()) {
			int first = input.read();
			int second = input.read();
			if (first == 0xff && second == 0xfe) {
				return StandardCharsets.UTF_16LE;
			}
			return (first == 0xfe && second == 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
		}
	}

	private static Charset singleByte(Source source) throws IOException {
		long[] strange = new long[SINGLE_BYTE.size()];
		List<String> tables = SINGLE_BYTE.stream().map(Encoding::table).toList();
		try (InputStream input = new BufferedInputStream(source.open())) {
			int before = ' ';
			int now = input.read();
			while (now >= 0) {
				int after = input.read();
				if (now == 0) {
					// Pictures and programs are no text in any encoding.
					return StandardCharsets.UTF_8;
				}
				for (int at = 0; now >= 0x80 && at < strange.length; at++) {
					strange[at] += strangeness(tables.get(at), before, now, Math.max(after, 0));
				}
				before = now;
				now = after;
			}
		}
		int best = 0;
		for (int at = 1; at < strange.length; at++) {
			best = (strange[at] < strange[best]) ? at : best;
		}
		return SINGLE_BYTE.get(best);
	}

	/** What each byte stands for. */
	private static String table(Charset charset) {
		byte[] all = new byte[256];
		for (int one = 0; one < all.length; one++) {
			all[one] = (byte) one;
		}
		return new String(all, charset);
	}

	/** How unlikely a byte is between two others: words consist of letters. */
	private static int strangeness(String table, int before, int now, int after) {
		char sign = table.charAt(now);
		if (Character.isLetter(sign)) {
			return 0;
		}
		if (sign == '\ufffd' || Character.isISOControl(sign)) {
			return IMPOSSIBLE;
		}
		if (sign == '¤') {
			return 2;
		}
		boolean begun = Character.isLetter(table.charAt(before));
		boolean follows = Character.isLetter(table.charAt(after));
		if ("´’‘·«»“”„‚‹›–—…®™°§".indexOf(sign) >= 0) {
			return (sign == '´' && !begun && follows) ? 1 : 0;
		}
		return (begun || follows) ? 1 : 0;
	}

	/** One that refuses what is no text in this writing. */
	static CharsetDecoder strict(Charset charset) {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

}
