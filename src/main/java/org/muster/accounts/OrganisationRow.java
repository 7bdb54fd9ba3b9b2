package org.muster.accounts;

import org.jspecify.annotations.Nullable;

/** A line of the list of organisations. */
public record OrganisationRow(String reference, String name, String country, String currency,
		@Nullable String vatNumber, @Nullable String accountManager, long members, boolean archived) {
}
