/**
 * The audit trail, readable references, and the refusal of acts that a thing's state does
 * not allow.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "evidence" })
@NullMarked
package org.muster.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
