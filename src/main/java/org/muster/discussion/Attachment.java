package org.muster.discussion;

import java.time.Instant;

import org.muster.uploads.FileKind;

/**
 * A file beside a request.
 *
 * @param token the name under which it is stored, which nobody can guess
 */
record Attachment(String token, String fileName, FileKind kind, long bytes, String byName, Instant at) {

	/** In kilobytes, at least one. */
	public long kilobytes() {
		return Math.max(1, this.bytes / 1024);
	}

}
