package org.muster.proposals;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.proposals.Sending.Obstacle;

import org.springframework.stereotype.Component;

/** Shows what sending would send. */
@Component
class SendPreview {

	private final AllProposals proposals;

	private final CounterProposals counters;

	private final SendCheck check;

	private final InternalApproval approval;

	SendPreview(AllProposals proposals, CounterProposals counters, SendCheck check, InternalApproval approval) {
		this.proposals = proposals;
		this.counters = counters;
		this.check = check;
		this.approval = approval;
	}

	/**
	 * Drafts as they would be sent now.
	 *
	 * @param proposal with the drafts counted afresh; none of it is kept
	 * @param saved the figures as they were saved last
	 * @param counted the figures as they are by today's calendar and leave
	 * @param obstacles what stands against sending
	 * @param approval the alternatives that need internal approval first
	 * @param answered the change requests that sending answers
	 */
	record Preview(Proposal proposal, ProposalRevision draft, DraftFigures saved, DraftFigures counted,
			List<Obstacle> obstacles, List<ProposalRevision> approval, List<CounterProposal> answered) {

		List<ProposalRevision> round() {
			return this.proposal.round(this.draft);
		}

	}

	/** Within a transaction that only reads. */
	Preview of(String reference, @Nullable Integer revision, CurrentUser by) {
		Proposal proposal = this.proposals.require(reference, by);
		ProposalRevision draft = proposal.requireDraft(revision);
		List<ProposalRevision> round = proposal.round(draft);
		DraftFigures saved = DraftFigures.of(round);
		List<Obstacle> obstacles = this.check.of(proposal, round);
		DraftFigures counted = DraftFigures.of(round);
		if (!counted.isSame(saved)) {
			round.forEach(ProposalRevision::dropApproval);
		}
		return new Preview(proposal, draft, saved, counted, obstacles, this.approval.missing(round),
				this.counters.waiting(proposal.id()));
	}

}
