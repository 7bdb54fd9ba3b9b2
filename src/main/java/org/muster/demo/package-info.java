/**
 * The living demo world, made by code with a fixed seed, under the profile demo only.
 */
@ApplicationModule(displayName = "Demo",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "engagements", "matching", "forms",
				"imports", "interviews", "money", "proposals", "pricing", "requests", "skills", "stationery" })
@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
