package org.muster.proposals;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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
@Embeddable
public record Signature(@Column(name = "signed_name") String name,
		@Column(name = "signed_function") @Nullable String function,
		@Column(name = "purchase_order") @Nullable String purchaseOrder,
		@Column(name = "signed_address") @Nullable String address,
		@Column(name = "signed_agent") @Nullable String agent) {

	/** Whether it says the same, as by a double click. */
	boolean isSameAs(@Nullable Signature other) {
		return other != null && Objects.equals(this.function, other.function)
				&& Objects.equals(this.purchaseOrder, other.purchaseOrder);
	}

	public static Signature of(String name) {
		return new Signature(name, null, null, null, null);
	}

}
