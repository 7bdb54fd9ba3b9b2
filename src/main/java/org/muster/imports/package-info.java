/**
 * Brings people into the pool from files, in the background: tables, and CVs that
 * somebody confirms.
 */
@ApplicationModule(displayName = "Imports",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "forms", "money", "operations",
				"personaldata", "profiles", "skills", "vocabulary" })
@NullMarked
package org.muster.imports;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
