package org.muster.discussion;

import java.time.Instant;

/**
 * Somebody who has a request open.
 *
 * @param place the step that is open
 */
record Presence(String name, String place, Instant at) {
}
