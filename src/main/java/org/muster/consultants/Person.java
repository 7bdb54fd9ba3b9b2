package org.muster.consultants;

import org.muster.calendar.Place;
import org.muster.vocabulary.Seniority;

/**
 * Who somebody of the pool is, for everybody's eyes: what clients are shown of people is
 * made of this, and never of a {@link Consultant} or a {@link Candidate}, which know
 * rates, absences and contacts.
 */
public record Person(long id, String reference, String name, String headline, Seniority seniority, Place place,
		String timeZone) {
}
