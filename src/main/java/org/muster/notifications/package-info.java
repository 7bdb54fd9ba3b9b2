/**
 * Tells people what happened: in the portal, and by e-mail where a server for it is
 * configured.
 */
@ApplicationModule(displayName = "Notifications",
		allowedDependencies = { "accounts", "audit", "calendar", "forms", "names", "operations" })
@NullMarked
package org.muster.notifications;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
