package org.muster.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A trace that waits for somebody to look at it, as the page shows it.
 *
 * @param text as it reads now; the name of a file
 * @param proposal the text without the name
 * @param link where it is read, if there is a page
 * @param mayRedact whether the text may be changed
 * @param mayRemove whether all of it may go
 */
record OpenTrace(Trace trace, String text, String proposal, @Nullable String link, boolean mayRedact,
		boolean mayRemove) {

	/**
	 * What a form carries along, so that nobody overwrites what somebody else changed.
	 */
	public String seen() {
		return Trace.fingerprint(this.text);
	}

	/** Whether the passages are still where they were found. */
	public boolean isMarked() {
		return !this.proposal.equals(this.text);
	}

}
