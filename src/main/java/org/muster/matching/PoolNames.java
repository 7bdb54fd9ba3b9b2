package org.muster.matching;

import org.muster.calendar.Place;
import org.muster.indexing.Names;

/** The numbers of what the index knows by number. */
record PoolNames(Names zones, Names currencies, Names languages, Names places) {

	private static final String BETWEEN = "/";

	PoolNames() {
		this(new Names(), new Names(), new Names(), new Names());
	}

	/** A place as a name. */
	static String name(Place place) {
		return (place.region() != null) ? place.country() + BETWEEN + place.region() : place.country();
	}

	/** The place that {@link #name} writes. */
	static Place place(String name) {
		String[] parts = name.split(BETWEEN, 2);
		return new Place(parts[0], (parts.length > 1) ? parts[1] : null);
	}

}
