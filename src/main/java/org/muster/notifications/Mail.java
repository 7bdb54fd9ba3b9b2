package org.muster.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail in the outbox.
 *
 * @param nextTryAt when it is tried, or {@code null} if it is not tried any more
 */
record Mail(long id, String recipient, String subject, String plain, String html, Instant createdAt, int tries,
		@Nullable Instant nextTryAt, @Nullable Instant sentAt, @Nullable String problem) {

	/** How it stands: SENT, WAITING, FAILED, or KEPT where no server is configured. */
	public String state(boolean canSend) {
		return (this.sentAt != null) ? "SENT" : (this.nextTryAt == null) ? "FAILED" : canSend ? "WAITING" : "KEPT";
	}

}
