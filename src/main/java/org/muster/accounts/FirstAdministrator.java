package org.muster.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where there is no administrator yet, prints a link that makes one. Each start voids the
 * links of those before.
 */
@Component
class FirstAdministrator {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Invitations invitations;

	private final Environment environment;

	FirstAdministrator(Invitations invitations, Environment environment) {
		this.invitations = invitations;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void invite() {
		boolean wanted = this.environment.getProperty("muster.first-administrator.link", Boolean.class, true);
		this.invitations.inviteFirst(wanted)
			.ifPresent((token) -> log.warn(
					"No administrator exists yet. This link makes the first one, once, within {} days; earlier links are void: {}",
					Invitation.LIFETIME.toDays(), this.invitations.link(token)));
	}

}
