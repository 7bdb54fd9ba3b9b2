package org.muster.imports;

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
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * Reads the texts of many documents one after the other, in one process for each kind
 * that is not ours, and for a limited time.
 */
public final class TextSearch implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(TextSearch.class);

	private static final int LONGEST = 2_000_000;

	private static final long MOST_MILLIS = 20_000;

	private final ForkParser pdf = process(new PDFParser());

	private final ForkParser word = process(new OOXMLParser());

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

	/** Nothing for pictures, and for what could not be read, or not in time. */
	public Optional<String> textOf(Path file, FileKind kind) {
		boolean document = kind == FileKind.PDF || kind == FileKind.WORD;
		if (!document || System.nanoTime() > this.until) {
			return Optional.empty();
		}
		BodyContentHandler text = new BodyContentHandler(LONGEST);
		try {
			((kind == FileKind.PDF) ? this.pdf : this.word).parse(new ByteArrayInputStream(Files.readAllBytes(file)),
					text, new Metadata(), new ParseContext());
			// Scanned pages have no text, and what is cut at the limit was not read.
			return (text.toString().isBlank() || text.toString().length() >= LONGEST) ? Optional.empty()
					: Optional.of(text.toString());
		}
		catch (TikaException | SAXException | IOException | RuntimeException ex) {
			log.debug("A document could not be searched", ex);
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.pdf.close();
		this.word.close();
	}

}
