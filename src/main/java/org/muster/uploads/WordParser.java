package org.muster.uploads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of a Word file as its pages show it, a paragraph a line: without what was
 * deleted while changes were tracked. Tika's own parser brings the schemas of all Office
 * files, 20 MB of them.
 */
final class WordParser implements Parser {

	private static final String DOCUMENT = "word/document.xml";

	/**
	 * In the order in which they are given: what is above a page often says whose it is.
	 */
	private static final List<String> PARTS = List.of("word/header\\d*\\.xml", DOCUMENT, "word/footnotes\\.xml",
			"word/endnotes\\.xml", "word/footer\\d*\\.xml");

	/**
	 * What no page shows, what it shows once more for older readers, and tab stops, which
	 * have the name of tabs.
	 */
	private static final Set<String> PASSED_OVER = Set.of("del", "moveFrom", "instrText", "rt", "Fallback", "tabs",
			"pPrChange");

	@Override
	public Set<MediaType> getSupportedTypes(ParseContext context) {
		return Set.of(MediaType.application("vnd.openxmlformats-officedocument.wordprocessingml.document"));
	}

	@Override
	public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
			throws IOException, SAXException, TikaException {
		SortedMap<String, String> texts = texts(stream);
		if (texts.keySet().stream().noneMatch((part) -> part.endsWith(DOCUMENT))) {
			throw new TikaException("There is no document in it");
		}
		XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
		xhtml.startDocument();
		for (String text : texts.values()) {
			xhtml.characters(text);
		}
		xhtml.endDocument();
	}

	private static SortedMap<String, String> texts(InputStream stream) throws IOException, TikaException {
		SortedMap<String, String> texts = new TreeMap<>();
		ZipInputStream zip = new ZipInputStream(stream);
		try {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				for (int order = 0; order < PARTS.size(); order++) {
					if (entry.getName().matches(PARTS.get(order))) {
						texts.put(order + entry.getName(), new Part().read(zip));
					}
				}
			}
			return texts;
		}
		catch (XMLStreamException ex) {
			throw new TikaException("A part is no XML", ex);
		}
	}

	/** A text, and the boxes that are anchored in its paragraph. */
	private record Box(StringBuilder text, StringBuilder anchored) {

		Box() {
			this(new StringBuilder(), new StringBuilder());
		}

	}

	/** One file within the file. */
	private static final class Part {

		private final Deque<Box> boxes = new ArrayDeque<>(List.of(new Box()));

		/** How many elements that are passed over are open. */
		private int over;

		private boolean isText;

		String read(InputStream input) throws XMLStreamException {
			XMLInputFactory factory = XMLInputFactory.newFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
			XMLStreamReader reader = factory.createXMLStreamReader(open(input));
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					start(reader);
				}
				else if (event == XMLStreamReader.END_ELEMENT) {
					end(reader.getLocalName());
				}
				else if (this.isText && reader.isCharacters()) {
					text().append(reader.getText());
				}
			}
			return text().toString();
		}

		/** More follows behind the part. */
		private static InputStream open(InputStream input) {
			return new FilterInputStream(input) {

				@Override
				public void close() {
					// The archive goes on.
				}

			};
		}

		private StringBuilder text() {
			return this.boxes.getFirst().text();
		}

		private void start(XMLStreamReader reader) {
			String name = reader.getLocalName();
			if (this.over > 0 || PASSED_OVER.contains(name)) {
				this.over++;
				return;
			}
			switch (name) {
				case "t" -> this.isText = true;
				case "tab", "tc" -> text().append('\t');
				case "br", "cr" -> text().append('\n');
				case "noBreakHyphen" -> text().append('-');
				case "numId" -> bullet(reader);
				case "txbxContent" -> this.boxes.addFirst(new Box());
				default -> {
				}
			}
		}

		/** An item of a list, numbered or not; 0 takes it out of its list. */
		private void bullet(XMLStreamReader reader) {
			for (int index = 0; index < reader.getAttributeCount(); index++) {
				if (reader.getAttributeLocalName(index).equals("val") && !reader.getAttributeValue(index).equals("0")) {
					text().append("• ");
				}
			}
		}

		private void end(String name) {
			if (this.over > 0) {
				this.over--;
				return;
			}
			switch (name) {
				case "t" -> this.isText = false;
				case "p" -> {
					Box box = this.boxes.getFirst();
					box.text().append('\n').append(box.anchored());
					box.anchored().setLength(0);
				}
				case "txbxContent" -> {
					Box box = this.boxes.removeFirst();
					this.boxes.getFirst().anchored().append(box.text());
				}
				default -> {
				}
			}
		}

	}

}
