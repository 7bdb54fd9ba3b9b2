package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.muster.money.Money;

/**
 * What a day of a person costs a client.
 *
 * @param rate in the currency of the price list, rounded to its decimals
 * @param rule what gave it
 * @param origin the rate that it comes from, in its own currency
 * @param listed the origin in the currency of the price list, before it rose
 * @param asOf the day by which the rate is: frame agreements raise it on later days only
 */
public record Price(Money rate, Rule rule, Money origin, Money listed, LocalDate asOf) {

	/** What gives a price. */
	public enum Rule {

		/** An entry of the rate card. */
		CARD,

		/** The consultant's own rate. */
		OWN

	}

	/** In units of the price list's currency. */
	public BigDecimal amount() {
		return this.rate.amount();
	}

	/** Whether frame agreements have raised it. */
	public boolean isRaised() {
		return this.rate.amount().compareTo(this.listed.amount()) != 0;
	}

	/** Whether it comes from another currency. */
	public boolean isConverted() {
		return !this.rate.currency().equals(this.origin.currency());
	}

}
