package org.muster.consultants;

/**
 * What decides whether a row of a table fits somebody in the pool.
 *
 * @param currency of the rates, ISO 4217
 * @param country ISO 3166 alpha-2
 */
public record PoolMember(String email, String currency, String country) {

	public static PoolMember of(Consultant person) {
		return new PoolMember(person.email(), person.currency(), person.place().country());
	}

}
