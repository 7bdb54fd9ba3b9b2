/**
 * The page of a consultant and the forms that fill it: who is added to the pool, what is
 * changed, and what a profile has beside what matches count, such as past projects,
 * certifications, notes and a photo. It changes consultants by their own acts; imports
 * register people through it.
 */
@ApplicationModule(displayName = "Profiles",
		allowedDependencies = { "accounts", "audit", "availability", "calendar", "consultants", "forms", "indexing",
				"money", "numbers", "pictures", "skills", "vocabulary" })
@NullMarked
package org.muster.profiles;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
