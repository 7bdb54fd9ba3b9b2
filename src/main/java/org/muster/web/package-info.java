/**
 * What every page shares: layout, errors, security headers, formatting.
 */
@ApplicationModule(displayName = "Web",
		allowedDependencies = { "accounts", "audit", "calendar", "forms", "operations", "proposals" })
@NullMarked
package org.muster.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
