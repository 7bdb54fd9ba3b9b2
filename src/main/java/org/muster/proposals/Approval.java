package org.muster.proposals;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;

/**
 * The internal approval of a draft: who asked for it, and what a second approver said.
 *
 * @param askedBy the account of who wants to send the draft
 * @param askedReason what the second approver should know, if anything was said
 * @param byId the account of who approved or refused, or {@code null} so far
 * @param byName the name of who approved or refused, or {@code null} so far
 * @param approvedAt when it was approved or refused
 * @param refusal why it was refused, or {@code null} if it was not
 */
@Embeddable
record Approval(@Column(name = "approval_asked_by") long askedBy,
		@Column(name = "approval_asked_name") String askedName,
		@Column(name = "approval_asked_reason") @Nullable String askedReason,
		@Column(name = "approved_by_id") @Nullable Long byId,
		@Column(name = "approved_by_name") @Nullable String byName,
		@Column(name = "approved_at") @Nullable Instant approvedAt,
		@Column(name = "approval_refusal") @Nullable String refusal) {

	/** The longest reason that either of the two gives, in characters. */
	static final int LONGEST_REASON = 1000;

	static Approval askedBy(CurrentUser by, @Nullable String reason) {
		return new Approval(by.id(), by.name(), reason, null, null, null, null);
	}

	Approval given(CurrentUser by, Instant now) {
		return new Approval(this.askedBy, this.askedName, this.askedReason, by.id(), by.name(), now, null);
	}

	Approval refused(String why, CurrentUser by, Instant now) {
		return new Approval(this.askedBy, this.askedName, this.askedReason, by.id(), by.name(), now, why);
	}

	public boolean isWaiting() {
		return this.byName == null;
	}

	public boolean isGiven() {
		return this.byName != null && this.refusal == null;
	}

	/**
	 * Whether somebody has settled it so, as by a double click.
	 * @param why the refusal, or {@code null} for an approval
	 */
	boolean isSettled(@Nullable String why, CurrentUser by) {
		return this.byId != null && this.byId == by.id() && Objects.equals(this.refusal, why);
	}

	/** Nobody approves what they asked for themselves. */
	boolean isWaitingFor(CurrentUser user) {
		return isWaiting() && this.askedBy != user.id();
	}

}
