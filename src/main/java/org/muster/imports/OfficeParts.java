package org.muster.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an Office document (ECMA-376), by what they are and not by their names: an
 * embedded object or a macro project may be called anything.
 */
final class OfficeParts {

	private static final List<String> TYPES = List.of("vbaproject", "macroenabled", "activex", "vbadata", "oleobject");

	/** What a document may refer to outside of itself. */
	private static final Set<String> HARMLESS_LINKS = Set.of("hyperlink", "image");

	/** The table behind a chart is a package; it is looked into. */
	private static final Set<String> ACTIVE_PARTS = Set.of("oleobject", "control", "vbaproject", "afchunk",
			"activexcontrolbinary");

	/**
	 * Compound files: macro projects, embedded objects and the documents of before 2007.
	 */
	private static final String COMPOUND = "d0cf11e0a1b11ae1";

	private static final String PACKED = "504b0304";

	private static final int MARK = 8;

	/**
	 * Fields that start or fetch something, and how letters of such are hidden in codes.
	 */
	private static final Pattern FIELD = Pattern
		.compile("(?im)^\\W*(?:DDE|DDEAUTO|LINK|EMBED|IMPORT|INCLUDE|INCLUDETEXT)\\b|DDE(?:AUTO)\\b|\\bQUOTE\\s+\\d");

	private OfficeParts() {
	}

	static boolean areActive(Path file) throws IOException {
		return areActive(file, true);
	}

	private static boolean areActive(Path file, boolean mayEmbed) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				byte[] content;
				try (InputStream input = zip.getInputStream(entry)) {
					content = input.readAllBytes();
				}
				if (isActive(entry.getName().toLowerCase(Locale.ROOT), content, mayEmbed)) {
					return true;
				}
			}
			return false;
		}
	}

	private static boolean isActive(String name, byte[] content, boolean mayEmbed) throws IOException {
		String mark = HexFormat.of().formatHex(content, 0, Math.min(MARK, content.length));
		if (mark.equals(COMPOUND) || name.endsWith("vbaproject.bin")) {
			return true;
		}
		if (mark.startsWith(PACKED)) {
			return !mayEmbed || isActiveInside(content);
		}
		boolean described = name.equals("[content_types].xml") || name.endsWith(".rels");
		return (described || name.endsWith(".xml") || isXml(mark)) && isActiveXml(content, described);
	}

	private static boolean isActiveInside(byte[] embedded) throws IOException {
		Path copy = Files.createTempFile("muster-embedded", null);
		try {
			Files.write(copy, embedded);
			Sheets.guard(copy);
			return areActive(copy, false);
		}
		catch (ZipException | Unreadable ex) {
			return true;
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	/** With a byte order mark or without. */
	private static boolean isXml(String mark) {
		return mark.startsWith("3c") || mark.startsWith("efbbbf") || mark.startsWith("feff") || mark.startsWith("fffe")
				|| mark.startsWith("003c");
	}

	private static boolean isActiveXml(byte[] content, boolean described) {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		StringBuilder fields = new StringBuilder();
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
			boolean within = false;
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					if (described && (isActiveType(reader) || isActiveLink(reader))) {
						return true;
					}
					within = reader.getLocalName().endsWith("nstrText");
					fields.append(field(reader));
				}
				else if (event == XMLStreamReader.END_ELEMENT) {
					within = false;
				}
				else if (within && reader.isCharacters()) {
					fields.append(reader.getText());
				}
			}
			return FIELD.matcher(fields).find();
		}
		catch (XMLStreamException ex) {
			return true;
		}
	}

	/** A field is written in pieces between its marks, or as an attribute. */
	private static String field(XMLStreamReader reader) {
		return switch (reader.getLocalName()) {
			case "fldChar" -> "\n";
			case "fldSimple" -> "\n" + attribute(reader, "instr") + "\n";
			default -> "";
		};
	}

	private static @Nullable String attribute(XMLStreamReader reader, String name) {
		for (int index = 0; index < reader.getAttributeCount(); index++) {
			if (reader.getAttributeLocalName(index).equals(name)) {
				return reader.getAttributeValue(index);
			}
		}
		return null;
	}

	private static boolean isActiveType(XMLStreamReader reader) {
		String type = reader.getAttributeValue(null, "ContentType");
		return type != null && TYPES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains);
	}

	private static boolean isActiveLink(XMLStreamReader reader) {
		String type = reader.getAttributeValue(null, "Type");
		String kind = (type != null) ? type.substring(type.lastIndexOf('/') + 1) : "";
		return "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
				? !HARMLESS_LINKS.contains(kind) : ACTIVE_PARTS.contains(kind.toLowerCase(Locale.ROOT));
	}

}
