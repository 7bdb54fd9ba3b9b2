/** What tests share: the database, the browser, builders. */
@NullMarked
package org.muster.testing;

import org.jspecify.annotations.NullMarked;
