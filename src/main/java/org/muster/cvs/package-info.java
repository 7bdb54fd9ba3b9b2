/**
 * Reads CVs into drafts of profiles, in the background. Somebody confirms each draft
 * before it becomes a person of the pool.
 */
@ApplicationModule(displayName = "CVs",
		allowedDependencies = { "accounts", "audit", "calendar", "consultants", "forms", "names", "numbers", "operations", "personaldata", "profiles", "skills", "uploads", "vocabulary" })
@NullMarked
package org.muster.cvs;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
