package org.muster.proposals;

import java.util.List;

import org.muster.calendar.WorkPattern.Stretch;
import org.muster.consultants.Consultant;
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
	static String source(String proposal, int revision, int line) {
		return proposal + "/" + revision + "/" + line;
	}

	/** Where what each part of a line holds comes from, the first as the line itself. */
	static String source(String line, int part) {
		return (part == 0) ? line : line + "." + part;
	}

	/** Brings what the proposal holds to what it offers now. */
	void follow(Proposal proposal) {
		proposal.revisions().forEach((revision) -> revision.lines().forEach((line) -> {
			String source = source(proposal.reference(), revision.number(), line.number());
			this.consultants.findById(line.consultantId())
				.ifPresent((consultant) -> follow(consultant, line, source, revision.status()));
		}));
	}

	private static void follow(Consultant consultant, ProposalLine line, String source, ProposalStatus status) {
		List<Stretch> stretches = line.stretches();
		for (int part = 0; part < stretches.size(); part++) {
			Stretch stretch = stretches.get(part);
			switch (status) {
				case SENT -> consultant.offer(stretch.period(), stretch.allocation(), source(source, part));
				case ACCEPTED -> consultant.promise(stretch.period(), stretch.allocation(), source(source, part));
				default -> consultant.release(source(source, part));
			}
		}
	}

	/** The days of a line that was accepted become those of an engagement. */
	public static void engage(Consultant consultant, Proposal proposal, ProposalRevision revision, ProposalLine line,
			String engagement) {
		String source = source(proposal.reference(), revision.number(), line.number());
		List<Stretch> stretches = line.stretches();
		for (int part = 0; part < stretches.size(); part++) {
			Stretch stretch = stretches.get(part);
			consultant.engage(stretch.period(), stretch.allocation(), source(engagement, part));
			consultant.release(source(source, part));
		}
	}

}
