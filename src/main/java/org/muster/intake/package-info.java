/**
 * Reads what a client already has, a job ad or notes, and proposes the request that it
 * asks for.
 */
@ApplicationModule(displayName = "Intake",
		allowedDependencies = { "accounts", "calendar", "forms", "numbers", "requests", "skills", "uploads",
				"vocabulary" })
@NullMarked
package org.muster.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
