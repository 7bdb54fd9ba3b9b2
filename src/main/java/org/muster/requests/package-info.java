/**
 * Goals, positions and the life of a staffing request.
 */
@ApplicationModule(displayName = "Requests",
		allowedDependencies = { "accounts", "audit", "calendar", "closures", "consultants", "forms", "money",
				"notifications", "skills" })
@NullMarked
package org.muster.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
