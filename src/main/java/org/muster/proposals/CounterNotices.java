package org.muster.proposals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.Viewer;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.requests.Requests;

import org.springframework.stereotype.Component;

/** Who hears of change requests. */
@Component
class CounterNotices {

	private final Requests requests;

	private final Notifications notifications;

	private final Recipients recipients;

	CounterNotices(Requests requests, Notifications notifications, Recipients recipients) {
		this.requests = requests;
		this.notifications = notifications;
		this.recipients = recipients;
	}

	/** The account managers. */
	void asked(Proposal proposal, String reason, CurrentUser by) {
		this.notifications.tell(this.recipients.managersOf(proposal.organisationId()),
				notice(Notice.Kind.COUNTER, proposal, by, reason), by.id());
	}

	/**
	 * The account managers, who asked for it and who was about to answer it.
	 * @param draft that was to answer it, if there is one
	 */
	void takenBack(Proposal proposal, CounterProposal counter, Optional<ProposalRevision> draft, CurrentUser by) {
		Set<Long> told = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
		draft.flatMap(ProposalRevision::statusById).ifPresent(told::add);
		told.add(counter.byId());
		this.notifications.tell(told, notice(Notice.Kind.COUNTER_TAKEN_BACK, proposal, by, null), by.id());
	}

	/** Who asked for it. */
	void refused(Proposal proposal, CounterProposal counter, String why, CurrentUser by) {
		this.notifications.tell(List.of(counter.byId()), notice(Notice.Kind.COUNTER_REFUSED, proposal, by, why),
				by.id());
	}

	private Notice notice(Notice.Kind kind, Proposal proposal, CurrentUser by, @Nullable String detail) {
		return new Notice(kind, proposal.reference(),
				this.requests.require(proposal.requestId(), Viewer.muster()).title(),
				"/proposals/" + proposal.reference(), by.name(), detail);
	}

}
