/**
 * Working together on a request: comments, questions to the account manager, attachments,
 * and who else is there.
 */
@ApplicationModule(displayName = "Discussion",
		allowedDependencies = { "accounts", "audit", "calendar", "forms", "names", "notifications", "operations",
				"requests", "uploads" })
@NullMarked
package org.muster.discussion;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
