package org.muster.discussion;

import java.time.Instant;

/**
 * What somebody wrote about a part of a request.
 *
 * @param part GOALS, SCHEDULE, BUDGET, REQUEST for all of it, the number of a position,
 * or the reference of a proposal
 * @param shared whether the account manager sees it, or the client's own people only
 */
public record Comment(long id, String part, long authorId, String authorName, boolean ofClient, boolean shared,
		String text, Instant at) {

	boolean isSame(String part, String text, boolean shared, long account) {
		return isBy(account) && this.part.equals(part) && this.text.equals(text) && this.shared == shared;
	}

	/** Whether somebody wrote it, as the id of an account says. */
	public boolean isBy(long account) {
		return this.authorId == account;
	}

}
