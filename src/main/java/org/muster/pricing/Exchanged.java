package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate of exchange that days were priced with.
 *
 * @param currency that was converted, ISO 4217
 * @param rate how much one unit of it is worth, in the currency of the price
 * @param date the day of the rate
 */
public record Exchanged(String currency, BigDecimal rate, LocalDate date) {
}
