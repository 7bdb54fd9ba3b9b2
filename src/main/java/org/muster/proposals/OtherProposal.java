package org.muster.proposals;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A proposal for a request that is in draft, or waits for the client's answer.
 *
 * @param sentAt when the open revision was sent, or {@code null} if none is open
 * @param by who put it where it is
 */
record OtherProposal(String reference, int revision, ProposalStatus status, @Nullable Instant sentAt, String by) {

	public boolean isDraft() {
		return this.status == ProposalStatus.DRAFT;
	}

}
