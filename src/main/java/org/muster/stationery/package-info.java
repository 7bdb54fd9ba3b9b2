/**
 * What the consultancy's documents are written on: its name and address, its letterhead,
 * and the terms that come with them.
 */
@ApplicationModule(displayName = "Stationery",
		allowedDependencies = { "accounts", "audit", "calendar", "evidence", "forms", "money", "pictures" })
@NullMarked
package org.muster.stationery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
