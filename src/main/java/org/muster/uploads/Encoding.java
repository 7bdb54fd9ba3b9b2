package org.muster.uploads;

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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How text that people upload is written: as the mark at its start says, else in UTF-8,
 * else as {@link EncodingGuess} says.
 */
public final class Encoding {

	/** What marked text begins with once it is decoded. */
	public static final char MARK = '\ufeff';

	/** Those that a person can choose. */
	public static final List<String> OFFERED = Stream
		.concat(Stream.of("UTF-8"), Stream.concat(EncodingGuess.KNOWN.stream(), Stream.of("UTF-16LE", "UTF-16BE")))
		.toList();

	private static final int SAMPLE = 64 * 1024;

	/** Of all characters: names in other scripts have none, what is between them does. */
	private static final double LEAST_ZEROS = 0.02;

	private Encoding() {
	}

	public static Charset of(Path file) throws IOException {
		return of(() -> Files.newInputStream(file));
	}

	public static Charset of(byte[] content) {
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
			return (marked.equals(StandardCharsets.UTF_8)) ? singleByte(source) : marked;
		}
	}

	private static Charset marked(Source source) throws IOException {
		try (InputStream input = source.open()) {
			int first = input.read();
			int second = input.read();
			if (first == 0xff && second == 0xfe) {
				return StandardCharsets.UTF_16LE;
			}
			if (first == 0xfe && second == 0xff) {
				return StandardCharsets.UTF_16BE;
			}
		}
		Charset unmarked = unmarked(source);
		return (unmarked != null) ? unmarked : StandardCharsets.UTF_8;
	}

	/**
	 * UTF-16 without a mark shows by its zeros: plain letters, blanks and line ends have
	 * one each, always on the same side. Pictures and programs have them on both, and
	 * several together.
	 */
	private static @Nullable Charset unmarked(Source source) throws IOException {
		byte[] some;
		try (InputStream input = source.open()) {
			some = input.readNBytes(SAMPLE);
		}
		if (some.length % 2 == 1) {
			return null;
		}
		int big = 0;
		int little = 0;
		for (int at = 0; at + 1 < some.length; at += 2) {
			if (some[at] == 0 && isPlain(some[at + 1])) {
				big++;
			}
			else if (some[at + 1] == 0 && isPlain(some[at])) {
				little++;
			}
			else if (some[at] == 0 || some[at + 1] == 0) {
				return null;
			}
		}
		int pairs = some.length / 2;
		boolean isSure = Math.max(big, little) >= pairs * LEAST_ZEROS && Math.min(big, little) == 0;
		return (big + little == 0 || !isSure) ? null
				: (big > 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
	}

	/** A sign of Latin-1, or the end of a line or cell. */
	private static boolean isPlain(byte sign) {
		int code = sign & 0xff;
		return code >= ' ' && code < 0x7f || code >= 0xa0 || code == '\n' || code == '\r' || code == '\t';
	}

	private static Charset singleByte(Source source) throws IOException {
		EncodingGuess guess = new EncodingGuess();
		try (InputStream input = new BufferedInputStream(source.open())) {
			int before = ' ';
			int now = input.read();
			while (now >= 0) {
				int after = input.read();
				if (now == 0) {
					// Pictures and programs are no text in any encoding.
					return StandardCharsets.UTF_8;
				}
				guess.take(before, now, Math.max(after, 0));
				before = now;
				now = after;
			}
		}
		return guess.best();
	}

	/** One that refuses what is no text in this writing. */
	public static CharsetDecoder strict(Charset charset) {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

}
