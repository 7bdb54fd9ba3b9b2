package org.muster.notifications;

import java.util.List;

import org.muster.accounts.KnownInvited;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever has an account that somebody invites the address: who invites hears
 * nothing of the account.
 */
@Component
class InvitationNotices {

	private final Notifications notifications;

	InvitationNotices(Notifications notifications) {
		this.notifications = notifications;
	}

	@EventListener
	void tell(KnownInvited event) {
		this.notifications.tell(List.of(event.account()), new Notice(Notice.Kind.INVITED,
				event.organisation().reference(), event.organisation().name(), "/", event.by().name(), null));
	}

}
