/**
 * Consultants held against positions: scores, their explanations, shortlists.
 */
@ApplicationModule(displayName = "Matching",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "closures", "consultants", "forms",
				"indexing", "money", "personaldata", "pricing", "requests", "skills", "vocabulary" })
@NullMarked
package org.muster.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
