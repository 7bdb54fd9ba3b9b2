/**
 * Priced offers in numbered revisions: drafted and approved here, sent, negotiated and
 * answered, with the documents that both sides keep. What was sent is sealed and never
 * changes.
 */
@ApplicationModule(displayName = "Proposals",
		allowedDependencies = { "accounts", "audit", "availability", "booking", "calendar", "closures", "consultants",
				"daycalculator", "discussion", "documents", "evidence", "exports", "forms", "matching", "money",
				"notifications", "numbers", "operations", "personaldata", "pricing", "privacy", "requests",
				"stationery", "vocabulary", "web" })
@NullMarked
package org.muster.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
