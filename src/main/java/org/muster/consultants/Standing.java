package org.muster.consultants;

/**
 * What of somebody in the pool decides whether a row of a table fits.
 *
 * @param currency of the rates, ISO 4217
 * @param country ISO 3166 alpha-2
 */
public record Standing(String email, String currency, String country) {

	public static Standing of(Consultant person) {
		return new Standing(person.email(), person.currency(), person.place().country());
	}

}
