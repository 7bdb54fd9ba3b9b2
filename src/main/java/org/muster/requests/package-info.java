/**
 * Goals, positions and the life of a staffing request.
 */
@ApplicationModule(displayName = "Requests",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "closures", "exports", "forms",
				"money", "notifications", "numbers", "operations", "skills", "vocabulary" })
@NullMarked
package org.muster.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
