package org.muster.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** What was offered for requests. */
@Component
public class Offers {

	private final AllProposals proposals;

	Offers(AllProposals proposals) {
		this.proposals = proposals;
	}

	/**
	 * What a day costs on average, after discounts and before VAT, in the proposal that
	 * was sent last and is open or accepted.
	 * @param currency ISO 4217; nothing if the offer is in another
	 */
	public Optional<BigDecimal> averageDayRate(long requestId, String currency) {
		return this.proposals.latestOffer(requestId)
			.filter((offer) -> offer.currency().equals(currency) && !offer.days().isZero())
			.map((offer) -> offer.net().divide(offer.days().days(), 2, RoundingMode.HALF_UP));
	}

}
