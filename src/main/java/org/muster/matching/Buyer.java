package org.muster.matching;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.rates.PriceList;

/**
 * What holds of whoever asks, whatever they ask for.
 *
 * @param prices what days cost them
 * @param place by whose week they work, or {@code null} if that is not known
 * @param today which day it is there: nobody starts before, however long a request has
 * waited
 */
record Buyer(PriceList prices, @Nullable Place place, LocalDate today) {
}
