/**
 * The pool: profiles, availability, rates and reviews.
 */
@ApplicationModule(displayName = "Consultants",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "forms", "icalendar", "indexing",
				"money", "skills", "vocabulary" })
@NullMarked
package org.muster.consultants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
