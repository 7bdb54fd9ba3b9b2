package org.muster.imports;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether Excel shows a number as a date. What stands in quotation marks or brackets is
 * text, a currency, a colour or a language.
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

}
