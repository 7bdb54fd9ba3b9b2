package org.muster.numbers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How people write currencies: by code, sign or abbreviation. All readers of amounts go
 * by this list, so that no amount is taken for one of another currency.
 */
public final class CurrencySigns {

	/**
	 * Codes that are words as well. In the middle of a text they are meant in capitals
	 * only: "50,000 all in" is no lek.
	 */
	private static final Set<String> WORDS = Set.of("all", "amd", "ang", "ats", "bam", "bob", "che", "cop", "cup",
			"dem", "ern", "esp", "fim", "gel", "lvl", "mad", "mop", "mtl", "mur", "pen", "ron", "sdg", "sit", "sos",
			"std", "sur", "svc", "top", "try", "yum");

	/** The currencies that a sign can stand for, by the sign in lower case. */
	private static final Map<String, Set<String>> SIGNS = signs();

	/** A currency that directly follows or precedes a number, as a regular expression. */
	public static final String ANY = alternatives(SIGNS.keySet());

	/** The same anywhere in a text, where codes that are words are meant in capitals. */
	public static final String IN_TEXT = "(?:"
			+ alternatives(SIGNS.keySet().stream().filter((sign) -> !WORDS.contains(sign)).toList()) + "|(?-i:"
			+ alternatives(WORDS.stream().map((code) -> code.toUpperCase(Locale.ROOT)).toList()) + "))";

	private CurrencySigns() {
	}

	/** No part of a longer word; the longest first, so that none hides another. */
	private static String alternatives(Collection<String> signs) {
		return "(?:\\p{Sc}|(?<!\\p{L})(?:" + signs.stream()
			.filter((sign) -> Character.isLetter(sign.codePointAt(0)))
			.sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
			.map(Pattern::quote)
			.collect(Collectors.joining("|")) + ")(?!\\p{L}))";
	}

	/**
	 * The currency that a sign stands for.
	 * @param given the currency that is expected, which a sign of several stands for
	 * @return its code, or {@code null} if it may be one of several others
	 */
	public static @Nullable String meant(String sign, @Nullable String given) {
		Set<String> codes = SIGNS.getOrDefault(sign.toLowerCase(Locale.ROOT), Set.of());
		return (given != null && codes.contains(given)) ? given : (codes.size() == 1) ? codes.iterator().next() : null;
	}

	/** Whether a word is a currency at all. */
	static boolean isKnown(String word) {
		return SIGNS.containsKey(word.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a sign or code can mean a currency.
	 * @param code ISO 4217
	 */
	static boolean mean(String sign, String code) {
		return SIGNS.getOrDefault(sign.toLowerCase(Locale.ROOT), Set.of()).contains(code);
	}

	/** The only currency that a sign can stand for, ISO 4217. */
	static Optional<String> only(String sign) {
		Set<String> codes = SIGNS.getOrDefault(sign.toLowerCase(Locale.ROOT), Set.of());
		return (codes.size() == 1) ? codes.stream().findFirst() : Optional.empty();
	}

	private static Map<String, Set<String>> signs() {
		Map<String, Set<String>> signs = new HashMap<>(Currency.getAvailableCurrencies()
			.stream()
			.map(Currency::getCurrencyCode)
			.collect(Collectors.toMap((code) -> code.toLowerCase(Locale.ROOT), Set::of)));
		Set<String> dollars = Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP");
		signs.put("$", dollars);
		signs.put("dollars", dollars);
		signs.put("us$", Set.of("USD"));
		signs.put("c$", Set.of("CAD"));
		signs.put("ca$", Set.of("CAD"));
		signs.put("a$", Set.of("AUD"));
		signs.put("au$", Set.of("AUD"));
		signs.put("nz$", Set.of("NZD"));
		signs.put("s$", Set.of("SGD"));
		signs.put("hk$", Set.of("HKD"));
		signs.put("nt$", Set.of("TWD"));
		signs.put("r$", Set.of("BRL"));
		signs.put("€", Set.of("EUR"));
		signs.put("euro", Set.of("EUR"));
		signs.put("euros", Set.of("EUR"));
		signs.put("£", Set.of("GBP"));
		signs.put("pounds", Set.of("GBP"));
		signs.put("fr", Set.of("CHF"));
		signs.put("fr.", Set.of("CHF"));
		signs.put("sfr", Set.of("CHF"));
		signs.put("sfr.", Set.of("CHF"));
		signs.put("kr", Set.of("SEK", "NOK", "DKK", "ISK"));
		signs.put("kr.", Set.of("SEK", "NOK", "DKK", "ISK"));
		signs.put("zł", Set.of("PLN"));
		signs.put("kč", Set.of("CZK"));
		signs.put("ft", Set.of("HUF"));
		signs.put("lei", Set.of("RON"));
		signs.put("лв", Set.of("BGN"));
		signs.put("лв.", Set.of("BGN"));
		signs.put("¥", Set.of("JPY", "CNY"));
		signs.put("円", Set.of("JPY"));
		signs.put("元", Set.of("CNY"));
		signs.put("₹", Set.of("INR"));
		signs.put("rs", Set.of("INR"));
		signs.put("rs.", Set.of("INR"));
		signs.put("₪", Set.of("ILS"));
		signs.put("₩", Set.of("KRW"));
		signs.put("₺", Set.of("TRY"));
		signs.put("₴", Set.of("UAH"));
		signs.put("mx$", Set.of("MXN"));
		signs.put("₦", Set.of("NGN"));
		signs.put("₱", Set.of("PHP"));
		signs.put("฿", Set.of("THB"));
		signs.put("₫", Set.of("VND"));
		signs.put("₽", Set.of("RUB"));
		signs.put("₸", Set.of("KZT"));
		return Map.copyOf(signs);
	}

}
