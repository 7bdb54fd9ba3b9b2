package org.muster.proposals;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.booking.HoldsChanged;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open offers that have lost somebody cannot be accepted, and both sides hear of it. */
@Component
class LostPeople {

	private final Bookings bookings;

	private final Recipients recipients;

	private final Notifications notifications;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LostPeople(Bookings bookings, Recipients recipients, Notifications notifications, ApplicationEventPublisher events,
			Clock clock) {
		this.bookings = bookings;
		this.recipients = recipients;
		this.notifications = notifications;
		this.events = events;
		this.clock = clock;
	}

	/** By the acceptance of an offer, which holds its people firmly by now. */
	void by(Proposal accepted, ProposalRevision offer) {
		CompetingOffer.once(this.bookings.markLost(accepted, offer, this.clock.instant())).forEach(this::tell);
	}

	/**
	 * By what was entered into a calendar; what was taken out of it gives people back.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(HoldsChanged event) {
		CompetingOffer.once(this.bookings.markLost(event.consultantId(), this.clock.instant())).forEach(this::tell);
	}

	/** Nobody is told to whom. */
	private void tell(CompetingOffer offer) {
		this.events.publishEvent(new Audited(Actor.MUSTER, offer.organisationId(), AuditAct.PROPOSAL_LOST,
				offer.proposal(), offer.consultant())
			.naming(offer.consultantId()));
		Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(offer.organisationId()));
		people.addAll(this.recipients.approversOf(offer.organisationId()));
		people.add(offer.requestCreatedBy());
		this.notifications
			.tell(people,
					new Notice(Notice.Kind.PEOPLE, offer.proposal(), offer.requestTitle(),
							"/proposals/" + offer.proposal(), Actor.MUSTER.name(), offer.consultant())
						.naming(offer.consultantId()));
	}

}
