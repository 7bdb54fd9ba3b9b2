package org.muster.proposals;

import java.util.ArrayList;
import java.util.List;

import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** All warnings about a draft, in the order in which its page shows them. */
@Component
class DraftWarnings {

	private final PriceWarnings prices;

	DraftWarnings(PriceWarnings prices) {
		this.prices = prices;
	}

	List<DraftWarning> of(ProposalRevision draft, StaffingRequest request) {
		List<DraftWarning> warnings = new ArrayList<>();
		warnings.addAll(this.prices.of(draft, request));
		return warnings;
	}

}
