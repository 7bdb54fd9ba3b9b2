package org.muster.consultants;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;

/** Where a consultant is. */
public record PlaceRow(long consultantId, String country, @Nullable String region) {

	public Place place() {
		return new Place(this.country, this.region);
	}

}
