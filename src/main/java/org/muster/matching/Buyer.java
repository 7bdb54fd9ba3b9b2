package org.muster.matching;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;
import org.muster.pricing.PriceList;

/**
 * What holds of whoever asks, whatever they ask for.
 *
 * @param prices what days cost them
 * @param workdays the days on which work for them can start
 * @param today which day it is there: nobody starts before, however long a request has
 * waited
 */
record Buyer(PriceList prices, Workdays workdays, LocalDate today) {

	/** By whose week they work, or {@code null} if that is not known. */
	@Nullable Place place() {
		return this.workdays.place();
	}

}
