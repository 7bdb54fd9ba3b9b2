package org.muster.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.fork.ForkParser;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of a document. What strangers have made is taken apart in a process of its
 * own, with little memory and little time: it may fall over, and nobody notices.
 */
public final class DocumentText {

	/** In characters; a long CV has some 20,000. */
	private static final int LONGEST = 100_000;

	private static final long MOST_MILLIS = 30_000;

	static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

	private DocumentText() {
	}

	/**
	 * @throws Unreadable if it has none, or more than a CV has
	 */
	public static String of(Document.Kind kind, byte[] content) throws Unreadable {
		String text = switch (kind) {
			case PDF -> parsed(new PDFParser(), content);
			case WORD -> parsed(new WordParser(), content);
			case JSON -> JsonResume.text(decoded(content).getBytes(StandardCharsets.UTF_8));
			case TEXT -> decoded(content);
		};
		if (text.length() > LONGEST) {
			throw new Unreadable("imports.cv.long");
		}
		String plain = CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ");
		if (plain.isBlank()) {
			throw new Unreadable("imports.cv.scanned");
		}
		// Halves of characters, which documents may hold, no database takes.
		return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	private static String parsed(Parser parser, byte[] content) throws Unreadable {
		// What comes from the other process is cut at the limit, and nobody says so.
		BodyContentHandler text = new BodyContentHandler(LONGEST + 1);
		try (ForkParser process = new ForkParser(DocumentText.class.getClassLoader(), parser)) {
			process.setJavaCommand(JAVA);
			process.setPoolSize(1);
			process.setServerParseTimeoutMillis(MOST_MILLIS);
			process.setServerWaitTimeoutMillis(MOST_MILLIS * 2);
			process.parse(new ByteArrayInputStream(content), text, new Metadata(), new ParseContext());
			return text.toString();
		}
		catch (TikaException | SAXException | IOException | RuntimeException ex) {
			if (Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException("Stopped while reading: another start reads it again", ex);
			}
			if (WriteLimitReachedException.isWriteLimitReached(ex)) {
				throw new Unreadable("imports.cv.long", ex);
			}
			throw new Unreadable(isLocked(ex) ? "imports.cv.locked" : "imports.cv.damaged", ex);
		}
	}

	private static boolean isLocked(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof EncryptedDocumentException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Text in UTF-8, or as its first bytes say.
	 * @throws Unreadable if it is neither, or no text at all
	 */
	static String decoded(byte[] content) throws Unreadable {
		Charset charset = Encoding.of(content);
		try {
			String text = Encoding.strict(charset).decode(ByteBuffer.wrap(content)).toString();
			if (text.indexOf('\0') >= 0) {
				throw new Unreadable("imports.cv.kind");
			}
			return (!text.isEmpty() && text.charAt(0) == Encoding.MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			// Pictures, old Word files and whatever else are no text in any writing.
			for (byte one : content) {
				if (one == 0) {
					throw new Unreadable("imports.cv.kind", ex);
				}
			}
			throw new Unreadable("imports.cv.encoding", ex);
		}
	}

}
