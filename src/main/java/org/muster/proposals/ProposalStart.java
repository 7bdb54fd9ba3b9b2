package org.muster.proposals;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts proposals; a second one for the same request only if that is meant. */
@Service
class ProposalStart {

	private final AllProposals proposals;

	private final Requests requests;

	private final Drafting drafting;

	ProposalStart(AllProposals proposals, Requests requests, Drafting drafting) {
		this.proposals = proposals;
		this.requests = requests;
		this.drafting = drafting;
	}

	/**
	 * What came of starting.
	 *
	 * @param proposal the reference of the draft, or {@code null} if there was a question
	 * @param others the proposals that are in draft or open already
	 */
	record Started(@Nullable String proposal, List<OtherProposal> others) {
	}

	/**
	 * @param another whether it is meant to compete with others for the same request
	 */
	@Transactional
	public Started start(String requestReference, String creationKey, boolean another, CurrentUser by) {
		// Two who start at once come one after the other.
		StaffingRequest request = this.requests.requireLocked(requestReference, by);
		List<OtherProposal> others = this.proposals.competing(request.id());
		if (!others.isEmpty() && !another && this.proposals.findByCreationKey(creationKey).isEmpty()) {
			return new Started(null, others);
		}
		return new Started(this.drafting.start(requestReference, creationKey, by).reference(), others);
	}

	/** The proposals that are in draft or open, to ask about. */
	@Transactional(readOnly = true)
	public List<OtherProposal> others(StaffingRequest request) {
		return this.proposals.competing(request.id());
	}

}
