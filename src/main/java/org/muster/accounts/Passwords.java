package org.muster.accounts;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether somebody who is signed in knows the password. */
@Component
public class Passwords {

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final SignInThrottle throttle;

	Passwords(Accounts accounts, PasswordEncoder encoder, SignInThrottle throttle) {
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
			return Answer.LIMITED;
		}
		boolean right = this.accounts.findById(user.id())
			.filter((account) -> this.encoder.matches(typed, account.passwordHash()))
			.isPresent();
		if (right) {
			this.throttle.forgive(user.email());
		}
		return right ? Answer.RIGHT : Answer.WRONG;
	}

}
