/** What is left of people who asked to be forgotten, in texts and files of others. */
@ApplicationModule(displayName = "Privacy",
		allowedDependencies = { "accounts", "audit", "calendar", "cvs", "discussion", "forms", "names", "personaldata",
				"tableimport" })
@NullMarked
package org.muster.privacy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
