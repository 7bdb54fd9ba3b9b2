package org.muster.audit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.muster.audit.AuditChain.End;
import org.muster.evidence.SealSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * How long the chain was when this node has last seen it, in a file outside of the
 * database: whoever puts back an older state of the whole database cuts the chain off.
 */
@Component
class Anchor {

	private static final Logger log = LoggerFactory.getLogger(Anchor.class);

	private static final String COMPLETE = " complete";

	private final Path folder;

	private boolean warned;

	Anchor(SealSettings settings) {
		this.folder = settings.folder();
	}

	/**
	 * A place in the chain, and the link that was there.
	 *
	 * @param sealedUpTo the generation of seals of which everything old was sealed by
	 * then; 0 for none
	 */
	record Place(long length, String link, int sealedUpTo) {
	}

	synchronized void note(End end) {
		try {
			Files.createDirectories(this.folder);
			Path next = Files.createTempFile(this.folder, "audit-", ".next");
			Files.writeString(next, end.length() + " " + end.link() + said(end.sealedUpTo()) + "\n");
			Files.move(next, file(end), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			if (!this.warned) {
				log.warn("The length of the audit trail is not noted outside of the database: {}", ex.toString());
			}
			this.warned = true;
		}
	}

	/** What was noted last; nothing where this node has never linked anything. */
	Optional<Place> read(End end) {
		try {
			String[] parts = Files.readString(file(end)).strip().split(" ");
			return Optional.of(new Place(Long.parseLong(parts[0]), parts[1], sealedUpTo(parts)));
		}
		catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			log.debug("Nothing noted", ex);
			return Optional.empty();
		}
	}

	private static String said(int sealedUpTo) {
		return (sealedUpTo == 0) ? "" : (sealedUpTo == 1) ? COMPLETE : COMPLETE + " " + sealedUpTo;
	}

	/** The first generation had no number. */
	private static int sealedUpTo(String[] parts) {
		return (parts.length < 3) ? 0 : (parts.length < 4) ? 1 : Integer.parseInt(parts[3]);
	}

	/** Whether a chain was ever noted here, of whatever database. */
	boolean isThere() {
		try (DirectoryStream<Path> noted = Files.newDirectoryStream(this.folder, "audit-*.end")) {
			return noted.iterator().hasNext();
		}
		catch (IOException ex) {
			log.debug("Nothing noted", ex);
			return false;
		}
	}

	private Path file(End end) {
		return this.folder.resolve("audit-" + end.name().replaceAll("[^A-Za-z0-9-]", "") + ".end");
	}

}
