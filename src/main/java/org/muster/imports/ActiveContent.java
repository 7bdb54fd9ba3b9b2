package org.muster.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

/**
 * Whether a document does something by itself when it is opened, or carries other files
 * that may: macros, scripts, embedded objects, fields that start programs, and templates
 * that are fetched from elsewhere. What cannot be looked into counts as well.
 */
final class ActiveContent {

	private static final List<String> PDF_ACTIONS = List.of("/JavaScript", "/Launch", "/RichMedia", "/ImportData",
			"/EmbeddedFile");

	/** A name in a PDF may be written with codes: {@code /J#61vaScript}. */
	private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");

	private static final int MOST_UNPACKED = 64 * 1024 * 1024;

	/** An object stream whose bytes are turned over before they are packed. */
	private static final List<String> TURNED_OVER = List.of("/Predictor", "/DecodeParms", "/DP");

	private ActiveContent() {
	}

	static boolean isIn(Path file, FileKind kind) throws IOException {
		return switch (kind) {
			case PDF -> isInPdf(Files.readAllBytes(file)) || PdfObjects.areActive(file);
			case WORD -> OfficeParts.areActive(file);
			default -> false;
		};
	}

	private static boolean isInPdf(byte[] file) {
		String raw = new String(file, StandardCharsets.ISO_8859_1);
		String text = plain(raw);
		if (hasAction(text)) {
			return true;
		}
		if (!text.contains("/ObjStm") && !text.contains("/XRef")) {
			return false;
		}
		// Objects may stand in packed streams. Where those are encrypted nobody can tell.
		return text.contains("/ObjStm") && text.contains("/Encrypt")
				|| isInPackedObjects(raw, file, text.split("/ObjStm", -1).length - 1);
	}

	private static boolean hasAction(String text) {
		return PDF_ACTIONS.stream().anyMatch(text::contains);
	}

	private static String plain(String text) {
		return CODE.matcher(text)
			.replaceAll((code) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
	}

	/**
	 * @param expected how many such streams the file names: one that is not found where
	 * it should be is hidden
	 */
	private static boolean isInPackedObjects(String raw, byte[] file, int expected) {
		int room = MOST_UNPACKED;
		int found = 0;
		Matcher stream = STREAM.matcher(raw);
		while (stream.find()) {
			int begin = raw.lastIndexOf("obj", stream.start());
			String dictionary = plain(raw.substring(Math.max(0, begin), stream.start()));
			boolean packed = dictionary.contains("/ObjStm");
			if (!packed && !(dictionary.contains("/XRef") && dictionary.contains("/FlateDecode"))) {
				continue;
			}
			if (dictionary.split("Decode\\b", -1).length > 2
					|| packed && TURNED_OVER.stream().anyMatch(dictionary::contains)) {
				return true;
			}
			String objects = unpacked(file, stream.end(), room);
			if (objects == null || packed && hasAction(plain(objects))) {
				return true;
			}
			room -= objects.length();
			found += packed ? 1 : 0;
		}
		return found < expected;
	}

	/**
	 * Nothing for what is not packed as usual, or unpacks to more than there is room for.
	 */
	private static @Nullable String unpacked(byte[] file, int start, int room) {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(file, start, file.length - start);
			StringBuilder text = new StringBuilder();
			byte[] buffer = new byte[16 * 1024];
			while (!inflater.finished()) {
				int read = inflater.inflate(buffer);
				if (read == 0 || text.length() + read > room) {
					return null;
				}
				text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
			}
			return text.toString();
		}
		catch (DataFormatException ex) {
			return null;
		}
		finally {
			inflater.end();
		}
	}

}
