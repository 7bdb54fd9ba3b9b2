package org.muster.proposals;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says besides its lines, as it is on the day on which it is sent.
 *
 * @param title of the request
 * @param seller the consultancy, with address and VAT number, line by line
 * @param buyer the organisation, likewise
 * @param termsVersion the terms that come with it, or {@code null} for none
 * @param letterhead how its document looks, or {@code null} for the usual
 * @param deadlineZone by whose clock its last day ends; {@code null} for that of the
 * client, as with those that were sent before clocks were kept
 */
@Embeddable
record SentSnapshot(String title, String seller, String buyer, @Nullable Integer termsVersion,
		@Nullable Integer letterhead, @Nullable String deadlineZone) {
}
