package org.muster.proposals;

import org.muster.consultants.Consultants;

import org.springframework.stereotype.Component;

/** Offers hold people's days, until they are answered or end. */
@Component
class Holds {

	private final Consultants consultants;

	Holds(Consultants consultants) {
		this.consultants = consultants;
	}

	/** Brings what the proposal holds to what it offers now. */
	void follow(Proposal proposal) {
		proposal.revisions().forEach((revision) -> revision.lines().forEach((line) -> {
			String source = proposal.reference() + "/" + revision.number() + "/" + line.number();
			this.consultants.findById(line.consultantId()).ifPresent((consultant) -> {
				if (revision.status() == ProposalStatus.SENT) {
					consultant.offer(line.period(), line.allocation(), source);
				}
				else {
					consultant.release(source);
				}
			});
		}));
	}

}
