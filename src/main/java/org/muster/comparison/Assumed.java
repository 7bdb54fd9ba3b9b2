package org.muster.comparison;

import java.math.BigDecimal;

/**
 * A figure, and where it comes from.
 *
 * @param source in words, for the page
 */
record Assumed(BigDecimal value, String source) {
}
