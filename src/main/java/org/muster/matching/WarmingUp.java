package org.muster.matching;

/** The pool is still being read; in a moment it can be matched. */
public final class WarmingUp extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WarmingUp() {
		super("Matching is warming up");
	}

}
