package org.muster.proposals;

import java.math.BigDecimal;

import org.muster.calendar.DayCount;

/**
 * What an offer may come to.
 *
 * @param net after the discount on the whole, before VAT
 */
public record Figure(DayCount days, BigDecimal net) {
}
