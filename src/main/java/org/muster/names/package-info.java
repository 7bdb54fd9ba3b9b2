/**
 * Finds people by their names in what others wrote, however a name is cut short or its
 * letters are written. Whoever erases somebody asks what is left of them.
 */
@ApplicationModule(displayName = "Names in texts", allowedDependencies = { "forms" })
@NullMarked
package org.muster.names;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
