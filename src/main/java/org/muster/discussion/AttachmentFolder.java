package org.muster.discussion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where attachments are: a folder that no address leads to. A file comes and goes with
 * the transaction that says so.
 */
@Component
class AttachmentFolder {

	private static final Logger log = LoggerFactory.getLogger(AttachmentFolder.class);

	private static final int TOKEN_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final Path folder;

	AttachmentFolder(@Value("${muster.attachments.folder}") Path folder) {
		this.folder = folder;
	}

	/**
	 * @return the name under which it is stored
	 */
	String keep(Path file) throws IOException {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Files.createDirectories(this.folder);
		Files.copy(file, path(token));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				if (status != STATUS_COMMITTED) {
					delete(token);
				}
			}
		});
		return token;
	}

	void remove(String token) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				delete(token);
			}
		});
	}

	/** Nothing for one that is missing in the folder. */
	Optional<Path> file(String token) {
		return Optional.of(path(token)).filter(Files::isRegularFile);
	}

	InputStream open(String token) throws IOException {
		return Files.newInputStream(path(token));
	}

	private void delete(String token) {
		try {
			Files.deleteIfExists(path(token));
		}
		catch (IOException | UncheckedIOException ex) {
			log.warn("An attachment that nobody sees any more could not be deleted", ex);
		}
	}

	/** Tokens come from the database, and have no other signs. */
	private Path path(String token) {
		if (!token.matches("[\\w-]{43}")) {
			throw new IllegalArgumentException("No attachment is called so");
		}
		return this.folder.resolve(token);
	}

}
