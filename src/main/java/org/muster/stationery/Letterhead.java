package org.muster.stationery;

import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * How the consultancy's documents look, as from a time on. A version never changes.
 *
 * @param colour of headings, {@code #rrggbb}
 * @param logo a PNG, or {@code null} for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Letterhead(int number, String colour, byte @Nullable [] logo, String by, Instant at) {

	static final String USUAL_COLOUR = "#1b2333";

	/** Where none was made yet. */
	public static Letterhead usual() {
		return new Letterhead(0, USUAL_COLOUR, null, "", Instant.EPOCH);
	}

	public boolean hasLogo() {
		return this.logo != null;
	}

	/** The logo as an address that documents take. */
	public String logoData() {
		return (this.logo != null) ? "data:image/png;base64," + Base64.getEncoder().encodeToString(this.logo) : "";
	}

}
