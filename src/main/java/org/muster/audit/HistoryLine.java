package org.muster.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail as pages show it.
 *
 * @param at when, an instant
 * @param act the act, as a key of the message bundle ({@code request.submitted})
 * @param redacted whether its detail was removed, since it said something of a person
 */
public record HistoryLine(long id, Instant at, String actor, String act, String subject, @Nullable String detail,
		@Nullable String address, boolean redacted) {

	/** Whether there is something to show of its detail, be it that it was removed. */
	public boolean hasDetail() {
		return this.detail != null || this.redacted;
	}

}
