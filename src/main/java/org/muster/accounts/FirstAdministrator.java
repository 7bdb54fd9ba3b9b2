package org.muster.accounts;

import org.muster.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where there is no administrator yet, prints a link that makes one. */
@Component
class FirstAdministrator {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Accounts accounts;

	private final Invitations invitations;

	FirstAdministrator(Accounts accounts, Invitations invitations) {
		this.accounts = accounts;
		this.invitations = invitations;
	}

	@EventListener(ApplicationReadyEvent.class)
	void invite() {
		if (!this.accounts.existsByRole(Role.ADMINISTRATOR)) {
			String token = this.invitations.invite(Actor.MUSTER, null, null, Role.ADMINISTRATOR, null, null);
			log.warn("No administrator exists yet. This link makes the first one, once, within {} days: {}",
					Invitation.LIFETIME.toDays(), this.invitations.link(token));
		}
	}

}
