/**
 * Lists that people take along, as CSV or Excel. None needs more memory than its rows at
 * one time, and no cell becomes a formula unless it is meant to be one.
 */
@ApplicationModule(displayName = "Exports", allowedDependencies = { "money" })
@NullMarked
package org.muster.exports;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
