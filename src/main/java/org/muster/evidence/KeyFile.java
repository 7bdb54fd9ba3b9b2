package org.muster.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys in a file that only the portal's own account reads: lines {@code id=Base64}. */
record KeyFile(Path path) {

	private static final Logger log = LoggerFactory.getLogger(KeyFile.class);

	static KeyFile in(Path folder) {
		return new KeyFile(folder.resolve("keys"));
	}

	/** Those that stand in it, the current one first; none if there is no file. */
	Map<String, String> read() {
		if (!Files.exists(this.path)) {
			return Map.of();
		}
		Map<String, String> keys = new LinkedHashMap<>();
		for (String line : lines()) {
			String[] parts = line.strip().split("=", 2);
			if (parts.length == 2 && !line.startsWith("#")) {
				keys.put(parts[0].strip(), parts[1].strip());
			}
		}
		if (keys.isEmpty()) {
			throw new UnusableKeys("The file " + this.path + " holds no key.",
					"Restore the file, or remove it if nothing was sealed yet.");
		}
		return keys;
	}

	private List<String> lines() {
		try {
			return Files.readAllLines(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of two that begin at once, both read what the first has written. */
	Map<String, String> create(String id, String secret) {
		byte[] content = (id + "=" + secret + "\n").getBytes(StandardCharsets.UTF_8);
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			try (SeekableByteChannel file = Files.newByteChannel(this.path,
					Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
				file.write(ByteBuffer.wrap(content));
			}
			log.info(
					"Made the key that seals proposals and the audit trail: {}. Keep a copy of it apart from"
							+ " the database; without it nothing that it sealed can be verified.",
					this.path.toAbsolutePath());
		}
		catch (FileAlreadyExistsException ex) {
			log.debug("Another portal has made the key", ex);
		}
		catch (IOException ex) {
			throw new UnusableKeys("The key of seals cannot be written to " + this.path + ": " + ex,
					"Let the portal write to that folder, name another one (MUSTER_SEAL_FOLDER), or set a key"
							+ " (MUSTER_SEAL_KEYS_2026=…).");
		}
		return read();
	}

	private static FileAttribute<?>[] ownerOnly() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
