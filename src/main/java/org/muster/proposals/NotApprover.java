package org.muster.proposals;

import java.util.List;

/** A member who is no approver tried to answer a proposal. */
class NotApprover extends RuntimeException {

	private final List<String> approvers;

	NotApprover(List<String> approvers) {
		super("Only an approver may answer a proposal");
		this.approvers = approvers;
	}

	/** The names of those who can. */
	public List<String> approvers() {
		return this.approvers;
	}

}
