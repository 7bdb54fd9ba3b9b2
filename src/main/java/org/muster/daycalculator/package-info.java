/**
 * The day calculator: how many days there are between two dates, by the month, and why.
 * What was counted becomes the dates of a request or a line of a draft.
 */
@ApplicationModule(displayName = "Day calculator",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "forms", "money", "numbers", "requests",
				"stationery", "vocabulary" })
@NullMarked
package org.muster.daycalculator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
