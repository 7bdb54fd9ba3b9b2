package org.muster.proposals;

/** The life of a revision. */
public enum ProposalStatus {

	DRAFT, SENT, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN, SUPERSEDED,

	/** Another alternative was accepted. */
	NOT_CHOSEN

}
