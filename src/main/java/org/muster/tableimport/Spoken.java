package org.muster.tableimport;

import org.muster.vocabulary.LanguageLevel;

/**
 * A language that somebody speaks.
 *
 * @param language its code
 */
record Spoken(String language, LanguageLevel level) {
}
