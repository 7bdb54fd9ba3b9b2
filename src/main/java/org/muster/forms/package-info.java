/**
 * What people type and what pages show of it: the reading of dates and searches, and the
 * formats of each language. Numbers have a module of their own.
 */
@ApplicationModule(displayName = "Forms", allowedDependencies = { "calendar", "money" })
@NullMarked
package org.muster.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
