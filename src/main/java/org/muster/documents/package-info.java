/**
 * PDF documents out of pages, with the fonts and glyphs that they need, and text that
 * runs from right to left. What they say comes from the modules that offer them.
 */
@ApplicationModule(displayName = "Documents", allowedDependencies = { "calendar", "forms" })
@NullMarked
package org.muster.documents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
