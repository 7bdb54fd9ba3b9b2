/**
 * Consultants held against positions: scores, their explanations, shortlists.
 */
@ApplicationModule(displayName = "Matching",
		allowedDependencies = { "accounts", "audit", "calendar", "closures", "consultants", "forms", "money", "pricing",
				"requests", "skills" })
@NullMarked
package org.muster.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
