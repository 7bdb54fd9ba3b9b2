package org.muster.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A notice to one person, as the list shows it. */
record Notification(long id, Notice.Kind kind, String subject, String title, String link, String by,
		@Nullable String detail, Instant at, @Nullable Instant readAt) {

	public boolean isUnread() {
		return this.readAt == null;
	}

}
