package org.muster.uploads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The text of a document that somebody waits for: PDF, Word (.docx) or plain text.
 * Nothing of the document is kept.
 */
@Component
public class UploadedText {

	/** Each is read in a process of its own, which takes memory. */
	private static final int AT_ONCE = 2;

	private static final int MOST_SECONDS = 20;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	/** Accounts that wait for a document: one at a time, so that others get a place. */
	private final Set<Long> readers = ConcurrentHashMap.newKeySet();

	/**
	 * @param account the id of that of who uploads it
	 * @throws Unreadable if it has no text, or would harm us, or too many are read
	 * already
	 */
	public String of(MultipartFile file, long account) throws IOException, Unreadable {
		if (!this.readers.add(account)) {
			throw new Unreadable("imports.text.own");
		}
		try {
			return of(file);
		}
		finally {
			this.readers.remove(account);
		}
	}

	private String of(MultipartFile file) throws IOException, Unreadable {
		Path copy = Files.createTempFile("muster-text", null);
		try {
			file.transferTo(copy);
			List<Document> documents = Document.of(copy, Objects.requireNonNullElse(file.getOriginalFilename(), "?"),
					Document.LARGEST);
			Document document = documents.get(0);
			String problem = (documents.size() > 1) ? "imports.cv.kind" : document.problem();
			if (problem != null) {
				throw new Unreadable(problem);
			}
			return read(document);
		}
		finally {
			Files.delete(copy);
		}
	}

	private String read(Document document) throws Unreadable {
		try {
			if (!this.places.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
				throw new Unreadable("imports.text.busy");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unreadable("imports.text.busy", ex);
		}
		try {
			// What looks like JSON may be a note as well.
			return DocumentText.of((document.kind() == Document.Kind.JSON) ? Document.Kind.TEXT : document.kind(),
					document.content());
		}
		finally {
			this.places.release();
		}
	}

}
