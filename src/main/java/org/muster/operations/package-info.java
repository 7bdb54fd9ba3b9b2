/**
 * What keeps the portal running without anybody looking: events that are handled again,
 * timed work, and what health says.
 */
@ApplicationModule(displayName = "Operations", allowedDependencies = {})
@NullMarked
package org.muster.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
