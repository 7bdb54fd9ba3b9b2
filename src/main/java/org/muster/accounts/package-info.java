/**
 * Organisations, members, account managers, sign-in and invitations.
 */
@ApplicationModule(displayName = "Accounts",
		allowedDependencies = { "audit", "calendar", "exports", "forms", "money", "operations" })
@NullMarked
package org.muster.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
