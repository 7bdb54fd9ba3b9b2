package org.muster.requests;

import org.muster.audit.Actor;

/** A request was withdrawn. */
public record RequestWithdrawn(long requestId, Actor by) {
}
