package org.muster.requests;

/** A request was withdrawn, by the name of a person. */
public record RequestWithdrawn(long requestId, String by) {
}
