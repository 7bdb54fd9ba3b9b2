/**
 * What proves that nothing was changed afterwards: keys outside of the database, seals
 * made with them, and the verification of everything that is sealed.
 */
@ApplicationModule(displayName = "Evidence", allowedDependencies = "calendar")
@NullMarked
package org.muster.evidence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
