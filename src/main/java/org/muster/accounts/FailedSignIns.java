package org.muster.accounts;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Occurrences;
import org.muster.audit.Occurrences.About;

import org.springframework.stereotype.Component;

/**
 * Takes note of attempts to sign in that failed. What was typed is kept only where it is
 * the name of an account: people type passwords into the wrong field.
 */
@Component
class FailedSignIns {

	private final Accounts accounts;

	private final Occurrences occurrences;

	FailedSignIns(Accounts accounts, Occurrences occurrences) {
		this.accounts = accounts;
		this.occurrences = occurrences;
	}

	/**
	 * @param typed as the name of an account
	 */
	void note(AuditAct act, String typed, @Nullable String address) {
		this.occurrences.note(Actor.nobody(address), act,
				() -> this.accounts.findByEmail(Account.normalised(typed))
					.map((account) -> new About(account.actor().organisationId(), account.email(), null))
					.orElseGet(() -> new About(null, "–", null)));
	}

}
