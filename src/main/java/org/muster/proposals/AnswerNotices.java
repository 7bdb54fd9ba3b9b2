package org.muster.proposals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Who hears of how an offer ended. */
@Component
class AnswerNotices {

	private final Notifications notifications;

	private final Recipients recipients;

	AnswerNotices(Notifications notifications, Recipients recipients) {
		this.notifications = notifications;
		this.recipients = recipients;
	}

	/**
	 * The account managers, and of the client whoever wrote the request or asked for
	 * changes.
	 */
	void answered(Proposal proposal, StaffingRequest request, Set<Long> asked, @Nullable String reason,
			CurrentUser by) {
		Set<Long> readers = managers(proposal);
		readers.add(request.createdBy());
		readers.addAll(asked);
		this.notifications.tell(readers, new Notice(Notice.Kind.ANSWERED, proposal.reference(), request.title(),
				"/proposals/" + proposal.reference(), by.name(), reason), by.id());
	}

	/** To whoever accepted it. */
	void receipt(ProposalRevision accepted, StaffingRequest request, CurrentUser by) {
		String reference = accepted.proposalReference();
		this.notifications.tell(List.of(by.id()), new Notice(Notice.Kind.RECEIPT, reference, request.title(),
				"/proposals/" + reference + "/receipt", by.name(), accepted.contentHash()));
	}

	/** Both sides. */
	void expired(Proposal proposal, StaffingRequest request, Set<Long> asked) {
		Set<Long> readers = new LinkedHashSet<>(asked);
		readers.addAll(managers(proposal));
		readers.addAll(client(proposal, request));
		this.notifications.tell(readers, new Notice(Notice.Kind.EXPIRED, proposal.reference(), request.title(),
				"/proposals/" + proposal.reference(), Actor.MUSTER.name(), null));
	}

	/** Those who are named, but for whoever did it. */
	void withdrawn(Proposal proposal, StaffingRequest request, Set<Long> readers, Actor by) {
		readers.remove(by.id());
		this.notifications.tell(readers, new Notice(Notice.Kind.PROPOSAL_WITHDRAWN, proposal.reference(),
				request.title(), "/proposals/" + proposal.reference(), by.name(), null));
	}

	/** Who waits for the outcome, on both sides. */
	Set<Long> bothSides(Proposal proposal, StaffingRequest request) {
		Set<Long> readers = client(proposal, request);
		readers.addAll(managers(proposal));
		return readers;
	}

	private Set<Long> client(Proposal proposal, StaffingRequest request) {
		Set<Long> readers = new LinkedHashSet<>(this.recipients.approversOf(proposal.organisationId()));
		readers.add(request.createdBy());
		return readers;
	}

	private Set<Long> managers(Proposal proposal) {
		return new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
	}

}
