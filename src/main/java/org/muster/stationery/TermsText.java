package org.muster.stationery;

import java.time.Instant;

/**
 * The consultancy's terms, as they were from a time on. A version never changes.
 *
 * @param intact whether it says what it said when it was written, as its seal tells
 * @param sealedLater whether it was there before the portal sealed terms
 */
public record TermsText(int number, String text, String by, Instant at, boolean intact, boolean sealedLater) {
}
