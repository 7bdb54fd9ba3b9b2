package org.muster.imports;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Seniority;

/**
 * What somebody new gets whose row does not say it.
 *
 * @param currency of the rates, ISO 4217
 * @param seniority nothing where nobody has chosen one: the row is left out
 */
record NewPeople(String currency, @Nullable Seniority seniority) {
}
