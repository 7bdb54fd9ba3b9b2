/**
 * The living demo world, made by code with a fixed seed, under the profile demo only.
 */
@ApplicationModule(displayName = "Demo",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "cvs", "interviews", "matching",
				"pricing", "proposals", "requests", "skills", "stationery", "vocabulary" })
@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
