/**
 * When companies are closed: the consultancy and each of its clients. Every count of days
 * asks here, and account managers enter the closing days.
 */
@ApplicationModule(displayName = "Company closures", allowedDependencies = { "accounts", "audit", "calendar", "forms" })
@NullMarked
package org.muster.closures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
