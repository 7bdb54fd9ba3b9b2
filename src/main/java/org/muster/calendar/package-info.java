/**
 * Working days, public holidays and allocations: everything that turns dates into days.
 */
@ApplicationModule(displayName = "Calendar", allowedDependencies = {})
@NullMarked
package org.muster.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
