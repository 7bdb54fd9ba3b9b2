package org.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Whether a document does something by itself when it is opened: macros, scripts, and
 * templates that are fetched from elsewhere. What cannot be looked into counts as well.
 */
final class ActiveContent {

	private static final List<String> PDF_ACTIONS = List.of("/JavaScript", "/Launch", "/RichMedia", "/ImportData");

	/** A name in a PDF may be written with codes: {@code /J#61vaScript}. */
	private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

	private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");

	private static final int MOST_UNPACKED = 64 * 1024 * 1024;

	private static final List<String> OFFICE_TYPES = List.of("vbaproject", "macroenabled", "activex", "vbadata");

	/** What a document may refer to outside of itself. */
	private static final Set<String> HARMLESS_LINKS = Set.of("hyperlink", "image");

	private ActiveContent() {
	}

	static boolean isIn(Path file, FileKind kind) throws IOException {
		return switch (kind) {
			case PDF -> isInPdf(Files.readAllBytes(file));
			case WORD -> isInWord(file);
			default -> false;
		};
	}

	private static boolean isInPdf(byte[] file) {
		String raw = new String(file, StandardCharsets.ISO_8859_1);
		String text = plain(raw);
		if (hasAction(text)) {
			return true;
		}
		if (!text.contains("/ObjStm")) {
			return false;
		}
		// Objects may stand in packed streams. Where those are encrypted nobody can tell.
		return text.contains("/Encrypt") || isInPackedObjects(raw, file, text.split("/ObjStm", -1).length - 1);
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
			if (!dictionary.contains("/ObjStm")) {
				continue;
			}
			String objects = unpacked(file, stream.end(), room);
			if (objects == null || hasAction(plain(objects))) {
				return true;
			}
			room -= objects.length();
			found++;
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

	private static boolean isInWord(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				String name = entry.getName().toLowerCase(Locale.ROOT);
				boolean types = name.equals("[content_types].xml");
				if ((types || name.endsWith(".rels")) && isActive(zip, entry, types)) {
					return true;
				}
				if (name.endsWith("vbaproject.bin")) {
					return true;
				}
			}
			return false;
		}
	}

	private static boolean isActive(ZipFile zip, ZipEntry entry, boolean types) throws IOException {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		byte[] content;
		try (InputStream input = zip.getInputStream(entry)) {
			content = input.readAllBytes();
		}
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamReader.START_ELEMENT
						&& (types ? isActiveType(reader) : isActiveLink(reader))) {
					return true;
				}
			}
			return false;
		}
		catch (XMLStreamException ex) {
			return true;
		}
	}

	private static boolean isActiveType(XMLStreamReader reader) {
		String type = reader.getAttributeValue(null, "ContentType");
		return type != null && OFFICE_TYPES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains);
	}

	private static boolean isActiveLink(XMLStreamReader reader) {
		String type = reader.getAttributeValue(null, "Type");
		return "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
				&& (type == null || !HARMLESS_LINKS.contains(type.substring(type.lastIndexOf('/') + 1)));
	}

}
