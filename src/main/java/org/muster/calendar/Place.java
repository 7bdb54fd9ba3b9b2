package org.muster.calendar;

import org.jspecify.annotations.Nullable;

/**
 * Whose public holidays count.
 *
 * @param country ISO 3166 alpha-2, upper case
 * @param region the region as Jollyday names it ({@code by}, or {@code by.ag} for a part
 * of one), or {@code null} for those of the whole country only
 */
public record Place(String country, @Nullable String region) {
}
