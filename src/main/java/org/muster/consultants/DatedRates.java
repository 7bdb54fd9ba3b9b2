package org.muster.consultants;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a day of a person costs, and the day by which that is.
 *
 * @param since the day on which the bill rate was set, or from which on it applies if
 * that is later: frame agreements raise it on later days only
 */
public record DatedRates(Consultant.Rates rates, LocalDate since) {

	/** What a day costs the consultancy. */
	public BigDecimal pay() {
		return this.rates.pay();
	}

	/** What a day costs a client, on the day since which it does. */
	public BigDecimal bill() {
		return this.rates.bill();
	}

}
