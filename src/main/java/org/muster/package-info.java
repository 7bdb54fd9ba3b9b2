/**
 * Muster: a portal for staff-augmentation requests.
 */
@NullMarked
package org.muster;

import org.jspecify.annotations.NullMarked;
