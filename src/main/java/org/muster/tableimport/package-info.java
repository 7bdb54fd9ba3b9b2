/**
 * Brings people into the pool from tables, in the background: somebody says what the
 * columns are and corrects cells, and each row goes in or is left out with its reason.
 */
@ApplicationModule(displayName = "Table import",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "exports", "forms", "money", "names",
				"numbers", "operations", "personaldata", "skills", "tables", "uploads", "vocabulary" })
@NullMarked
package org.muster.tableimport;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
