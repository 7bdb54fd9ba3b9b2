package org.muster.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

	/** By what a part says to be. */
	private static final Map<String, FileRisk> TYPES = Map.of("vbaproject", FileRisk.MACROS, "macroenabled",
			FileRisk.MACROS, "vbadata", FileRisk.MACROS, "activex", FileRisk.EMBEDDED, "oleobject", FileRisk.EMBEDDED);

	/** The table behind a chart is a package; it is looked into. */
	private static final Map<String, FileRisk> ACTIVE_PARTS = Map.of("vbaproject", FileRisk.MACROS, "oleobject",
			FileRisk.EMBEDDED, "control", FileRisk.EMBEDDED, "afchunk", FileRisk.EMBEDDED, "activexcontrolbinary",
			FileRisk.EMBEDDED);

	/**
	 * Compound files: macro projects, embedded objects and the documents of before 2007.
	 */
	private static final String COMPOUND = "d0cf11e0a1b11ae1";

	private static final String PACKED = "504b0304";

	private static final int MARK = 8;

	/**
	 * Fields that start or fetch something, and how letters of such are hidden in codes.
	 */
	private static final Pattern FIELD = Pattern.compile(
			"(?im)^\\W*(?:DDE|DDEAUTO|LINK|EMBED|IMPORT|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE|MACROBUTTON)\\b"
					+ "|DDE(?:AUTO)\\b|\\bQUOTE\\s+\\d");

	/** Behind switches such as {@code \l "bookmark"} its target, in quotes or bare. */
	private static final Pattern HYPERLINK = Pattern
		.compile("(?im)^\\W*HYPERLINK\\s+(?:\\\\[a-z]\\s+(?:\"[^\"\n]*\"\\s*)?)*(?:\"([^\"\n]+)\"|([^\\s\"]+))");

	/** Elements that show a picture, and may name one elsewhere. */
	private static final Set<String> PICTURES = Set.of("imagedata", "fill", "stroke", "background", "image");

	private static final Pattern ELSEWHERE = Pattern.compile("\\s*(?:[a-z][a-z0-9+.-]*:|[\\\\/]{2})",
			Pattern.CASE_INSENSITIVE);

	private OfficeParts() {
	}

	static Optional<FileRisk> risk(Path file) throws IOException {
		return risk(file, true);
	}

	private static Optional<FileRisk> risk(Path file, boolean mayEmbed) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			PartTypes types = new PartTypes();
			Set<String> names = new LinkedHashSet<>();
			for (ZipEntry entry : Collections.list(zip.entries())) {
				byte[] content;
				try (InputStream input = zip.getInputStream(entry)) {
					content = input.readAllBytes();
				}
				String name = entry.getName().toLowerCase(Locale.ROOT);
				names.add(name);
				Optional<FileRisk> risk = risk(name, content, mayEmbed, types);
				if (risk.isPresent()) {
					return risk;
				}
			}
			return names.stream().map(types::of).map(OfficeParts::typed).flatMap(Optional::stream).findFirst();
		}
	}

	/** A kind that no part has is only a word. */
	private static Optional<FileRisk> typed(String type) {
		return TYPES.entrySet()
			.stream()
			.filter((one) -> type.contains(one.getKey()))
			.map(Map.Entry::getValue)
			.min(Comparator.naturalOrder());
	}

	private static Optional<FileRisk> risk(String name, byte[] content, boolean mayEmbed, PartTypes types)
			throws IOException {
		String mark = HexFormat.of().formatHex(content, 0, Math.min(MARK, content.length));
		if (name.endsWith("vbaproject.bin")) {
			return Optional.of(FileRisk.MACROS);
		}
		if (mark.equals(COMPOUND)) {
			return Optional.of(FileRisk.EMBEDDED);
		}
		if (mark.startsWith(PACKED)) {
			return mayEmbed ? riskInside(content) : Optional.of(FileRisk.EMBEDDED);
		}
		boolean described = name.equals("[content_types].xml") || name.endsWith(".rels");
		return (described || name.endsWith(".xml") || isXml(mark)) ? riskOfXml(content, described, types)
				: Optional.empty();
	}

	private static Optional<FileRisk> riskInside(byte[] embedded) throws IOException {
		Path copy = Files.createTempFile("muster-embedded", null);
		try {
			Files.write(copy, embedded);
			PackedFile.guard(copy);
			return risk(copy, false);
		}
		catch (ZipException | Unreadable ex) {
			return Optional.of(FileRisk.EMBEDDED);
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

	private static Optional<FileRisk> riskOfXml(byte[] content, boolean described, PartTypes types) {
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
					Optional<FileRisk> risk = described ? described(reader, types) : fetched(reader);
					if (risk.isPresent()) {
						return risk;
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
			return ofFields(fields);
		}
		catch (XMLStreamException ex) {
			return Optional.of(FileRisk.UNREADABLE);
		}
	}

	private static Optional<FileRisk> ofFields(CharSequence fields) {
		if (FIELD.matcher(fields).find()) {
			return Optional.of(FileRisk.FIELDS);
		}
		return HYPERLINK.matcher(fields)
			.results()
			.map((link) -> Objects.requireNonNullElseGet(link.group(1), () -> link.group(2)))
			.anyMatch((target) -> !WebLinks.isOne(target) || !WebLinks.isOne(target.replace("\\\\", "\\")))
					? Optional.of(FileRisk.LINKS) : Optional.empty();
	}

	/** A picture by its address, or the database of a mail merge. */
	private static Optional<FileRisk> fetched(XMLStreamReader reader) {
		String name = reader.getLocalName();
		String source = PICTURES.contains(name) ? attribute(reader, "src") : null;
		boolean elsewhere = source != null && ELSEWHERE.matcher(source).lookingAt();
		return (elsewhere || name.equals("connectString")) ? Optional.of(FileRisk.EXTERNAL) : Optional.empty();
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

	private static Optional<FileRisk> described(XMLStreamReader reader, PartTypes types) {
		types.add(reader);
		String type = reader.getAttributeValue(null, "Type");
		if (type == null) {
			return Optional.empty();
		}
		String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		if (!"External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))) {
			return Optional.ofNullable(ACTIVE_PARTS.get(kind));
		}
		if (!kind.equals("hyperlink")) {
			return Optional.of(FileRisk.EXTERNAL);
		}
		String target = Objects.requireNonNullElse(reader.getAttributeValue(null, "Target"), "");
		return WebLinks.isOne(target) ? Optional.empty() : Optional.of(FileRisk.LINKS);
	}

}
