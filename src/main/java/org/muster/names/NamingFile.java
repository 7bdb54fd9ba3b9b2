package org.muster.names;

import java.util.Optional;

/**
 * A file that names somebody.
 *
 * @param possible whether it only may: by a last name alone, or because nothing can read
 * it
 */
public record NamingFile(long id, boolean possible) {

	/** By its text, if there is one. */
	public static Optional<NamingFile> of(long id, NameInText name, Optional<String> text) {
		if (text.filter(name::isIn).isPresent()) {
			return Optional.of(new NamingFile(id, false));
		}
		return text.map(name::mayBeIn).orElse(true) ? Optional.of(new NamingFile(id, true)) : Optional.empty();
	}

}
