package org.muster.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The time zone of the consultancy, whatever zone the server runs in. */
@Component
public class HomeZone {

	private final ZoneId id;

	/**
	 * @param timeZone as configured; empty for that of the country, or of most of its
	 * people where it has several
	 * @throws IllegalArgumentException if the time zone does not exist
	 */
	HomeZone(@Value("${muster.seller.time-zone:}") String timeZone,
			@Value("${muster.seller.country:PT}") String country) {
		String name = timeZone.isBlank() ? CountryZones.clock(new Place(country, null)).getId() : timeZone.strip();
		try {
			this.id = ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					"muster.seller.time-zone is not a time zone: " + name + ". Use a name such as Europe/Lisbon.", ex);
		}
	}

	public ZoneId id() {
		return this.id;
	}

}
