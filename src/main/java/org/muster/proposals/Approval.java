package org.muster.proposals;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;

/**
 * A second look at a draft: who asked for it, and who agreed.
 *
 * @param askedBy the account of who wants to send the draft
 * @param byName who agrees that it is sent, or {@code null} so far
 */
@Embeddable
record Approval(@Column(name = "approval_asked_by") long askedBy,
		@Column(name = "approval_asked_name") String askedName,
		@Column(name = "approved_by_name") @Nullable String byName,
		@Column(name = "approved_at") @Nullable Instant approvedAt) {

	static Approval askedBy(CurrentUser by) {
		return new Approval(by.id(), by.name(), null, null);
	}

	Approval given(CurrentUser by, Instant now) {
		return new Approval(this.askedBy, this.askedName, by.name(), now);
	}

	/** Nobody approves what they asked for themselves. */
	boolean isWaitingFor(CurrentUser user) {
		return this.byName == null && this.askedBy != user.id();
	}

}
