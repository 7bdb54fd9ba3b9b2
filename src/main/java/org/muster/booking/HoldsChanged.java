package org.muster.booking;

/**
 * An account manager has entered a firm hold into a person's calendar, or taken one out,
 * in the same transaction: offers of these days can be accepted no more, or again.
 */
public record HoldsChanged(long consultantId) {
}
