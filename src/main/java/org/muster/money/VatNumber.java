package org.muster.money;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * VAT numbers by form and checksum: those of the member states of the European Union (as
 * in the algorithms that the Commission publishes for VIES), of the United Kingdom,
 * Switzerland and Norway. That a number is well made does not say that somebody has it.
 */
public final class VatNumber {

	private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

	private static final Map<String, Rule> RULES = rules();

	private VatNumber() {
	}

	/**
	 * @param form without the country's prefix
	 * @param check whether the checksum fits a text of that form
	 */
	private record Rule(Pattern form, Predicate<String> check) {

		boolean fits(String number) {
			return this.form.matcher(number).matches() && this.check.test(number);
		}

	}

	private static Map<String, Rule> rules() {
		Map<String, Rule> rules = new HashMap<>();
		rules.put("AT", rule("U\\d{8}", (n) -> austria(n.substring(1))));
		rules.put("BE", rule("[01]?\\d{9}", VatNumber::belgium));
		rules.put("BG", rule("\\d{9,10}", VatNumber::bulgaria));
		rules.put("CY", rule("(?!12)\\d{8}[A-Z]", VatNumber::cyprus));
		rules.put("CZ", rule("\\d{8,10}", (n) -> n.length() > 8 || czechia(n)));
		rules.put("DE", rule("[1-9]\\d{8}", VatNumber::mod11by10));
		rules.put("DK", rule("[1-9]\\d{7}", (n) -> weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0));
		rules.put("EE", rule("\\d{9}", (n) -> weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0));
		rules.put("ES", rule("[A-Z]\\d{7}[A-Z\\d]|\\d{8}[A-Z]", VatNumber::spain));
		rules.put("FI", rule("\\d{8}", (n) -> weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0));
		rules.put("FR", rule("[A-HJ-NP-Z\\d]{2}\\d{9}", VatNumber::france));
		rules.put("GB", rule("\\d{9}(\\d{3})?|GD[0-4]\\d{2}|HA[5-9]\\d{2}", VatNumber::britain));
		rules.put("GR", rule("\\d{9}", (n) -> weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(n, 8)));
		rules.put("HR", rule("\\d{11}", VatNumber::mod11by10));
		rules.put("HU", rule("\\d{8}", (n) -> weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0));
		rules.put("IE", rule("\\d[A-Z+*\\d]\\d{5}[A-W]|\\d{7}[A-W][A-IW]?", VatNumber::ireland));
		rules.put("IT", rule("\\d{11}", VatNumber::luhn));
		rules.put("LT", rule("\\d{9}|\\d{12}", VatNumber::lithuania));
		rules.put("LU",
				rule("\\d{8}", (n) -> Integer.parseInt(n.substring(0, 6)) % 89 == Integer.parseInt(n.substring(6))));
		rules.put("LV", rule("\\d{11}", VatNumber::latvia));
		rules.put("MT", rule("[1-9]\\d{7}", (n) -> weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0));
		rules.put("NL", rule("\\d{9}B\\d{2}", VatNumber::netherlands));
		rules.put("PL", rule("\\d{10}", (n) -> weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9)));
		rules.put("PT", rule("[1-9]\\d{8}", (n) -> {
			int check = 11 - weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
			return ((check > 9) ? 0 : check) == digit(n, 8);
		}));
		rules.put("RO", rule("[1-9]\\d{1,9}", VatNumber::romania));
		rules.put("SE", rule("\\d{10}(0[1-9]|[1-9]\\d)", (n) -> luhn(n.substring(0, 10))));
		rules.put("SI", rule("[1-9]\\d{7}", (n) -> {
			int check = 11 - weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11;
			return check < 11 && check % 10 == digit(n, 7);
		}));
		rules.put("SK", rule("[1-9]\\d[2-47-9]\\d{7}", (n) -> Long.parseLong(n) % 11 == 0));
		rules.put("CH", rule("E\\d{9}(MWST|TVA|IVA)?",
				(n) -> (11 - weighted(n.substring(1), 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(n, 9)));
		rules.put("NO",
				rule("\\d{9}(MVA)?", (n) -> (11 - weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(n, 8)));
		return Map.copyOf(rules);
	}

	private static Rule rule(String form, Predicate<String> check) {
		return new Rule(Pattern.compile(form), check);
	}

	/** The countries whose numbers are checked, ISO 3166 alpha-2. */
	public static Set<String> countries() {
		return RULES.keySet();
	}

	/** In capitals, without blanks and dots, hyphens or slashes between the signs. */
	public static String normalised(String typed) {
		return typed.replaceAll("[\\s.\\-/]", "").toUpperCase(Locale.ROOT);
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
		String prefix = country.equals("GR") ? "EL" : country;
		return number.startsWith(prefix) ? rule.fits(number.substring(prefix.length())) : rule.fits(number);
	}

	private static int digit(String number, int index) {
		return number.charAt(index) - '0';
	}

	/** The sum of the first digits, each times its weight. */
	private static int weighted(String number, int... weights) {
		int sum = 0;
		for (int index = 0; index < weights.length; index++) {
			sum += weights[index] * digit(number, index);
		}
		return sum;
	}

	/** ISO/IEC 7064, MOD 11,10. */
	private static boolean mod11by10(String number) {
		int product = 10;
		for (int index = 0; index < number.length() - 1; index++) {
			int sum = (digit(number, index) + product) % 10;
			product = 2 * ((sum == 0) ? 10 : sum) % 11;
		}
		return (11 - product) % 10 == digit(number, number.length() - 1);
	}

	/** ISO/IEC 7812-1, annex B. */
	private static boolean luhn(String number) {
		int sum = 0;
		for (int index = 0; index < number.length(); index++) {
			boolean doubled = (number.length() - index) % 2 == 0;
			int value = digit(number, index) * (doubled ? 2 : 1);
			sum += value / 10 + value % 10;
		}
		return sum % 10 == 0;
	}

	private static boolean austria(String number) {
		int sum = 4;
		for (int index = 0; index < 7; index++) {
			int value = digit(number, index) * (1 + index % 2);
			sum += value / 10 + value % 10;
		}
		return (10 - sum % 10) % 10 == digit(number, 7);
	}

	private static boolean belgium(String typed) {
		String number = (typed.length() == 9) ? "0" + typed : typed;
		return 97 - Integer.parseInt(number.substring(0, 8)) % 97 == Integer.parseInt(number.substring(8));
	}

	private static boolean bulgaria(String number) {
		if (number.length() == 10) {
			int citizen = weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
			int foreigner = weighted(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10;
			int other = (11 - weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
			int check = digit(number, 9);
			return check == citizen || check == foreigner || check == other;
		}
		int check = weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
		if (check == 10) {
			check = weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
		}
		return check == digit(number, 8);
	}

	private static boolean cyprus(String number) {
		int[] odd = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21 };
		int sum = 0;
		for (int index = 0; index < 8; index++) {
			int digit = digit(number, index);
			sum += (index % 2 == 0) ? odd[digit] : digit;
		}
		return number.charAt(8) == 'A' + sum % 26;
	}

	/** Companies; numbers of persons are longer, and checked by their form only. */
	private static boolean czechia(String number) {
		int check = (11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
		return check % 10 == digit(number, 7) || check == 0 && digit(number, 7) == 1;
	}

	private static boolean spain(String number) {
		char first = number.charAt(0);
		char last = number.charAt(8);
		if (Character.isDigit(first) || "XYZKLM".indexOf(first) >= 0) {
			int sign = "XYZ".indexOf(first);
			String digits = Character.isDigit(first) ? number.substring(0, 8)
					: (Math.max(0, sign) + number.substring(1, 8));
			return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == last;
		}
		int sum = 0;
		for (int index = 1; index < 8; index++) {
			int value = digit(number, index) * (1 + index % 2);
			sum += value / 10 + value % 10;
		}
		int check = (10 - sum % 10) % 10;
		return last == '0' + check || last == "JABCDEFGHI".charAt(check);
	}

	/** Keys with letters are checked by the number of the company only. */
	private static boolean france(String number) {
		String company = number.substring(2);
		boolean known = company.startsWith("000") || luhn(company);
		if (!number.substring(0, 2).matches("\\d{2}")) {
			return known;
		}
		return known && (12 + 3 * (Long.parseLong(company) % 97)) % 97 == Integer.parseInt(number.substring(0, 2));
	}

	private static boolean britain(String number) {
		if (number.startsWith("GD") || number.startsWith("HA")) {
			return true;
		}
		int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2) + Integer.parseInt(number.substring(7, 9));
		return sum % 97 == 0 || (sum + 55) % 97 == 0;
	}

	private static boolean ireland(String number) {
		boolean old = !Character.isDigit(number.charAt(1));
		String digits = old ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
		int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2);
		if (number.length() > 8) {
			sum += 9 * "WABCDEFGHI".indexOf(number.charAt(8));
		}
		return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
	}

	private static boolean lithuania(String number) {
		int last = number.length() - 1;
		int[] weights = new int[last];
		int[] others = new int[last];
		for (int index = 0; index < last; index++) {
			weights[index] = 1 + index % 9;
			others[index] = 1 + (index + 2) % 9;
		}
		int check = weighted(number, weights) % 11;
		if (check == 10) {
			check = weighted(number, others) % 11 % 10;
		}
		return digit(number, last - 1) == 1 && check == digit(number, last);
	}

	private static boolean latvia(String number) {
		if (digit(number, 0) > 3) {
			return weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
		}
		return (1 + weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == digit(number, 10);
	}

	/** The old way for companies, the new one for the self-employed since 2020. */
	private static boolean netherlands(String number) {
		if (weighted(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0) {
			return true;
		}
		StringBuilder digits = new StringBuilder();
		("NL" + number).chars().forEach((sign) -> digits.append(Character.digit(sign, 36)));
		return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
	}

	private static boolean romania(String number) {
		String digits = "0".repeat(10 - number.length()) + number;
		return weighted(digits, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(digits, 9);
	}

}
