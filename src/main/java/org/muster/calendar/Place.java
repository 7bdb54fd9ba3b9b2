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

	/** A region of Finland that ISO 3166 lists as a country too. */
	static final Place ALAND = new Place("FI", "01");

	/** The same place, by the one of its two names that tells what it is part of. */
	Place canonical() {
		return this.country.equals("AX") ? ALAND : this;
	}

	/** Whether it is the same place, by whichever name. */
	public boolean isSame(Place other) {
		return canonical().equals(other.canonical());
	}

}
