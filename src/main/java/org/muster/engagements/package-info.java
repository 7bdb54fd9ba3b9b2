/**
 * What an accepted proposal becomes: who works for whom, from when to when, by which
 * price schedule.
 */
@ApplicationModule(displayName = "Engagements",
		allowedDependencies = { "accounts", "audit", "booking", "calendar", "consultants", "evidence", "exports",
				"forms", "money", "personaldata", "pricing", "proposals", "vocabulary" })
@NullMarked
package org.muster.engagements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
