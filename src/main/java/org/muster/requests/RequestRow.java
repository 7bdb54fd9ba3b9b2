package org.muster.requests;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A line of a list of requests. */
public record RequestRow(long id, String reference, String title, RequestStatus status, String organisation,
		@Nullable LocalDate earliestStart, long heads, String statusBy, Instant statusAt,
		@Nullable String approvalAskedBy, long version) {
}
