package org.muster.accounts;

/** What a person who signs in may do. */
public enum Role {

	/** Writes requests and reads proposals of the organisation. */
	MEMBER,

	/** A member who also accepts and declines proposals. */
	APPROVER,

	/** Of the consultancy: answers requests with proposals. */
	ACCOUNT_MANAGER,

	/** Of the consultancy: also invites its people. */
	ADMINISTRATOR;

	public boolean isClient() {
		return this == MEMBER || this == APPROVER;
	}

}
