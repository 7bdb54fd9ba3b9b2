package org.muster.calendar;

import java.math.BigDecimal;

/**
 * A number of days, exact to the half.
 *
 * @param halves the number of half days, zero or more
 */
public record DayCount(int halves) implements Comparable<DayCount> {

	public static final DayCount ZERO = new DayCount(0);

	public DayCount {
		if (halves < 0) {
			throw new IllegalArgumentException("A number of days is never negative");
		}
	}

	/**
	 * @param days days, a multiple of one half
	 * @throws ArithmeticException if it is not a multiple of one half
	 */
	public static DayCount of(BigDecimal days) {
		return new DayCount(days.multiply(BigDecimal.valueOf(2)).intValueExact());
	}

	public static DayCount of(String days) {
		return of(new BigDecimal(days));
	}

	public DayCount plus(DayCount other) {
		return new DayCount(this.halves + other.halves);
	}

	/** Days as a decimal number: 2.5. */
	public BigDecimal days() {
		return BigDecimal.valueOf(this.halves * 5L, 1);
	}

	public boolean isZero() {
		return this.halves == 0;
	}

	@Override
	public int compareTo(DayCount other) {
		return Integer.compare(this.halves, other.halves);
	}

	@Override
	public String toString() {
		return (this.halves % 2 == 0) ? String.valueOf(this.halves / 2) : days().toPlainString();
	}

}
