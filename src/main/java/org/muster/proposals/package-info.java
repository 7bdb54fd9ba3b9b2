/**
 * Priced offers in numbered revisions: lines, estimates, answers, the document.
 */
@ApplicationModule(displayName = "Proposals",
		allowedDependencies = { "accounts", "audit", "calendar", "closures", "consultants", "daycalculator",
				"discussion", "evidence", "forms", "matching", "money", "notifications", "privacy", "pricing",
				"requests", "stationery" })
@NullMarked
package org.muster.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
