package org.muster.tableimport;

import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What somebody new gets whose row does not say it: what was chosen for the table. Where
 * nothing was, the row is left out.
 *
 * @param currency of the rates, ISO 4217
 */
record NewPeople(String currency, @Nullable Seniority seniority, @Nullable Employment employment,
		@Nullable WorkMode mode) {
}
