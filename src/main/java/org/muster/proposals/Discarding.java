package org.muster.proposals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.audit.HistoryLine;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws drafts away. */
@Service
class Discarding {

	private final AllProposals proposals;

	private final OfferAccess access;

	private final CounterProposals counters;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final RequestProgress progress;

	Discarding(AllProposals proposals, OfferAccess access, CounterProposals counters, AuditTrail audit,
			ApplicationEventPublisher events, RequestProgress progress) {
		this.proposals = proposals;
		this.access = access;
		this.counters = counters;
		this.audit = audit;
		this.events = events;
		this.progress = progress;
	}

	/** What was discarded. */
	enum Discarded {

		/** The proposal is gone. */
		ALL,

		/** The proposal goes on with what was sent. */
		REVISION,

		/** Nothing was: somebody has changed the draft since it was looked at. */
		CHANGED

	}

	/** The request of a proposal that was discarded before, all of it. */
	@Transactional(readOnly = true)
	public Optional<String> discarded(String reference, CurrentUser user) {
		return this.audit.endOf(List.of(reference), List.of(AuditAct.PROPOSAL_DISCARDED), user.viewer())
			.map(HistoryLine::subject);
	}

	/**
	 * Discards the drafts of a proposal: all of it, or only the new revision where
	 * something was sent before. Change requests that the revision was to answer are open
	 * again; a request that nobody else works on waits for an account manager again. A
	 * second click finds nothing to discard.
	 * @param seen the drafts that the page showed, as {@link Proposal#draftsSeen} tells
	 * them, or {@code null} for whatever is there
	 * @throws org.muster.audit.RefusedTransition if what the page showed was sent since
	 */
	@Transactional
	public Discarded discard(String reference, @Nullable String seen, CurrentUser by) {
		OfferAccess.Locked locked = this.access.lock(reference, by);
		StaffingRequest request = locked.request();
		Proposal proposal = locked.proposal();
		if (seen != null) {
			proposal.requireDrafts(seen);
		}
		if (proposal.drafts().isEmpty()) {
			return Discarded.REVISION;
		}
		if (seen != null && !seen.equals(proposal.draftsSeen())) {
			return Discarded.CHANGED;
		}
		String numbers = proposal.drafts()
			.stream()
			.map((draft) -> String.valueOf(draft.number()))
			.collect(Collectors.joining(", "));
		boolean goesOn = proposal.discardDrafts();
		this.counters.drafted(proposal.id()).forEach(CounterProposal::reopen);
		if (!goesOn) {
			this.proposals.delete(proposal);
		}
		this.progress.follow(request, by.actor());
		if (goesOn) {
			this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(),
					AuditAct.PROPOSAL_REVISION_DISCARDED, reference, numbers));
			return Discarded.REVISION;
		}
		// The history of the request is where its trace can still be read.
		this.events.publishEvent(new Audited(by.actor(), proposal.organisationId(), AuditAct.PROPOSAL_DISCARDED,
				request.reference(), reference));
		return Discarded.ALL;
	}

}
