/**
 * The page on which a person's days are booked by hand or from a calendar file, and what
 * they are booked for. It changes consultants, who keep their absences; who else books
 * days says for whom by {@link org.muster.booking.BookingSources}, and hears of holds by
 * {@link org.muster.booking.HoldsChanged}.
 */
@ApplicationModule(displayName = "Booking",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "consultants", "forms", "icalendar" })
@NullMarked
package org.muster.booking;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
