/**
 * The client's home, the account managers' dashboard, and the history of an organisation.
 */
@ApplicationModule(displayName = "Insights",
		allowedDependencies = { "accounts", "audit", "calendar", "discussion", "engagements", "evidence", "exports",
				"forms", "interviews", "matching", "proposals", "requests", "skills" })
@NullMarked
package org.muster.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
