package org.muster.evidence;

/** A kind of things that are sealed: a module that seals some verifies them itself. */
public interface Evidence {

	/** Of the message that names it, below {@code evidence.kind}. */
	String kind();

	/**
	 * Which generation of seals brought them. What was there before is sealed once, when
	 * the portal is first started with it.
	 */
	default int since() {
		return 1;
	}

	/**
	 * Seals what was there before seals were. Within a transaction.
	 * @param most how many at once
	 * @return how many were sealed; none if all are
	 */
	int sealOld(int most);

	/**
	 * About how many there are, to tell how far a verification is; 0 where nobody knows.
	 */
	default long size() {
		return 0;
	}

	/** Verifies all of it, in the order of a key, a page a transaction. */
	void verify(Findings findings);

}
