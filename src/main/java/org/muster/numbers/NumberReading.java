package org.muster.numbers;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a typed number was understood.
 *
 * @param value the number
 * @param isAmbiguous whether it could have been read otherwise: one mark before exactly
 * three digits, or a day rate of a few units and a fraction
 * @param currency the code or sign that was typed with it, or {@code null}
 */
public record NumberReading(BigDecimal value, boolean isAmbiguous, @Nullable String currency) {

	/**
	 * Whether it is an amount of a currency: what names no currency is of any.
	 * @param code ISO 4217
	 */
	public boolean isIn(String code) {
		return this.currency == null || CurrencySigns.mean(this.currency, code);
	}

	/** ISO 4217; nothing where no currency was typed, or a sign that several have. */
	public Optional<String> currencyCode() {
		return Optional.ofNullable(this.currency).flatMap(CurrencySigns::only);
	}

}
