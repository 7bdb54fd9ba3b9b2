package org.muster.proposals;

import java.util.List;

import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may act on an offer, one after the other. */
@Component
class OfferAccess {

	private final AllProposals proposals;

	private final Requests requests;

	private final Accounts accounts;

	private final ClientClock clientClock;

	OfferAccess(AllProposals proposals, Requests requests, Accounts accounts, ClientClock clientClock) {
		this.proposals = proposals;
		this.requests = requests;
		this.accounts = accounts;
		this.clientClock = clientClock;
	}

	/** Both locked until the end of the transaction. */
	record Locked(StaffingRequest request, Proposal proposal) {
	}

	/**
	 * Locks are taken in one order everywhere: the request, its proposals, its people.
	 * @throws NotFound if it does not exist for this person
	 */
	Locked lock(String reference, CurrentUser by) {
		StaffingRequest request = this.proposals.requestOf(reference, by.viewer())
			.map((id) -> this.requests.requireLocked(id, by.viewer()))
			.orElseThrow(NotFound::new);
		return new Locked(request, this.proposals.requireLocked(reference, by));
	}

	/**
	 * The same for a client's answer.
	 * @throws NotApprover if the person may not answer for the organisation
	 */
	Locked lockToAnswer(String reference, CurrentUser by) {
		Locked locked = lock(reference, by);
		if (!by.isApprover()) {
			throw new NotApprover(approvers(locked.proposal()));
		}
		return locked;
	}

	/** The names of those who may answer for the client. */
	List<String> approvers(Proposal proposal) {
		return this.accounts.approversOf(proposal.organisationId());
	}

	/** Whether the client can still answer it. */
	@Transactional(readOnly = true)
	public boolean isOpen(String reference, int revision, CurrentUser by) {
		Proposal proposal = this.proposals.require(reference, by);
		return proposal.requireRevision(revision).isOpen(this.clientClock.today(proposal));
	}

}
