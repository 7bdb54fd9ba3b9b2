package org.muster.requests;

import java.util.LinkedHashSet;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.notifications.Notice;
import org.muster.notifications.Notice.Kind;
import org.muster.notifications.Notifications;

import org.springframework.stereotype.Component;

/** Who hears of what happens to a request as a whole. */
@Component
class RequestNotices {

	private final Notifications notifications;

	private final Recipients recipients;

	RequestNotices(Notifications notifications, Recipients recipients) {
		this.notifications = notifications;
		this.recipients = recipients;
	}

	/** The account managers, and of the client whoever answers for it. */
	void submitted(StaffingRequest request, CurrentUser by) {
		Set<Long> told = new LinkedHashSet<>(this.recipients.managersOf(request.organisationId()));
		if (request.isOnBehalf()) {
			told.addAll(this.recipients.approversOf(request.organisationId()));
		}
		tell(told, Kind.SUBMITTED, request, "/requests/" + request.reference(), by);
	}

	/** Whoever can submit it. */
	void approvalAsked(StaffingRequest request, CurrentUser by) {
		tell(new LinkedHashSet<>(this.recipients.approversOf(request.organisationId())), Kind.APPROVAL, request,
				"/requests/" + request.reference() + "/review", by);
	}

	/** Who wrote it. */
	void discarded(StaffingRequest request, CurrentUser by) {
		tell(Set.of(request.createdBy()), Kind.REQUEST_DISCARDED, request, "/requests", by);
	}

	/** Who wrote it, and the other side. */
	void withdrawn(StaffingRequest request, CurrentUser by) {
		Set<Long> told = new LinkedHashSet<>(by.isClient() ? this.recipients.managersOf(request.organisationId())
				: this.recipients.approversOf(request.organisationId()));
		told.add(request.createdBy());
		tell(told, Kind.REQUEST_WITHDRAWN, request, "/requests/" + request.reference(), by);
	}

	private void tell(Set<Long> people, Kind kind, StaffingRequest request, String link, CurrentUser by) {
		this.notifications.tell(people, new Notice(kind, request.reference(), request.title(), link, by.name(), null),
				by.id());
	}

}
