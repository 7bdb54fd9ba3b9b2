package org.muster.money;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * VAT numbers by form and checksum: those of the member states of the European Union (as
 * in the algorithms that the Commission publishes for VIES), of the United Kingdom,
 * Switzerland, Liechtenstein and Norway. That a number is well made does not say that
 * somebody has it.
 */
public final class VatNumber {

	private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\u2212./,'\u2019\u00b7]");

	/**
	 * Where they are not the code of the country: Greece has that of its language, and
	 * Northern Ireland one of its own (Directive 2006/112/EC, article 215).
	 */
	private static final Map<String, List<String>> PREFIXES = Map.of("GR", List.of("EL", "GR"), "GB",
			List.of("GB", "XI"));

	/** Numbers of fewer digits are series, where zeros mean something. */
	private static final int SHORTEST = 8;

	private static final int FEWEST = 3;

	private static final Map<String, Rule> RULES = rules();

	private VatNumber() {
	}

	/**
	 * @param form without the country's prefix
	 * @param check whether the checksum fits a text of that form
	 */
	private record Rule(Pattern form, Predicate<String> check) {

		boolean fits(String number) {
			return this.form.matcher(number).matches() && isGiven(number) && this.check.test(number);
		}

		/** Zeros meet most checksums, and are nobody's number. */
		private static boolean isGiven(String number) {
			long digits = number.chars().filter(Character::isDigit).count();
			long zeros = number.chars().filter((sign) -> sign == '0').count();
			return digits < SHORTEST || digits - zeros >= FEWEST;
		}

	}

	private static Map<String, Rule> rules() {
		Map<String, Rule> rules = new HashMap<>();
		rules.put("AT", rule("U\\d{8}", (n) -> VatChecks.austria(n.substring(1))));
		rules.put("BE", rule("[01]?\\d{9}", VatChecks::belgium));
		rules.put("BG", rule("\\d{9,10}", VatChecks::bulgaria));
		rules.put("CY", rule("(?!12)\\d{8}[A-Z]", VatChecks::cyprus));
		rules.put("CZ", rule("\\d{8,10}", VatChecks::czechia));
		rules.put("DE", rule("[1-9]\\d{8}", VatChecks::mod11by10));
		rules.put("DK", rule("[1-9]\\d{7}", (n) -> VatChecks.weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0));
		rules.put("EE", rule("\\d{9}", (n) -> VatChecks.weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0));
		rules.put("ES", rule("[A-Z]\\d{7}[A-Z\\d]|\\d{8}[A-Z]", VatChecks::spain));
		rules.put("FI", rule("\\d{8}", (n) -> VatChecks.weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0));
		rules.put("FR", rule("[A-HJ-NP-Z\\d]{2}\\d{9}", VatChecks::france));
		rules.put("GB", rule("\\d{9}(\\d{3})?|GD[0-4]\\d{2}|HA[5-9]\\d{2}", VatChecks::britain));
		rules.put("GR", rule("\\d{9}",
				(n) -> VatChecks.weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == VatChecks.digit(n, 8)));
		rules.put("HR", rule("\\d{11}", VatChecks::mod11by10));
		// The tax number of a firm has two more parts: the kind of taxation and the
		// county.
		rules.put("HU", rule("\\d{8}([1-5]\\d{2})?", (n) -> VatChecks.weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0));
		rules.put("IE", rule("\\d[A-Z+*\\d]\\d{5}[A-W]|\\d{7}[A-W][A-IW]?", VatChecks::ireland));
		rules.put("IT", rule("\\d{11}", VatChecks::luhn));
		rules.put("LT", rule("\\d{9}|\\d{12}", VatChecks::lithuania));
		rules.put("LU",
				rule("\\d{8}", (n) -> Integer.parseInt(n.substring(0, 6)) % 89 == Integer.parseInt(n.substring(6))));
		rules.put("LV", rule("\\d{11}", VatChecks::latvia));
		rules.put("MT", rule("[1-9]\\d{7}", (n) -> VatChecks.weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0));
		rules.put("NL", rule("\\d{9}B\\d{2}", VatChecks::netherlands));
		rules.put("PL",
				rule("\\d{10}", (n) -> VatChecks.weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == VatChecks.digit(n, 9)));
		rules.put("PT", rule("[1-9]\\d{8}", (n) -> {
			int check = 11 - VatChecks.weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
			return ((check > 9) ? 0 : check) == VatChecks.digit(n, 8);
		}));
		rules.put("RO", rule("[1-9]\\d{1,9}", VatChecks::romania));
		rules.put("SE", rule("\\d{10}(0[1-9]|[1-9]\\d)", (n) -> VatChecks.luhn(n.substring(0, 10))));
		rules.put("SI", rule("[1-9]\\d{7}", (n) -> {
			int check = 11 - VatChecks.weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11;
			return check < 11 && check % 10 == VatChecks.digit(n, 7);
		}));
		rules.put("SK", rule("[1-9]\\d[2-47-9]\\d{7}", (n) -> Long.parseLong(n) % 11 == 0));
		rules.put("CH",
				rule("E\\d{9}(MWST|TVA|IVA|VAT)?",
						(n) -> (11 - VatChecks.weighted(n.substring(1), 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == VatChecks
							.digit(n, 9)));
		rules.put("NO", rule("\\d{9}(MVA)?",
				(n) -> (11 - VatChecks.weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == VatChecks.digit(n, 8)));
		rules.put("LI", rule("\\d{5}", (n) -> true));
		return Map.copyOf(rules);
	}

	private static Rule rule(String form, Predicate<String> check) {
		return new Rule(Pattern.compile(form), check);
	}

	/** The countries whose numbers are checked, ISO 3166 alpha-2. */
	public static Set<String> countries() {
		return RULES.keySet();
	}

	/** In capitals, without blanks, dots, dashes and the like between the signs. */
	public static String normalised(String typed) {
		return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
	}

	/**
	 * Whether a number can be one of a country, with its prefix or without. Of a country
	 * whose numbers are not known here anything can.
	 * @param country ISO 3166 alpha-2
	 */
	public static boolean canBe(String country, String typed) {
		Rule rule = RULES.get(country);
		if (rule == null) {
			return true;
		}
		String number = normalised(typed);
		return rule.fits(number) || PREFIXES.getOrDefault(country, List.of(country))
			.stream()
			.anyMatch((prefix) -> number.startsWith(prefix) && rule.fits(number.substring(prefix.length())));
	}

}
