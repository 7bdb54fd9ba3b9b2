package org.muster.consultants;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How people say what a day may cost: "&lt; 500 eur", "under 450 a day", "300-450".
 *
 * @param lowest the least, or {@code null}
 * @param highest the most, or {@code null}
 * @param isOfPool whether it is in the currency of the pool
 */
record RateWords(@Nullable BigDecimal lowest, @Nullable BigDecimal highest, boolean isOfPool) {

	private static final String MONEY = "(\\d{2,4}(?:[.,]\\d{1,2})?)\\s*(?:(eur|euros?|€|usd|\\$|gbp|£|chf)(?:\\s*(?:a|per|/)\\s*day)?|(?:a|per|/)\\s*day)?";

	private static final Pattern AT_MOST = Pattern
		.compile("(?:<=?|under|below|max(?:imum)?|up to|at most|less than)\\s*(?:eur\\s*|€\\s*)?" + MONEY);

	private static final Pattern AT_LEAST = Pattern.compile(
			"(?:>=?|over|above|more than|at least|min(?:imum)?)\\s*(?:eur\\s*|€\\s*)?(\\d{3,4})(?!\\s*(?:years?|\\+))\\s*(eur|euros?|€|usd|\\$|gbp|£|chf)?(?:\\s*(?:a|per|/)\\s*day)?");

	private static final Pattern BETWEEN = Pattern.compile(
			"(\\d{3,4})\\s*(?:-|–|to)\\s*(\\d{3,4})(?:\\s*(eur|euros?|€|usd|\\$|gbp|£|chf))?(?:\\s*(?:a|per|/)\\s*day)?");

	private static final Pattern AMOUNT = Pattern
		.compile("(?:€\\s*(\\d{2,4})|(\\d{2,4})\\s*(eur|euros?|€|usd|\\$|gbp|£|chf))(?:\\s*(?:a|per|/)\\s*day)?");

	/** What some words say of a rate, or {@code null} if they are something else. */
	static @Nullable RateWords read(String words, String currency) {
		Matcher between = BETWEEN.matcher(words);
		if (between.matches()) {
			return of(between.group(1), between.group(2), between.group(3), currency);
		}
		Matcher most = AT_MOST.matcher(words);
		if (most.matches()) {
			return of(null, most.group(1), most.group(2), currency);
		}
		Matcher least = AT_LEAST.matcher(words);
		if (least.matches()) {
			return of(least.group(1), null, least.group(2), currency);
		}
		Matcher amount = AMOUNT.matcher(words);
		if (amount.matches()) {
			boolean sign = amount.group(1) != null;
			return of(null, sign ? amount.group(1) : amount.group(2), sign ? "€" : amount.group(3), currency);
		}
		return null;
	}

	private static RateWords of(@Nullable String lowest, @Nullable String highest, @Nullable String written,
			String currency) {
		return new RateWords(number(lowest), number(highest), isOf(written, currency));
	}

	private static @Nullable BigDecimal number(@Nullable String typed) {
		return (typed != null) ? new BigDecimal(typed.replace(',', '.')) : null;
	}

	private static boolean isOf(@Nullable String written, String currency) {
		String symbol = Currency.getInstance(currency).getSymbol(Locale.US).toLowerCase(Locale.ROOT);
		return written == null || written.equalsIgnoreCase(currency) || written.equals(symbol)
				|| (currency.equals("EUR") && written.startsWith("euro"));
	}

}
