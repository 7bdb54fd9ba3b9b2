package org.muster.requests;

/**
 * A draft is about to be deleted, in the same transaction: whoever keeps something with
 * it deletes that as well.
 */
public record RequestDiscarded(long requestId) {
}
