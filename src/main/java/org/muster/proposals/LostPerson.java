package org.muster.proposals;

import java.time.Instant;

/**
 * A line of an open offer whose person was engaged elsewhere.
 *
 * @param person the name
 */
public record LostPerson(int line, String person, Instant at) {
}
