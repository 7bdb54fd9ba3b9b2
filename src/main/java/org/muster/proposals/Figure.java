package org.muster.proposals;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;

/**
 * What an offer may come to.
 *
 * @param net after the discount on the whole, before VAT
 * @param uncapped what the days would cost without the cap, where that is what limits it;
 * else {@code null}
 */
public record Figure(DayCount days, BigDecimal net, @Nullable BigDecimal uncapped) {
}
