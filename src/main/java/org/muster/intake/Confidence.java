package org.muster.intake;

/** How sure it is that a text means what was read. */
enum Confidence {

	/** The text says so in as many words. */
	CERTAIN,

	/** It is the usual meaning of what the text says. */
	LIKELY,

	/** It may be meant. */
	GUESS,

	/** The text says nothing of it, and this is what is usual. */
	ASSUMED;

	/** Whether it is accepted unless somebody drops it. */
	public boolean isAccepted() {
		return this != GUESS;
	}

}
