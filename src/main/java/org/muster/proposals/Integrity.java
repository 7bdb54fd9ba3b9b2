package org.muster.proposals;

/** Whether a revision says what it said when it was sent. */
public enum Integrity {

	/** It does. */
	INTACT,

	/** It does, but for people who were erased since, on purpose. */
	ERASED,

	/** It says what it said when the portal began to seal; it was sent before. */
	SEALED_LATER,

	/** It does not, or its seal is gone. */
	BROKEN,

	/** It was not sent yet: nothing is sealed. */
	DRAFT;

	public boolean isIntact() {
		return this != BROKEN;
	}

}
