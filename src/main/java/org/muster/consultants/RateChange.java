package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A change of somebody's rates that is still to come.
 *
 * @param from the first day on which they apply
 * @param pay what a day costs the consultancy, in the person's currency
 * @param bill what a day costs a client, in the person's currency
 */
public record RateChange(long consultantId, LocalDate from, BigDecimal pay, BigDecimal bill) {
}
