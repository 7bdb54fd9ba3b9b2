package org.muster.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;
import org.muster.pictures.PictureFault;
import org.muster.pictures.Pictures;

/**
 * Whether a document does something by itself when it is opened, or carries other files
 * that may: macros, scripts, embedded objects, fields that start programs, what is
 * fetched from elsewhere or opened unasked, and links to anything but the web. What
 * cannot be looked into counts as well.
 */
final class ActiveContent {

	private static final Map<String, FileRisk> PDF_ACTIONS = Map.of("/JavaScript", FileRisk.SCRIPTS, "/Launch",
			FileRisk.LINKS, "/RichMedia", FileRisk.EMBEDDED, "/ImportData", FileRisk.FORMS, "/SubmitForm",
			FileRisk.FORMS, "/EmbeddedFile", FileRisk.EMBEDDED);

	/** A name in a PDF may be written with codes: {@code /J#61vaScript}. */
	private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");

	/** What some programs put behind the end, such as a mark of their own. */
	private static final int NEAR_THE_END = 1024;

	private static final int MOST_UNPACKED = 64 * 1024 * 1024;

	/** An object stream whose bytes are turned over before they are packed. */
	private static final List<String> TURNED_OVER = List.of("/Predictor", "/DecodeParms", "/DP");

	private ActiveContent() {
	}

	static Optional<FileRisk> of(Path file, FileKind kind) throws IOException {
		return switch (kind) {
			case PDF -> {
				byte[] content = Files.readAllBytes(file);
				yield isCut(content) ? Optional.of(FileRisk.CUT) : ofPdf(content).or(() -> PdfObjects.risk(file));
			}
			case WORD -> OfficeParts.risk(file);
			case PNG, JPEG, GIF, WEBP -> Pictures.fault(Files.readAllBytes(file)).map(ActiveContent::risk);
		};
	}

	private static FileRisk risk(PictureFault fault) {
		return switch (fault) {
			case CUT -> FileRisk.CUT;
			case SIZE -> FileRisk.SIZE;
			case ANIMATED -> FileRisk.ANIMATED;
			default -> FileRisk.DAMAGED;
		};
	}

	/**
	 * Whether what has to stand at the end of every PDF (ISO 32000-1, 7.5.5) does not
	 * stand near it. Readers that look for lost objects would open it all the same, with
	 * pages missing.
	 */
	private static boolean isCut(byte[] file) {
		int end = file.length;
		while (end > 0 && file[end - 1] <= ' ' && file[end - 1] >= 0) {
			end--;
		}
		int begin = Math.max(0, end - NEAR_THE_END);
		return !new String(file, begin, end - begin, StandardCharsets.ISO_8859_1).contains("%%EOF");
	}

	private static Optional<FileRisk> ofPdf(byte[] file) {
		String raw = new String(file, StandardCharsets.ISO_8859_1);
		String text = plain(raw);
		Optional<FileRisk> action = action(text);
		if (action.isPresent() || !text.contains("/ObjStm") && !text.contains("/XRef")) {
			return action;
		}
		// Objects may stand in packed streams. Where those are encrypted nobody can tell.
		return (text.contains("/ObjStm") && text.contains("/Encrypt")) ? Optional.of(FileRisk.LOCKED)
				: ofPackedObjects(raw, file, text.split("/ObjStm", -1).length - 1);
	}

	private static Optional<FileRisk> action(String text) {
		return PDF_ACTIONS.entrySet()
			.stream()
			.filter((action) -> text.contains(action.getKey()))
			.map(Map.Entry::getValue)
			.min(Comparator.naturalOrder());
	}

	private static String plain(String text) {
		return CODE.matcher(text)
			.replaceAll((code) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
	}

	/**
	 * @param expected how many such streams the file names: one that is not found where
	 * it should be is hidden
	 */
	private static Optional<FileRisk> ofPackedObjects(String raw, byte[] file, int expected) {
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
				return Optional.of(FileRisk.UNREADABLE);
			}
			String objects = unpacked(file, stream.end(), room);
			Optional<FileRisk> action = (objects == null) ? Optional.of(FileRisk.UNREADABLE)
					: packed ? action(plain(objects)) : Optional.empty();
			if (objects == null || action.isPresent()) {
				return action;
			}
			room -= objects.length();
			found += packed ? 1 : 0;
		}
		return (found < expected) ? Optional.of(FileRisk.UNREADABLE) : Optional.empty();
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
