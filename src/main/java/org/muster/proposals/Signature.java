package org.muster.proposals;

import org.jspecify.annotations.Nullable;

/**
 * How somebody accepts an offer.
 *
 * @param name in full, as it was typed
 * @param function of the person in the organisation
 * @param purchaseOrder the number that invoices refer to, if there is one
 * @param address the network address that it came from
 * @param agent the browser, as it names itself
 */
public record Signature(String name, @Nullable String function, @Nullable String purchaseOrder,
		@Nullable String address, @Nullable String agent) {

	public static Signature of(String name) {
		return new Signature(name, null, null, null, null);
	}

}
