/**
 * What the consultancy asks for a day of a person, for a client, on a date: the rate
 * card, frame agreements and rates of exchange. A price schedule says what each day of
 * some work costs, and here is what that comes to with discounts and VAT.
 */
@ApplicationModule(displayName = "Pricing",
		allowedDependencies = { "accounts", "audit", "calendar", "forms", "money", "numbers", "operations",
				"vocabulary" })
@NullMarked
package org.muster.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
