package org.muster.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.muster.consultants.Names;
import org.muster.money.ExchangeRates;

/** The day rates of the pool against the cap of a demand, whatever their currencies. */
final class Rates {

	/** Above as many whole euros nobody is within the cap. */
	final int capInEuros;

	private final String currency;

	private final ExchangeRates exchange;

	private final Names currencies;

	/** In cents, or negative where there is none. */
	private final long cap;

	/** The highest rate within the cap in each currency, in its cents. */
	private final long[] caps;

	private final boolean[] comparable;

	/** Whether a currency is the one of the demand, or is taken as such. */
	private final boolean[] own;

	Rates(Demand demand, ExchangeRates exchange, Names currencies) {
		this.currency = demand.currency();
		this.exchange = exchange;
		this.currencies = currencies;
		BigDecimal most = demand.cap();
		this.cap = (most != null) ? Scoring.cents(most) : -1;
		this.capInEuros = (most != null && exchange.canConvert(this.currency, Row.EURO))
				? exchange.convert(most, this.currency, Row.EURO).intValue() + 1 : Integer.MAX_VALUE;
		this.comparable = new boolean[currencies.size()];
		this.own = new boolean[currencies.size()];
		this.caps = new long[currencies.size()];
		for (int one = 0; one < this.caps.length; one++) {
			this.comparable[one] = exchange.canConvert(currencies.name(one), this.currency);
			this.own[one] = !this.comparable[one] || currencies.name(one).equals(this.currency);
			this.caps[one] = (this.cap < 0 || !this.comparable[one]) ? Long.MAX_VALUE
					: this.own[one] ? this.cap : cap(currencies.name(one));
		}
	}

	/** Rounding makes it a little more or less than what the cap is worth. */
	private long cap(String other) {
		BigDecimal most = BigDecimal.valueOf(this.cap, 2);
		BigDecimal highest = this.exchange.convert(most, this.currency, other)
			.add(BigDecimal.ONE)
			.setScale(2, RoundingMode.UP);
		while (this.exchange.convert(highest, other, this.currency).compareTo(most) > 0) {
			highest = highest.subtract(new BigDecimal("0.01"));
		}
		return Scoring.cents(highest);
	}

	/** What a day costs, in cents of the demand's currency where it is comparable. */
	long cents(Segment pool, int at) {
		int number = pool.currencies[at] & 0xff;
		if (this.own[number]) {
			return pool.rates[at];
		}
		return Scoring.cents(this.exchange.convert(BigDecimal.valueOf(pool.rates[at], 2), this.currencies.name(number),
				this.currency));
	}

	/**
	 * Whether a day costs no more than some cents; true where that is not plain to see.
	 */
	boolean isCheaper(Segment pool, int at, long cents) {
		return pool.rates[at] <= cents || !this.own[pool.currencies[at] & 0xff];
	}

	boolean isWithinCap(Segment pool, int at) {
		return pool.rates[at] <= this.caps[pool.currencies[at] & 0xff];
	}

	/** How far the rate meets the cap, in thousandths. */
	int fraction(Segment pool, int at) {
		int number = pool.currencies[at] & 0xff;
		if (this.cap < 0) {
			return Fractions.FULL;
		}
		if (!this.comparable[number]) {
			return Fractions.FULL / 2;
		}
		return isWithinCap(pool, at) ? Fractions.FULL : Fractions.rate(cents(pool, at), this.cap);
	}

}
