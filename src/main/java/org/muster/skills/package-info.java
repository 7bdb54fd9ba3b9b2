/**
 * The taxonomy: skills, synonyms and implications.
 */
@ApplicationModule(displayName = "Skills",
		allowedDependencies = { "accounts", "audit", "exports", "forms", "numbers", "operations" })
@NullMarked
package org.muster.skills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
