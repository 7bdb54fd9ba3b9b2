package org.muster.requests;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that was changed in a request since some time.
 *
 * @param last when the last change was made
 * @param labels what was changed, in words
 * @param texts those of them that only a reader can hold an offer against
 * @param before what was asked for before the first of the changes, or {@code null} if
 * that is not known
 */
public record Amended(Instant last, List<String> labels, List<String> texts, @Nullable Asked before) {
}
