/**
 * Priced offers in numbered revisions: lines, estimates, answers, the document.
 */
@ApplicationModule(displayName = "Proposals",
		allowedDependencies = { "accounts", "audit", "availability", "booking", "calendar", "consultants", "discussion",
				"evidence", "forms", "matching", "money", "notifications", "personaldata", "privacy", "rates",
				"requests", "stationery", "vocabulary" })
@NullMarked
package org.muster.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
