package org.muster.proposals;

import org.muster.consultants.Consultants;

import org.springframework.stereotype.Component;

/**
 * Offers hold people's days: tentatively until they are answered or end, firmly once they
 * are accepted, until the engagements take the days themselves.
 */
@Component
public class Holds {

	private final Consultants consultants;

	Holds(Consultants consultants) {
		this.consultants = consultants;
	}

	/** Where what a line holds of a person comes from. */
	public static String source(String proposal, int revision, int line) {
		return proposal + "/" + revision + "/" + line;
	}

	/** Brings what the proposal holds to what it offers now. */
	void follow(Proposal proposal) {
		proposal.revisions().forEach((revision) -> revision.lines().forEach((line) -> {
			String source = source(proposal.reference(), revision.number(), line.number());
			this.consultants.findById(line.consultantId()).ifPresent((consultant) -> {
				switch (revision.status()) {
					case SENT -> consultant.offer(line.period(), line.allocation(), source);
					case ACCEPTED -> consultant.promise(line.period(), line.allocation(), source);
					default -> consultant.release(source);
				}
			});
		}));
	}

}
