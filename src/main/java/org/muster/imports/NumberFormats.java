package org.muster.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How Excel shows a number: whether as a date, and what it writes beside the digits. What
 * stands in quotation marks or brackets is text, a currency, a colour or a language.
 */
final class NumberFormats {

	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\[[^\\]]*\\]?|\\\\.|_.|\\*.");

	private static final Pattern HALVES_OF_DAYS = Pattern.compile("am/pm|a/p");

	private NumberFormats() {
	}

	/** By the number of a format that every workbook has, ECMA-376 18.8.30. */
	static boolean isDate(int format) {
		return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36
				|| (format >= 50 && format <= 54) || format == 57 || format == 58;
	}

	/** By its code, such as {@code dd/mm/yyyy}. */
	static boolean isDate(String code) {
		String plain = LITERAL.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
		String first = HALVES_OF_DAYS.matcher(plain.split(";", 2)[0]).replaceAll("");
		if (first.equals("general") || first.equals("standard") || first.contains("#") || first.contains("?")
				|| first.contains("0") && !first.contains("s")) {
			return false;
		}
		boolean time = first.contains("h") || first.contains("s");
		return first.contains("y") || first.contains("d") || first.contains("m") && !time;
	}

	/**
	 * A number with all that its format writes beside it: currencies, units, a plus,
	 * zeros in front. Digits that the format would round away stay.
	 * @param plain as it would be read without a format
	 */
	static String shown(BigDecimal number, String plain, String code) {
		Section section = new Section(code);
		return section.isOfNumber() ? section.shown(number, plain) : plain;
	}

	/** The part of a format that is for positive numbers, taken apart. */
	private static final class Section {

		private final StringBuilder before = new StringBuilder();

		private final StringBuilder behind = new StringBuilder();

		/** From the first place of a digit to the last, what stands between as it is. */
		private final StringBuilder places = new StringBuilder();

		/** By how many digits a number is shown larger: 2 for per cent. */
		private int shift;

		private boolean isPlain;

		Section(String code) {
			int at = 0;
			while (at < code.length() && code.charAt(at) != ';') {
				at += take(code, at);
			}
		}

		/** How long the piece is that begins here. */
		private int take(String code, int at) {
			char sign = code.charAt(at);
			char next = (at + 1 < code.length()) ? code.charAt(at + 1) : ' ';
			switch (sign) {
				case '"' -> {
					int end = code.indexOf('"', at + 1);
					literal(code.substring(at + 1, (end < 0) ? code.length() : end));
					return ((end < 0) ? code.length() : end + 1) - at;
				}
				case '[' -> {
					int end = code.indexOf(']', at);
					String inside = code.substring(at + 1, (end < 0) ? code.length() : end);
					literal(inside.startsWith("$") ? inside.substring(1).replaceFirst("-[^-]*$", "") : "");
					return inside.length() + 2;
				}
				case '\\' -> {
					literal(String.valueOf(next));
					return 2;
				}
				case '_' -> {
					literal(" ");
					return 2;
				}
				case '*' -> {
					return 2;
				}
				case '0', '#', '?' -> place(sign);
				case '.' -> place(sign);
				case ',' -> this.shift -= isScale(code, at) ? 3 : 0;
				case '%' -> {
					this.shift += 2;
					literal("%");
				}
				case '@' -> this.isPlain = true;
				default -> {
					for (String general : List.of("general", "standard")) {
						if (code.regionMatches(true, at, general, 0, general.length())) {
							place('#');
							return general.length();
						}
					}
					this.isPlain |= (sign == 'E' || sign == 'e') && (next == '+' || next == '-');
					literal(String.valueOf(sign));
				}
			}
			return 1;
		}

		/** Whether a comma stands behind the last digit: it divides by a thousand. */
		private static boolean isScale(String code, int at) {
			String rest = LITERAL.matcher(code.substring(at).split(";", 2)[0]).replaceAll("");
			return !rest.matches(".*[0#?].*");
		}

		private void place(char sign) {
			this.places.append(this.behind).append(sign);
			this.behind.setLength(0);
		}

		private void literal(String text) {
			(this.places.isEmpty() ? this.before : this.behind).append(text);
		}

		boolean isOfNumber() {
			return !this.isPlain && !this.places.isEmpty() && this.places.indexOf("/") < 0;
		}

		String shown(BigDecimal number, String plain) {
			String digits = (this.shift == 0) ? plain
					: number.movePointRight(this.shift).stripTrailingZeros().toPlainString();
			boolean whole = digits.matches("\\d+") && this.places.indexOf(".") < 0;
			return (this.before + (whole ? filled(digits) : digits) + this.behind).strip();
		}

		/** The digits in their places, from the last on; the others before the first. */
		private String filled(String digits) {
			StringBuilder filled = new StringBuilder();
			int left = digits.length();
			for (int at = this.places.length() - 1; at >= 0; at--) {
				char place = this.places.charAt(at);
				boolean isPlace = place == '0' || place == '#' || place == '?';
				if (!isPlace) {
					filled.append((left > 0 || this.places.lastIndexOf("0", at) >= 0) ? place : "");
				}
				else if (left > 0) {
					left--;
					filled.append(digits.charAt(left));
				}
				else if (place == '0') {
					filled.append('0');
				}
			}
			return digits.substring(0, left) + filled.reverse();
		}

	}

}
