package org.muster.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param subject the reference of what it happened to
 * @param title of that
 * @param link the path of the page where it can be seen
 * @param by the name of who did it
 * @param detail a few words of it, if there are any
 * @param person the id of whom of the pool it names, if anybody
 */
public record Notice(Kind kind, String subject, String title, String link, String by, @Nullable String detail,
		@Nullable Long person) {

	/** One that names nobody of the pool. */
	public Notice(Kind kind, String subject, String title, String link, String by, @Nullable String detail) {
		this(kind, subject, title, link, by, detail, null);
	}

	/** The same, which is forgotten with the person whom it names. */
	public Notice naming(long person) {
		return new Notice(this.kind, this.subject, this.title, this.link, this.by, this.detail, person);
	}

	/** What sort of thing; each can be switched by each person. */
	public enum Kind {

		/** Somebody wrote one's name in a comment. */
		MENTION,

		/** Somebody commented on a request that one takes part in. */
		COMMENT,

		/** A client asks its account manager. */
		QUESTION,

		/** The account manager answered. */
		ANSWER,

		/** A request waits for an approver. */
		APPROVAL,

		/** A draft of one's own may be sent. */
		APPROVED,

		/** A draft of one's own may not be sent as it is. */
		APPROVAL_REFUSED,

		/** A request was submitted. */
		SUBMITTED,

		/** A submitted request was changed. */
		AMENDED,

		/** A request was withdrawn by the other side. */
		REQUEST_WITHDRAWN,

		/** A proposal was sent. */
		PROPOSAL,

		/** A proposal was accepted or declined. */
		ANSWERED,

		/** A client would have something otherwise in a proposal. */
		COUNTER,

		/** A client does not wish for changes any more. */
		COUNTER_TAKEN_BACK,

		/** What a client would have otherwise cannot be. */
		COUNTER_REFUSED,

		/** Somebody wants to meet a person, or the meeting is settled. */
		INTERVIEW,

		/** The day has come on which a goal is looked at. */
		GOAL,

		/** Somebody of a proposal is offered or engaged elsewhere. */
		PEOPLE,

		/** One has accepted a proposal. */
		RECEIPT,

		/** A proposal ends in two days. */
		EXPIRY,

		/** A proposal has ended without an answer. */
		EXPIRED,

		/** A proposal was withdrawn before it was answered. */
		PROPOSAL_WITHDRAWN,

		/** A draft that one had begun was discarded by somebody else. */
		REQUEST_DISCARDED,

		/** Somebody invites one who has an account. */
		INVITED

	}

}
