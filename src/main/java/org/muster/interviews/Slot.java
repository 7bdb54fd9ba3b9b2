package org.muster.interviews;

import java.time.Duration;
import java.time.Instant;

/**
 * Half an hour in which somebody can be met.
 *
 * @param start its first instant
 * @param here its start by the client's clock, as 09:30
 * @param there its start by the consultant's clock
 */
public record Slot(Instant start, String here, String there) {

	static final Duration LENGTH = Duration.ofMinutes(30);

}
