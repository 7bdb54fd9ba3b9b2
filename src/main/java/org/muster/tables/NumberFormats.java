package org.muster.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Excel shows a number: whether as a date, and what it writes beside the digits. What
 * stands in quotation marks or brackets is text, a currency, a colour or a language.
 */
final class NumberFormats {

	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\[[^\\]]*\\]?|\\\\.|_.|\\*.");

	private static final Pattern PIECE = Pattern.compile(LITERAL.pattern() + "|;");

	private static final Pattern CONDITION = Pattern
		.compile("\\[(<=|>=|<>|<|>|=)\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?)\\]");

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
	 * The code of a format that every workbook has and that writes something beside the
	 * digits; empty for the others. Currencies are dollars there, where the workbook does
	 * not say what else.
	 */
	static String builtIn(int format) {
		return switch (format) {
			case 5, 6, 7, 8, 42, 44 -> "\"$\"#,##0.00";
			case 9 -> "0%";
			case 10 -> "0.00%";
			default -> "";
		};
	}

	/**
	 * A number with all that its format writes beside it: currencies, units, a plus,
	 * zeros in front. Digits that the format would round away stay.
	 * @param plain as it would be read without a format
	 */
	static String shown(BigDecimal number, String plain, String code) {
		String chosen = section(number, code);
		if (isDate(chosen)) {
			return plain;
		}
		Section section = new Section(chosen);
		if (section.isOfText()) {
			return section.text();
		}
		return section.isOfNumber() ? section.shown(number, plain)
				: (chosen.isEmpty() && !code.isEmpty() && number.signum() == 0) ? "" : plain;
	}

	/**
	 * The part of a format that is for a number: by the conditions of the first two, else
	 * by its sign. Negative numbers without a condition are shown as positive ones are:
	 * their sign may stand in words, brackets or a colour.
	 */
	private static String section(BigDecimal number, String code) {
		List<String> sections = sections(code);
		boolean isConditional = false;
		int others = 1;
		for (String section : sections.subList(0, Math.min(2, sections.size()))) {
			Matcher condition = CONDITION.matcher(section);
			if (condition.find()) {
				isConditional = true;
				if (holds(number, condition.group(1), new BigDecimal(condition.group(2)))) {
					return section;
				}
				others = sections.indexOf(section) + 1;
			}
		}
		if (isConditional) {
			return sections.get(Math.min(others, sections.size() - 1));
		}
		return sections.get((number.signum() == 0 && sections.size() > 2) ? 2 : 0);
	}

	private static boolean holds(BigDecimal number, String sign, BigDecimal bound) {
		int compared = number.compareTo(bound);
		return switch (sign) {
			case "<" -> compared < 0;
			case "<=" -> compared <= 0;
			case ">" -> compared > 0;
			case ">=" -> compared >= 0;
			case "<>" -> compared != 0;
			default -> compared == 0;
		};
	}

	/** The parts of a code, which semicolons separate outside of what is literal. */
	private static List<String> sections(String code) {
		List<String> sections = new ArrayList<>();
		int start = 0;
		Matcher piece = PIECE.matcher(code);
		while (piece.find()) {
			if (piece.group().equals(";")) {
				sections.add(code.substring(start, piece.start()));
				start = piece.end();
			}
		}
		sections.add(code.substring(start));
		return sections;
	}

	/** One part of a format, taken apart. */
	private static final class Section {

		private final StringBuilder before = new StringBuilder();

		private final StringBuilder behind = new StringBuilder();

		/** From the first place of a digit to the last, what stands between as it is. */
		private final StringBuilder places = new StringBuilder();

		/** By how many digits a number is shown larger: 2 for per cent. */
		private int shift;

		private boolean isPlain;

		Section(String code) {
			for (int at = 0; at < code.length();) {
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
					literal(inside.startsWith("$") ? inside.substring(1).replaceFirst("-.*$", "") : "");
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
			String rest = LITERAL.matcher(code.substring(at)).replaceAll("");
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
			return (this.before + (whole ? filled(digits) : digits) + scale() + this.behind).strip();
		}

		/**
		 * A number that is shown smaller is said to be, if the format does not say it.
		 */
		private String scale() {
			boolean isSaid = this.shift >= 0 || !AmountWords.of(this.before + " " + this.behind).isByDay();
			return isSaid ? "" : (this.shift == -3) ? "k" : "M";
		}

		/** Whether it writes words in place of a number. */
		boolean isOfText() {
			return !this.isPlain && this.places.isEmpty() && !text().isEmpty();
		}

		String text() {
			return this.before.toString().strip();
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
