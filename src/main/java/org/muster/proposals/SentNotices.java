package org.muster.proposals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Who hears that an offer was sent. */
@Component
class SentNotices {

	private final Recipients recipients;

	private final Notifications notifications;

	private final Bookings bookings;

	private final Accounts accounts;

	SentNotices(Recipients recipients, Notifications notifications, Bookings bookings, Accounts accounts) {
		this.accounts = accounts;
		this.recipients = recipients;
		this.notifications = notifications;
		this.bookings = bookings;
	}

	/**
	 * The client's people, and the account managers of other offers with the same people.
	 * @param answered change requests that the offer answers
	 */
	void tell(Proposal proposal, List<ProposalRevision> round, StaffingRequest request, List<CounterProposal> answered,
			CurrentUser by) {
		this.notifications.tell(readers(proposal, request, answered), new Notice(Notice.Kind.PROPOSAL,
				proposal.reference(), request.title(), "/proposals/" + proposal.reference(), by.name(), null), by.id());
		CompetingOffer.once(round.stream().flatMap((one) -> this.bookings.rivals(proposal, one).stream()).toList())
			.forEach((rival) -> tellOf(rival, by));
	}

	/** The names of those who hear of it, but for whoever sends it. */
	List<String> names(Proposal proposal, StaffingRequest request, List<CounterProposal> answered, CurrentUser by) {
		Set<Long> readers = readers(proposal, request, answered);
		readers.remove(by.id());
		return this.accounts.findAllById(readers).stream().map(Account::fullName).sorted().toList();
	}

	private Set<Long> readers(Proposal proposal, StaffingRequest request, List<CounterProposal> answered) {
		Set<Long> readers = new LinkedHashSet<>(this.recipients.approversOf(proposal.organisationId()));
		readers.add(request.createdBy());
		answered.forEach((counter) -> readers.add(counter.byId()));
		return readers;
	}

	private void tellOf(CompetingOffer rival, CurrentUser by) {
		this.notifications
			.tell(this.recipients.managersOf(rival.organisationId()),
					new Notice(Notice.Kind.PEOPLE, rival.proposal(), rival.requestTitle(),
							"/proposals/" + rival.proposal(), by.name(), rival.consultant())
						.naming(rival.consultantId()),
					by.id());
	}

}
