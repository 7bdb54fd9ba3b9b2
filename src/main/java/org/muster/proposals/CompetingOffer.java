package org.muster.proposals;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of another open offer with somebody whom an offer has too.
 *
 * @param proposal the reference of the other offer
 */
public record CompetingOffer(String proposal, int revision, int line, long consultantId, String consultant,
		long organisationId, String organisation, long requestCreatedBy, String requestTitle) {

	/** Each person of each proposal once, on whichever of its alternatives. */
	static List<CompetingOffer> once(Collection<CompetingOffer> rivals) {
		Map<String, CompetingOffer> once = new LinkedHashMap<>();
		rivals.forEach((one) -> once.putIfAbsent(one.proposal() + "/" + one.consultantId(), one));
		return List.copyOf(once.values());
	}

	/** Where what it holds of the person comes from. */
	String source() {
		return Holds.source(this.proposal, this.revision, this.line);
	}

}
