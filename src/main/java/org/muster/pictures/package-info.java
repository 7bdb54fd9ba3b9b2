/**
 * Pictures that people upload, PNG, JPEG, GIF and WebP: whether a file is sound, and how
 * it is drawn within limits of memory. A fault is said before anything is unpacked.
 */
@ApplicationModule(displayName = "Pictures", allowedDependencies = {})
@NullMarked
package org.muster.pictures;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
