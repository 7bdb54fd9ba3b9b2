/**
 * Tables that people upload, CSV or Excel, row by row: where their headings are, and what
 * their columns, dates and amounts mean.
 */
@ApplicationModule(displayName = "Tables",
		allowedDependencies = { "exports", "forms", "numbers", "uploads", "vocabulary" })
@NullMarked
package org.muster.tables;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
