package org.muster.privacy;

/**
 * A name was taken out of what somebody wrote. Within the transaction that does it.
 *
 * @param place the table and the column
 * @param key of the row
 * @param text what it says now
 */
public record TextRedacted(String place, String key, String text) {
}
