package org.muster.accounts;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;

/**
 * A line of the list of organisations.
 *
 * @param timeZone as chosen, or {@code null} for that of the region or country
 */
public record OrganisationRow(String reference, String name, String country, @Nullable String region,
		@Nullable String timeZone, String currency, @Nullable String vatNumber, @Nullable String accountManager,
		long members, boolean archived) {

	/** By which its deadlines end. */
	String clock() {
		return CountryZones.clock(new Place(this.country, this.region), this.timeZone).getId();
	}

}
