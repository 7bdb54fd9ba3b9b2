/**
 * What people type: constraints on text that should be a date or a number, and its
 * reading.
 */
@ApplicationModule(displayName = "Forms", allowedDependencies = { "calendar", "money" })
@NullMarked
package org.muster.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
