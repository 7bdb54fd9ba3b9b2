package org.muster.booking;

/**
 * For whom days are booked; never for clients, who do not know of each other.
 *
 * @param reference of the engagement, or of the proposal that holds the days
 * @param proposal the reference of the proposal that either comes from
 * @param line the number of its line
 * @param client the organisation's name
 */
public record BookedFor(String reference, String proposal, int line, String client) {
}
