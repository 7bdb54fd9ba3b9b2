package org.muster.forms;

import java.time.Instant;

/**
 * Where a row is in a list that has the latest first: all that is needed to count rows,
 * and to find those of one page.
 */
public record Spot(long id, Instant at) {
}
