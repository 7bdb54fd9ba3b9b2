/**
 * What an accepted proposal becomes: who works for whom, from when to when, at which day
 * rate.
 */
@ApplicationModule(displayName = "Engagements",
		allowedDependencies = { "accounts", "audit", "booking", "calendar", "consultants", "evidence", "exports",
				"forms", "money", "personaldata", "proposals", "vocabulary" })
@NullMarked
package org.muster.engagements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
