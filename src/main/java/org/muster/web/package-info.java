/**
 * What every page shares: layout, errors, security headers, formatting.
 */
@ApplicationModule(displayName = "Web",
		allowedDependencies = { "accounts", "audit", "calendar", "exports", "forms", "numbers", "operations" })
@NullMarked
package org.muster.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
