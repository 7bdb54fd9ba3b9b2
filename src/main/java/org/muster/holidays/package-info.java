/**
 * Where administrators correct public holidays.
 */
@ApplicationModule(displayName = "Public holidays", allowedDependencies = { "accounts", "audit", "calendar", "forms" })
@NullMarked
package org.muster.holidays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
