/**
 * Money, day rates and VAT. Knows nothing of Spring.
 */
@ApplicationModule(displayName = "Money", allowedDependencies = {})
@NullMarked
package org.muster.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
