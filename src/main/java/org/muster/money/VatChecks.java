package org.muster.money;

import java.math.BigInteger;

/** The checksums of VAT numbers, of texts whose form has been checked. */
final class VatChecks {

	private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

	private VatChecks() {
	}

	static int digit(String number, int index) {
		return number.charAt(index) - '0';
	}

	/** The sum of the first digits, each times its weight. */
	static int weighted(String number, int... weights) {
		int sum = 0;
		for (int index = 0; index < weights.length; index++) {
			sum += weights[index] * digit(number, index);
		}
		return sum;
	}

	/** ISO/IEC 7064, MOD 11,10. */
	static boolean mod11by10(String number) {
		int product = 10;
		for (int index = 0; index < number.length() - 1; index++) {
			int sum = (digit(number, index) + product) % 10;
			product = 2 * ((sum == 0) ? 10 : sum) % 11;
		}
		return (11 - product) % 10 == digit(number, number.length() - 1);
	}

	/** ISO/IEC 7812-1, annex B. */
	static boolean luhn(String number) {
		int sum = 0;
		for (int index = 0; index < number.length(); index++) {
			boolean doubled = (number.length() - index) % 2 == 0;
			int value = digit(number, index) * (doubled ? 2 : 1);
			sum += value / 10 + value % 10;
		}
		return sum % 10 == 0;
	}

	static boolean austria(String number) {
		int sum = 4;
		for (int index = 0; index < 7; index++) {
			int value = digit(number, index) * (1 + index % 2);
			sum += value / 10 + value % 10;
		}
		return (10 - sum % 10) % 10 == digit(number, 7);
	}

	static boolean belgium(String typed) {
		String number = (typed.length() == 9) ? "0" + typed : typed;
		return 97 - Integer.parseInt(number.substring(0, 8)) % 97 == Integer.parseInt(number.substring(8));
	}

	static boolean bulgaria(String number) {
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

	static boolean cyprus(String number) {
		int[] odd = { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21 };
		int sum = 0;
		for (int index = 0; index < 8; index++) {
			int digit = digit(number, index);
			sum += (index % 2 == 0) ? odd[digit] : digit;
		}
		return number.charAt(8) == 'A' + sum % 26;
	}

	/** Companies have 8 digits, persons the 9 or 10 of their birth number. */
	static boolean czechia(String number) {
		if (number.length() == 8) {
			int check = (11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
			return digit(number, 0) != 9 && ((check == 0) ? 1 : check % 10) == digit(number, 7);
		}
		if (number.length() == 9 && number.startsWith("6")) {
			int rest = weighted(number.substring(1), 8, 7, 6, 5, 4, 3, 2) % 11;
			return (8 - (10 - rest) % 11 + 10) % 10 == digit(number, 8);
		}
		return birthNumber(number);
	}

	/**
	 * Of women 50 is added to the month, and 20 where the numbers of a day are used up.
	 * Until 1953 there was no check digit; until 1985 it could be 0 for a rest of 10.
	 */
	private static boolean birthNumber(String number) {
		int month = Integer.parseInt(number.substring(2, 4)) % 50 % 20;
		int day = Integer.parseInt(number.substring(4, 6));
		boolean dated = month >= 1 && month <= 12 && day >= 1 && day <= 31;
		if (number.length() == 9) {
			return dated && Integer.parseInt(number.substring(0, 2)) < 54;
		}
		long rest = Long.parseLong(number.substring(0, 9)) % 11;
		return dated && rest % 10 == digit(number, 9);
	}

	static boolean spain(String number) {
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
	static boolean france(String number) {
		String company = number.substring(2);
		boolean known = company.startsWith("000") || luhn(company);
		if (!number.substring(0, 2).matches("\\d{2}")) {
			return known;
		}
		return known && (12 + 3 * (Long.parseLong(company) % 97)) % 97 == Integer.parseInt(number.substring(0, 2));
	}

	static boolean britain(String number) {
		if (number.startsWith("GD") || number.startsWith("HA")) {
			return true;
		}
		int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2) + Integer.parseInt(number.substring(7, 9));
		return sum % 97 == 0 || (sum + 55) % 97 == 0;
	}

	static boolean ireland(String number) {
		boolean old = !Character.isDigit(number.charAt(1));
		String digits = old ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
		int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2);
		if (number.length() > 8) {
			sum += 9 * "WABCDEFGHI".indexOf(number.charAt(8));
		}
		return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
	}

	static boolean lithuania(String number) {
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

	static boolean latvia(String number) {
		if (digit(number, 0) > 3) {
			return weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
		}
		return (1 + weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == digit(number, 10);
	}

	/** The old way for companies, the new one for the self-employed since 2020. */
	static boolean netherlands(String number) {
		if (weighted(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0) {
			return true;
		}
		StringBuilder digits = new StringBuilder();
		("NL" + number).chars().forEach((sign) -> digits.append(Character.digit(sign, 36)));
		return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
	}

	static boolean romania(String number) {
		String digits = "0".repeat(10 - number.length()) + number;
		return weighted(digits, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(digits, 9);
	}

}
