package org.muster.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in a currency.
 *
 * @param amount the amount, in units of the currency, not rounded
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

	public static Money of(BigDecimal amount, String currencyCode) {
		return new Money(amount, Currency.getInstance(currencyCode));
	}

	public static Money of(String amount, String currencyCode) {
		return of(new BigDecimal(amount), currencyCode);
	}

	public static Money zero(Currency currency) {
		return new Money(BigDecimal.ZERO, currency);
	}

	/**
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money plus(Money other) {
		return new Money(this.amount.add(inSameCurrency(other)), this.currency);
	}

	/**
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money minus(Money other) {
		return new Money(this.amount.subtract(inSameCurrency(other)), this.currency);
	}

	public Money times(BigDecimal factor) {
		return new Money(this.amount.multiply(factor), this.currency);
	}

	/**
	 * Takes a discount off, exactly.
	 * @param percent the discount, in per cent
	 */
	public Money lessPercent(BigDecimal percent) {
		return times(BigDecimal.ONE.subtract(percent.movePointLeft(2)));
	}

	/**
	 * @param percent the share, in per cent
	 */
	public Money percent(BigDecimal percent) {
		return times(percent.movePointLeft(2));
	}

	/** Rounded to the currency's own decimals, half up. Once a line, and nowhere else. */
	public Money rounded() {
		return new Money(this.amount.setScale(decimals(), RoundingMode.HALF_UP), this.currency);
	}

	/** The number of decimals of the currency: 2 for EUR, 0 for JPY. */
	public int decimals() {
		return Math.max(0, this.currency.getDefaultFractionDigits());
	}

	/**
	 * @throws IllegalArgumentException if the currencies differ
	 */
	@Override
	public int compareTo(Money other) {
		return this.amount.compareTo(inSameCurrency(other));
	}

	private BigDecimal inSameCurrency(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException("%s and %s cannot be added".formatted(this.currency, other.currency));
		}
		return other.amount;
	}

	@Override
	public String toString() {
		return this.amount.toPlainString() + " " + this.currency.getCurrencyCode();
	}

}
