package org.muster.proposals;

import java.util.ArrayList;
import java.util.List;

import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** All warnings about a draft, in the order in which its page shows them. */
@Component
class DraftWarnings {

	private final PriceWarnings prices;

	private final RateChangeWarnings rates;

	private final DateWarnings dates;

	DraftWarnings(PriceWarnings prices, RateChangeWarnings rates, DateWarnings dates) {
		this.prices = prices;
		this.rates = rates;
		this.dates = dates;
	}

	List<DraftWarning> of(ProposalRevision draft, StaffingRequest request) {
		List<DraftWarning> warnings = new ArrayList<>();
		warnings.addAll(this.prices.of(draft, request));
		warnings.addAll(this.rates.of(draft));
		warnings.addAll(this.dates.of(draft, request));
		return warnings;
	}

}
