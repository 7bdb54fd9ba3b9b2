package org.muster.personaldata;

import org.jspecify.annotations.Nullable;

/**
 * What Muster knows to be about a person is gone, in the same transaction. What other
 * people wrote may still name the person: only now can it be looked for, and never again.
 */
public record ConsultantForgotten(long consultantId, String name, String email, @Nullable String phone) {
}
