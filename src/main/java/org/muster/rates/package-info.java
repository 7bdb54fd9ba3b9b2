/**
 * What the consultancy asks for a day: the rate card, frame agreements with clients, and
 * rates of exchange.
 */
@ApplicationModule(displayName = "Rates",
		allowedDependencies = { "accounts", "audit", "calendar", "forms", "money", "vocabulary" })
@NullMarked
package org.muster.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
