package org.muster.audit;

/**
 * Who looks: which organisations' things exist for a query. There is no viewer for
 * "whoever": a query that is handed none does not compile.
 */
public sealed interface Viewer {

	/** The consultancy's own people, for whom every organisation exists. */
	static Staff staff() {
		return new Staff();
	}

	/** Muster itself: what happens by the clock, or follows from what somebody did. */
	static Muster muster() {
		return new Muster();
	}

	/**
	 * The organisation to which it is bound, or 0, which is nobody's, for one bound to
	 * none.
	 */
	default long organisation() {
		return 0;
	}

	/** Whether what belongs to any organisation exists for it. */
	default boolean anyOrganisation() {
		return false;
	}

	/** Whether something of an organisation exists for it. */
	default boolean maySee(long organisation) {
		return anyOrganisation() || organisation() == organisation;
	}

	/** The people of a client. */
	record Client(long organisation) implements Viewer {

		public Client {
			if (organisation <= 0) {
				throw new IllegalArgumentException("No organisation: " + organisation);
			}
		}

	}

	/** Somebody of the pool: what clients have is not theirs to see. */
	record Consultant(long id) implements Viewer {
	}

	/** An account manager or an administrator. */
	record Staff() implements Viewer {

		@Override
		public boolean anyOrganisation() {
			return true;
		}

	}

	/** Nobody: no person waits for the answer. */
	record Muster() implements Viewer {

		@Override
		public boolean anyOrganisation() {
			return true;
		}

	}

}
