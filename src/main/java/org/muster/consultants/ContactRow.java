package org.muster.consultants;

import org.jspecify.annotations.Nullable;

/** How a person is reached; never for clients. */
public record ContactRow(long id, String email, @Nullable String phone) {
}
