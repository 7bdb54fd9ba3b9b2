package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Rates of somebody, as a row of a query.
 *
 * @param currency of both rates
 * @param from the first day on which they apply
 * @param pay what a day costs the consultancy
 * @param bill what a day costs a client
 * @param since see {@link DatedRates#since}
 */
public record RateRow(long consultantId, String currency, LocalDate from, BigDecimal pay, BigDecimal bill,
		LocalDate since) {
}
