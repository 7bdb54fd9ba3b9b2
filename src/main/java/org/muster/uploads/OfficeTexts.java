package org.muster.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whatever an Office document says anywhere, for whoever looks for somebody in it: text
 * that was deleted while changes were tracked, comments, headers and footnotes, who wrote
 * and changed what, properties, and addresses of links.
 */
public final class OfficeTexts {

	/** Where people are named as attributes. */
	private static final Set<String> ATTRIBUTES = Set.of("author", "userId", "displayName", "Target", "descr", "title",
			"instr");

	/** Each is a text of its own; within them words may be in several pieces. */
	private static final Set<String> ENDS = Set.of("p", "comment", "text", "si", "tc", "br", "tab", "cr");

	/** Of a workbook all but its cells, which are read row by row. */
	private static final Pattern CELLS = Pattern
		.compile("xl/(?:worksheets/[^/]*|sharedstrings|styles|theme/[^/]*)\\.xml");

	private final StringBuilder texts = new StringBuilder();

	private final int longest;

	private OfficeTexts(int longest) {
		this.longest = longest;
	}

	/**
	 * @param longest how many characters are held
	 * @throws Unreadable if it is no such document, or says more
	 */
	static String of(Path file, int longest) throws IOException, Unreadable {
		return of(file, longest, (part) -> true);
	}

	/** Of a workbook, but for what its cells say. */
	public static String besidesCells(Path file, int longest) throws IOException, Unreadable {
		return of(file, longest, (part) -> !CELLS.matcher(part).matches());
	}

	private static String of(Path file, int longest, Predicate<String> parts) throws IOException, Unreadable {
		PackedFile.guard(file);
		OfficeTexts all = new OfficeTexts(longest);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				String part = entry.getName().toLowerCase(Locale.ROOT);
				if ((part.endsWith(".xml") || part.endsWith(".rels")) && parts.test(part)) {
					try (InputStream input = zip.getInputStream(entry)) {
						all.add(input, part.startsWith("docprops/"));
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new Unreadable("imports.file.broken", ex);
		}
		return all.texts.toString();
	}

	/**
	 * @param properties whether each element is a text of its own
	 */
	private void add(InputStream input, boolean properties) throws XMLStreamException, Unreadable {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XMLStreamReader reader = factory.createXMLStreamReader(input);
		StringBuilder attributes = new StringBuilder();
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamReader.START_ELEMENT) {
				for (int index = 0; index < reader.getAttributeCount(); index++) {
					if (ATTRIBUTES.contains(reader.getAttributeLocalName(index))) {
						attributes.append(reader.getAttributeValue(index)).append('\n');
					}
				}
			}
			else if (event == XMLStreamReader.END_ELEMENT && (properties || ENDS.contains(reader.getLocalName()))) {
				this.texts.append('\n');
			}
			else if (reader.isCharacters()) {
				this.texts.append(reader.getText());
			}
			if (this.texts.length() + attributes.length() > this.longest) {
				throw new Unreadable("imports.cv.long");
			}
		}
		this.texts.append('\n').append(attributes).append('\n');
	}

}
