/**
 * Compares the three ways to get people: hiring, a freelancer, and augmentation through
 * the consultancy.
 */
@ApplicationModule(displayName = "Comparison",
		allowedDependencies = { "accounts", "audit", "calendar", "documents", "forms", "money", "numbers", "pricing",
				"proposals", "requests", "vocabulary" })
@NullMarked
package org.muster.comparison;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
