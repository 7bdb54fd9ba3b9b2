package org.muster.engagements;

import java.time.Clock;

import org.muster.accounts.NotFound;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.audit.Viewer;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.proposals.Holds;
import org.muster.proposals.Proposal;
import org.muster.proposals.ProposalAccepted;
import org.muster.proposals.ProposalLine;
import org.muster.proposals.ProposalRevision;
import org.muster.proposals.Proposals;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Turns the lines of an accepted proposal into engagements and takes the people's days.
 * After the commit, from the registry of events: what a crash or a lost database
 * interrupts is done again, and what was done already is left alone.
 */
@Component
class EngagementStarter {

	private final Engagements engagements;

	private final Proposals proposals;

	private final Consultants consultants;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EngagementStarter(Engagements engagements, Proposals proposals, Consultants consultants, References references,
			ApplicationEventPublisher events, Clock clock) {
		this.engagements = engagements;
		this.proposals = proposals;
		this.consultants = consultants;
		this.references = references;
		this.events = events;
		this.clock = clock;
	}

	@ApplicationModuleListener
	void start(ProposalAccepted event) {
		// Two nodes may be handed the same event: the second waits for the first.
		Proposal proposal = this.proposals.lockByReference(event.reference(), Viewer.muster())
			.orElseThrow(NotFound::new);
		ProposalRevision revision = proposal.revisions()
			.stream()
			.filter((one) -> one.number() == event.revision())
			.findFirst()
			.orElseThrow(NotFound::new);
		revision.lines().forEach((line) -> start(proposal, revision, line));
	}

	private void start(Proposal proposal, ProposalRevision revision, ProposalLine line) {
		if (this.engagements.existsByProposalReferenceAndLineNumber(proposal.reference(), line.number())) {
			return;
		}
		Engagement engagement = this.engagements
			.save(new Engagement(this.references.draw("E", this.engagements::existsByReference), proposal, revision,
					line, this.clock.instant()));
		Consultant consultant = this.consultants.findById(line.consultantId()).orElseThrow(NotFound::new);
		Holds.engage(consultant, proposal, revision, line, engagement.reference());
		this.events.publishEvent(new Audited(Actor.MUSTER, proposal.organisationId(), AuditAct.ENGAGEMENT_STARTED,
				engagement.reference(), line.consultantName())
			.naming(line.consultantId()));
	}

}
