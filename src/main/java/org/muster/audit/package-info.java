/**
 * The audit trail, readable references, the refusal of acts that a thing's state does not
 * allow, and for whom things exist.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "evidence" })
@NullMarked
package org.muster.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
