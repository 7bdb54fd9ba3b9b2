package org.muster.proposals;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.stereotype.Component;

/** Whether an open offer can be had as it was sent. */
@Component
class AcceptanceCheck {

	private final Bookings bookings;

	private final Seals seals;

	private final OpenOffers openOffers;

	private final ClientClock clientClock;

	AcceptanceCheck(Bookings bookings, Seals seals, OpenOffers openOffers, ClientClock clientClock) {
		this.bookings = bookings;
		this.seals = seals;
		this.openOffers = openOffers;
		this.clientClock = clientClock;
	}

	/**
	 * Its people are locked first, and their days are read as they are by then.
	 * @return the moment for which this is so, by the client's clock
	 * @throws OfferRefused if somebody was engaged elsewhere meanwhile, the work is over,
	 * or it is not what was sent
	 */
	ZonedDateTime require(Proposal proposal, ProposalRevision offer) {
		this.bookings.lock(List.of(offer));
		ZonedDateTime now = this.clientClock.now(proposal);
		if (offer.isOpen(now.toLocalDate())) {
			requireNotOver(offer, now.toLocalDate());
			requireFree(proposal, offer);
			requireIntact(offer);
		}
		return now;
	}

	private static void requireNotOver(ProposalRevision offer, LocalDate today) {
		List<String> over = offer.over(today);
		if (!over.isEmpty()) {
			throw OfferRefused.over(offer.proposalReference(), over);
		}
	}

	private void requireFree(Proposal proposal, ProposalRevision offer) {
		List<ProposalLine> taken = this.bookings.taken(proposal, offer);
		if (!taken.isEmpty()) {
			throw OfferRefused.taken(proposal.reference(),
					taken.stream().map(ProposalLine::consultantName).distinct().toList());
		}
	}

	private void requireIntact(ProposalRevision offer) {
		if (!this.seals.of(offer).isIntact() || !this.openOffers.isOpenInTrail(offer)) {
			throw OfferRefused.broken(offer.proposalReference());
		}
	}

}
