/**
 * The search in the pool: its query language, its index in memory, and the lists, tables
 * and saved searches that the consultancy's own people work with. It reads consultants
 * and hears of their changes; nothing depends on it.
 */
@ApplicationModule(displayName = "Talent search",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "consultants", "exports", "forms",
				"indexing", "money", "numbers", "skills", "vocabulary" })
@NullMarked
package org.muster.talentsearch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
