package org.muster.web;

import jakarta.servlet.http.HttpServletRequest;
import org.muster.accounts.SignIn;
import org.muster.audit.AuditAct;
import org.muster.audit.Occurrences;
import org.muster.audit.Occurrences.About;

import org.springframework.stereotype.Component;

/** Takes note of what people who are signed in were not allowed. */
@Component
class Refusals {

	private static final int LONGEST_PATH = 300;

	private final Occurrences occurrences;

	Refusals(Occurrences occurrences) {
		this.occurrences = occurrences;
	}

	void note(HttpServletRequest request, AuditAct act) {
		String asked = request.getMethod() + " " + request.getRequestURI();
		SignIn.current(request)
			.ifPresent((user) -> this.occurrences.note(user.actor(), act, () -> new About(user.organisationId(),
					user.email(), asked.substring(0, Math.min(asked.length(), LONGEST_PATH)))));
	}

}
