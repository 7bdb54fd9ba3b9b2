package org.muster.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts, and from where.
 *
 * @param id the account, or {@code null} for Muster itself
 * @param name the name to show
 * @param organisationId the organisation of a member, or {@code null} for the
 * consultancy's own people
 * @param address the network address, or {@code null} if the act came from none
 */
public record Actor(@Nullable Long id, String name, @Nullable Long organisationId, @Nullable String address) {

	/** Muster itself: what happens by the clock. */
	public static final Actor MUSTER = new Actor(null, "Muster", null, null);

	/** Somebody who is not signed in. */
	public static Actor nobody(@Nullable String address) {
		return new Actor(null, "–", null, address);
	}

}
