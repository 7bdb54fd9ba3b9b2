package org.muster.accounts;

import org.muster.audit.AuditAct;
import org.muster.audit.Occurrences;
import org.muster.audit.Occurrences.About;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether somebody who is signed in knows the password. */
@Component
public class Passwords {

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final SignInAttempts attempts;

	private final Occurrences occurrences;

	Passwords(Accounts accounts, PasswordEncoder encoder, SignInAttempts attempts, Occurrences occurrences) {
		this.occurrences = occurrences;
		this.accounts = accounts;
		this.encoder = encoder;
		this.attempts = attempts;
	}

	/** What came of a try. */
	public enum Answer {

		RIGHT, WRONG,

		/** Too many were wrong; the next is answered later. */
		LIMITED

	}

	/** Counts as an attempt to sign in. */
	public Answer check(CurrentUser user, String typed) {
		if (!this.attempts.begin(user.email(), user.address())) {
			note(user, AuditAct.ACCOUNT_PASSWORD_LIMITED);
			return Answer.LIMITED;
		}
		boolean right = this.accounts.findById(user.id())
			.filter((account) -> this.encoder.matches(typed, account.passwordHash()))
			.isPresent();
		if (right) {
			this.attempts.succeeded(user.email(), user.address());
		}
		else {
			note(user, AuditAct.ACCOUNT_PASSWORD_WRONG);
		}
		return right ? Answer.RIGHT : Answer.WRONG;
	}

	private void note(CurrentUser user, AuditAct act) {
		this.occurrences.note(user.actor(), act, () -> new About(user.organisationId(), user.email(), null));
	}

}
