package org.muster.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.apache.tika.exception.TikaException;
import org.apache.tika.fork.ForkParser;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.TeeContentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the texts of many documents one after the other, in one process for each kind
 * that is not ours, and for a limited time.
 */
public final class TextSearch implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(TextSearch.class);

	private static final int LONGEST = 2_000_000;

	private static final long MOST_MILLIS = 20_000;

	private final ForkParser pdf = process(new PDFParser());

	private final ForkParser word = process(new WordParser());

	private final long until;

	/**
	 * @param patience after which nothing is read any more
	 */
	public TextSearch(Duration patience) {
		this.until = System.nanoTime() + patience.toNanos();
	}

	private static ForkParser process(Parser parser) {
		ForkParser process = new ForkParser(TextSearch.class.getClassLoader(), parser);
		process.setJavaCommand(DocumentText.JAVA);
		process.setPoolSize(1);
		process.setServerParseTimeoutMillis(MOST_MILLIS);
		process.setServerWaitTimeoutMillis(MOST_MILLIS * 2);
		return process;
	}

	/** What a document says of itself, such as who wrote it. */
	private static final class Properties extends DefaultHandler {

		private final StringBuilder values = new StringBuilder();

		@Override
		public void startElement(String uri, String localName, String name, Attributes attributes) {
			String value = attributes.getValue("content");
			if (localName.equals("meta") && value != null && this.values.length() < LONGEST) {
				this.values.append('\n').append(value);
			}
		}

		@Override
		public String toString() {
			return this.values.toString();
		}

	}

	/**
	 * With what stands beside the text, such as comments, and what the document says of
	 * itself. Nothing for pictures, and for what could not be read, or not in time.
	 */
	public Optional<String> textOf(Path file, FileKind kind) {
		boolean document = kind == FileKind.PDF || kind == FileKind.WORD;
		if (!document || System.nanoTime() > this.until) {
			return Optional.empty();
		}
		BodyContentHandler text = new BodyContentHandler(LONGEST);
		Properties properties = new Properties();
		try {
			((kind == FileKind.PDF) ? this.pdf : this.word).parse(new ByteArrayInputStream(Files.readAllBytes(file)),
					new TeeContentHandler(text, properties), new Metadata(), new ParseContext());
			// Scanned pages have no text, and what is cut at the limit was not read.
			if (text.toString().isBlank() || text.toString().length() >= LONGEST) {
				return Optional.empty();
			}
			String besides = (kind == FileKind.WORD) ? "\n" + OfficeTexts.of(file, LONGEST) : "";
			return Optional.of(text.toString() + properties + besides);
		}
		catch (TikaException | SAXException | IOException | Unreadable | RuntimeException ex) {
			log.debug("A document could not be searched", ex);
			return Optional.empty();
		}
	}

	/** Likewise, of what is in no file. */
	public Optional<String> textOf(byte[] content, FileKind kind) throws IOException {
		Path file = Files.createTempFile("muster-search", null);
		try {
			Files.write(file, content);
			return textOf(file, kind);
		}
		finally {
			Files.delete(file);
		}
	}

	@Override
	public void close() {
		this.pdf.close();
		this.word.close();
	}

}
