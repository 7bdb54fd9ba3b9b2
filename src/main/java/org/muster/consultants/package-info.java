/**
 * The people of the pool: what each is, holds, costs and is booked for, as an aggregate
 * that guards it, and as candidates that matches and lists read at once. It has no pages;
 * profiles, booking, personal data and the search lie above it.
 */
@ApplicationModule(displayName = "Consultants",
		allowedDependencies = { "availability", "calendar", "forms", "icalendar", "indexing", "money", "skills",
				"vocabulary" })
@NullMarked
package org.muster.consultants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
