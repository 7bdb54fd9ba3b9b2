package org.muster.consultants;

/**
 * What decides whether a row of a table fits somebody in the pool.
 *
 * @param id of the profile, or 0 for somebody who has none yet
 * @param reference of the profile, or empty
 * @param currency of the rates, ISO 4217
 * @param country ISO 3166 alpha-2
 */
public record PoolMember(long id, String reference, String email, String name, String currency, String country) {

	public static PoolMember of(Consultant person) {
		return new PoolMember(person.id(), person.reference(), person.email(), person.name(), person.currency(),
				person.place().country());
	}

}
