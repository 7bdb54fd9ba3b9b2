package org.muster.stationery;

import java.time.Instant;

/**
 * The consultancy's terms, as they were from a time on. A version never changes.
 */
public record TermsText(int number, String text, String by, Instant at) {
}
