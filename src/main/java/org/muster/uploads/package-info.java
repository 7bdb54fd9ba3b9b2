/**
 * Files that people upload: what kind they are by their content, what they would do when
 * they are opened, and the text in them. Strangers' files are taken apart within limits
 * of time, size and memory.
 */
@ApplicationModule(displayName = "Uploads", allowedDependencies = { "pictures" })
@NullMarked
package org.muster.uploads;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
