package org.muster.accounts;

import org.muster.audit.Occurrences;
import org.muster.audit.Occurrences.About;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether somebody who is signed in knows the password. */
@Component
public class Passwords {

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final SignInThrottle throttle;

	private final Occurrences occurrences;

	Passwords(Accounts accounts, PasswordEncoder encoder, SignInThrottle throttle, Occurrences occurrences) {
		this.occurrences = occurrences;
		this.accounts = accounts;
		this.encoder = encoder;
		this.throttle = throttle;
	}

	/** What came of a try. */
	public enum Answer {

		RIGHT, WRONG,

		/** Too many were wrong; the next is answered later. */
		LIMITED

	}

	/** Counts as an attempt to sign in. */
	public Answer check(CurrentUser user, String typed) {
		if (!this.throttle.tries(user.email())) {
			note(user, "account.password.limited");
			return Answer.LIMITED;
		}
		boolean right = this.accounts.findById(user.id())
			.filter((account) -> this.encoder.matches(typed, account.passwordHash()))
			.isPresent();
		if (right) {
			this.throttle.forgive(user.email());
		}
		else {
			note(user, "account.password.wrong");
		}
		return right ? Answer.RIGHT : Answer.WRONG;
	}

	private void note(CurrentUser user, String act) {
		this.occurrences.note(user.actor(), act, () -> new About(user.organisationId(), user.email(), null));
	}

}
