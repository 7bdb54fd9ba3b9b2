package org.muster.notifications;

import java.util.List;
import java.util.Locale;

import org.muster.accounts.KnownInvited;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever has an account that somebody invites the address: who invites hears
 * nothing of the account.
 */
@Component
class InvitationNotices {

	private final Notifications notifications;

	private final MessageSource messages;

	InvitationNotices(Notifications notifications, MessageSource messages) {
		this.notifications = notifications;
		this.messages = messages;
	}

	@EventListener
	void tell(KnownInvited event) {
		this.notifications.tell(List.of(event.account()),
				event.elsewhere() ? elsewhere() : new Notice(Notice.Kind.INVITED, event.organisation().reference(),
						event.organisation().name(), "/", event.by().name(), null));
	}

	/** Clients learn nothing of each other, not even who they are. */
	private Notice elsewhere() {
		return new Notice(Notice.Kind.INVITED, "–", message("notifications.invited.elsewhere"), "/",
				message("notifications.invited.by"), null);
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
