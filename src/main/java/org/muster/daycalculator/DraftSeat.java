package org.muster.daycalculator;

import org.muster.vocabulary.JobRole;

/** A position for which a draft of a proposal takes people. */
public record DraftSeat(String proposal, String title, int position, JobRole role) {

	/** What a form sends for it. */
	public String code() {
		return this.proposal + ":" + this.position;
	}

}
