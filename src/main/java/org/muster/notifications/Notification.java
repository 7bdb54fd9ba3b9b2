package org.muster.notifications;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A notice to one person, as the list shows it. */
record Notification(long id, Notice.Kind kind, String subject, String title, String link, String by,
		@Nullable String detail, @Nullable Long person, Instant at, @Nullable Instant readAt) {

	/** As it was told. */
	Notice notice() {
		return new Notice(this.kind, this.subject, this.title, this.link, this.by, this.detail, this.person);
	}

	public boolean isUnread() {
		return this.readAt == null;
	}

}
