package org.muster.forms;

import java.math.BigDecimal;
import java.util.Currency;

import org.jspecify.annotations.Nullable;
import org.muster.money.Money;

import org.springframework.validation.BindingResult;

/** Whether a typed amount has no more decimals than its currency: yen have none. */
public final class Decimals {

	private Decimals() {
	}

	/**
	 * Says so beside a field that has too many; what is no number is left aside.
	 * @param currency ISO 4217; left aside where it is none
	 */
	public static void check(BindingResult binding, String field, @Nullable String typed, @Nullable String currency) {
		BigDecimal amount = Typed.number(typed);
		if (amount == null || !isKnown(currency) || binding.hasFieldErrors(field)) {
			return;
		}
		int most = Money.of(BigDecimal.ZERO, Typed.text(currency)).decimals();
		if (amount.stripTrailingZeros().scale() > most) {
			binding.rejectValue(field, "forms.decimals", new Object[] { currency, most }, "");
		}
	}

	private static boolean isKnown(@Nullable String currency) {
		return Currency.getAvailableCurrencies()
			.stream()
			.anyMatch((one) -> one.getCurrencyCode().equals(Typed.text(currency)));
	}

}
