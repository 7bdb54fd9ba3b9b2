package org.muster.proposals;

import java.time.Clock;

import org.muster.audit.Actor;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/**
 * Keeps a request where its proposals are: when the last open one ends without
 * acceptance, the request is to be answered again.
 */
@Component
class RequestProgress {

	private final AllProposals proposals;

	private final Clock clock;

	RequestProgress(AllProposals proposals, Clock clock) {
		this.proposals = proposals;
		this.clock = clock;
	}

	/**
	 * @param request locked
	 * @param by who ended or discarded a proposal
	 */
	void follow(StaffingRequest request, Actor by) {
		request.follow(this.proposals.existsFor(request.id(), ProposalStatus.SENT),
				this.proposals.existsFor(request.id(), ProposalStatus.DRAFT), by, this.clock.instant());
	}

}
