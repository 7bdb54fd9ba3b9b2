/**
 * Meetings of clients with consultants on their shortlists: free times, invitations, and
 * what the client found.
 */
@ApplicationModule(displayName = "Interviews",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "consultants", "forms", "matching",
				"notifications", "numbers", "personaldata", "requests", "skills" })
@NullMarked
package org.muster.interviews;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
