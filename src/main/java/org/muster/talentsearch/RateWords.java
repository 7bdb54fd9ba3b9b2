package org.muster.talentsearch;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.CurrencySigns;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberRange;
import org.muster.numbers.NumberReading;

/**
 * How people say what a day may cost: "&lt; 500 eur", "under 450 a day", "300-450".
 *
 * @param lowest the least, or {@code null}
 * @param highest the most, or {@code null}
 * @param isOfPool whether it is in the currency of the pool
 */
record RateWords(@Nullable BigDecimal lowest, @Nullable BigDecimal highest, boolean isOfPool) {

	private static final String MONEY = money(CurrencySigns.ANY);

	private static final String A_DAY = "(?:\\s*(?:a|per|/)\\s*day)?";

	private static final Pattern AT_MOST = Pattern
		.compile("(?:<=?|under|below|max(?:imum)?|up to|at most|less than) *" + MONEY + A_DAY);

	private static final Pattern AT_LEAST = Pattern
		.compile("(?:>=?|over|above|more than|at least|min(?:imum)?) *" + MONEY + A_DAY);

	private static final Pattern BETWEEN = Pattern.compile(MONEY + "\\s*(?:-|–|to)\\s*" + MONEY + A_DAY);

	/** "500 eur"; "20 top people" is no amount. */
	private static final Pattern AMOUNT = Pattern.compile(money(CurrencySigns.IN_TEXT) + A_DAY);

	/** What looks smaller is something else: days, years, levels. */
	private static final BigDecimal LEAST = BigDecimal.TEN;

	/** The same where no sign and no word for a maximum goes with it. */
	private static final BigDecimal LEAST_ALONE = BigDecimal.valueOf(100);

	/** How people write amounts; what they come to is for {@link NumberRange} to say. */
	private static String money(String sign) {
		return "((?:%1$s ?)?\\d(?:[\\d.,'’‘´\\u00a0\\u202f\\u2009 ]*\\d)?(?:[.,]-{1,2})?(?: ?%1$s)?)".formatted(sign);
	}

	/** What some words say of a rate, or {@code null} if they are something else. */
	static @Nullable RateWords read(String words, String currency) {
		Matcher between = BETWEEN.matcher(words);
		if (between.matches()) {
			NumberReading low = amount(between.group(1), LEAST_ALONE, currency);
			NumberReading high = amount(between.group(2), LEAST_ALONE, currency);
			return (low != null && high != null)
					? new RateWords(low.value(), high.value(), low.isIn(currency) && high.isIn(currency)) : null;
		}
		Matcher most = AT_MOST.matcher(words);
		if (most.matches()) {
			return atMost(amount(most.group(1), LEAST, currency), currency);
		}
		Matcher least = AT_LEAST.matcher(words);
		if (least.matches()) {
			NumberReading low = amount(least.group(1), LEAST_ALONE, currency);
			return (low != null) ? new RateWords(low.value(), null, low.isIn(currency)) : null;
		}
		Matcher alone = AMOUNT.matcher(words);
		NumberReading amount = alone.matches() ? amount(alone.group(1), LEAST, currency) : null;
		return (amount != null && amount.currency() != null) ? atMost(amount, currency) : null;
	}

	private static @Nullable RateWords atMost(@Nullable NumberReading high, String currency) {
		return (high != null) ? new RateWords(null, high.value(), high.isIn(currency)) : null;
	}

	private static @Nullable NumberReading amount(String typed, BigDecimal least, String currency) {
		NumberReading reading = NumberKind.DAY_RATE.range().understood(typed, currency);
		return (reading != null && NumberKind.DAY_RATE.range().takes(reading.value())
				&& reading.value().compareTo(least) >= 0) ? reading : null;
	}

}
