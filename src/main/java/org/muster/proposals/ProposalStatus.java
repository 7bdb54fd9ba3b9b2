package org.muster.proposals;

import java.util.EnumSet;
import java.util.Set;

/** The life of a revision. */
public enum ProposalStatus {

	DRAFT, SENT, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN, SUPERSEDED,

	/** Another alternative was accepted. */
	NOT_CHOSEN;

	/** All of those that clients see. */
	static final Set<ProposalStatus> SENT_ONCE = Set.copyOf(EnumSet.complementOf(EnumSet.of(DRAFT)));

	/** Whether nothing becomes of it any more. */
	boolean isEnd() {
		return this != DRAFT && this != SENT;
	}

}
