package org.muster.numbers;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

/** Takes a written number apart, by the rules of {@link NumberRange}. */
final class NumberReader {

	/** Longer texts are no numbers. */
	private static final int LONGEST = 60;

	/** Marks of direction and widths of nothing, which come along when text is copied. */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

	/** Signs that stand for an apostrophe as a thousands mark; the last is Arabic. */
	private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02bc\\u02b9\\u00b4`\\u2032\\u066c]");

	private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe63]");

	/** Always a decimal mark, in Arabic and Persian. */
	private static final char ARABIC_DECIMAL = '\u066b';

	private static final String SIGN = "([+-]?)";

	private static final String CURRENCY = "(\\p{L}{0,3}\\p{Sc}|\\p{L}{1,7}\\.?)";

	private static final Pattern SIGNED = Pattern.compile(SIGN + " ?(.+)");

	private static final Pattern PERCENT = Pattern.compile(" ?[%\\u066a]$");

	private static final Pattern CURRENCY_AHEAD = Pattern.compile(SIGN + " ?" + CURRENCY + " ?(?=[-+\\d.,])(.*)");

	private static final Pattern CURRENCY_BEHIND = Pattern.compile("(.*[\\d.,-]) ?" + CURRENCY);

	private static final Pattern A_DAY = WordPattern
		.compile(" ?(?:/|\\b(?:per|a|pro|par|por)\\b) ?(?:day|d|tag|pt|md|jour|d[ií]a)$", Pattern.CASE_INSENSITIVE);

	/** The dash in the place of cents: 600,- and 1'250.-. */
	private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,:] ?-{1,2}$");

	private static final Pattern HALF = Pattern.compile("(?<=\\d) ½(?!\\d)|½(?!\\d)");

	/** Superscripts, fractions, numbers in circles: no digits of a number. */
	private static final Pattern NO_DIGITS = Pattern.compile("\\p{No}|[\\u2070-\\u209f]");

	private static final Pattern BODY = Pattern.compile("(?:\\d{1,15})?(?:[.,' \\u066b]\\d{1,15}){0,6}");

	private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:[.,' ]\\d{3})+");

	/** Lakhs and crores: 12,34,567. */
	private static final Pattern INDIAN = Pattern.compile("[1-9]\\d?(?:,\\d{2})+,\\d{3}");

	/** Neither thousands nor decimals as anybody writes them: 01,250. */
	private static final Pattern LED_BY_ZERO = Pattern.compile("0+[1-9]\\d*[.,]\\d{3}");

	private static final Pattern TEN_THOUSANDS = Pattern.compile("\\d+,\\d{4}");

	private NumberReader() {
	}

	/**
	 * @param given the currency of what names none, ISO 4217, or {@code null}
	 */
	static @Nullable NumberReading read(@Nullable String text, NumberRange range, @Nullable String given) {
		String typed = plain(Inputs.text(text));
		if (typed.isEmpty() || typed.length() > LONGEST) {
			return null;
		}
		return switch (range.unit()) {
			case PLAIN -> signed(typed, range, null, null);
			case PERCENT -> signed(PERCENT.matcher(typed).replaceFirst(""), range, null, null);
			case MONEY -> amount(typed, range, given);
			case DAY_RATE -> amount(A_DAY.matcher(typed).replaceFirst(""), range, given);
		};
	}

	private static @Nullable NumberReading amount(String typed, NumberRange range, @Nullable String given) {
		Matcher ahead = CURRENCY_AHEAD.matcher(typed);
		if (ahead.matches() && CurrencySigns.isKnown(ahead.group(2))) {
			return signed(ahead.group(1) + ahead.group(3), range, ahead.group(2), given);
		}
		Matcher behind = CURRENCY_BEHIND.matcher(typed);
		if (behind.matches() && CurrencySigns.isKnown(behind.group(2))) {
			return signed(behind.group(1), range, behind.group(2), given);
		}
		return signed(typed, range, null, given);
	}

	private static @Nullable NumberReading signed(String typed, NumberRange range, @Nullable String sign,
			@Nullable String given) {
		Matcher signed = SIGNED.matcher(typed);
		if (!signed.matches()) {
			return null;
		}
		String body = range.unit().isMoney() ? NO_CENTS.matcher(signed.group(2)).replaceFirst("") : signed.group(2);
		String currency = (sign != null) ? CurrencySigns.meant(sign, given) : given;
		NumberReading reading = body(body, range, currency, body.length() < signed.group(2).length());
		if (reading == null) {
			return null;
		}
		BigDecimal value = signed.group(1).equals("-") ? reading.value().negate() : reading.value();
		return new NumberReading(value, reading.isAmbiguous(), sign);
	}

	/** Digits of any script as 0 to 9, blanks of any width as one blank, and so on. */
	private static String plain(String text) {
		String bare = DASHES.matcher(APOSTROPHES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("'"))
			.replaceAll("-");
		bare = HALF.matcher(bare).replaceAll(".5");
		if (NO_DIGITS.matcher(bare).find()) {
			return "";
		}
		StringBuilder plain = new StringBuilder();
		Normalizer.normalize(bare, Normalizer.Form.NFKC)
			.codePoints()
			.forEach((sign) -> plain.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
		return plain.toString().replaceAll("\\s+", " ").strip();
	}

	/**
	 * @param whole whether a dash in the place of cents has said that there are none
	 */
	private static @Nullable NumberReading body(String body, NumberRange range, @Nullable String currency,
			boolean whole) {
		String marks = body.replaceAll("\\d", "");
		if (!BODY.matcher(body).matches() || marks.length() == body.length()) {
			return null;
		}
		if (marks.isEmpty()) {
			return sure(new BigDecimal(body));
		}
		char last = marks.charAt(marks.length() - 1);
		boolean once = marks.indexOf(last) == marks.length() - 1;
		boolean canBeDecimal = last == '.' || last == ',' || last == ARABIC_DECIMAL;
		boolean canBeGrouped = isGrouped(body);
		if (marks.length() > 1 && once && canBeDecimal && !whole) {
			String front = body.substring(0, body.lastIndexOf(last));
			return isGrouped(front) ? sure(decimal(front, body.substring(front.length() + 1))) : null;
		}
		if (canBeGrouped && (marks.length() > 1 || whole || !canBeDecimal)) {
			return sure(grouped(body));
		}
		if (marks.length() > 1 || !canBeDecimal || whole) {
			return null;
		}
		if (LED_BY_ZERO.matcher(body).matches() || isOfTenThousands(body, currency)) {
			return null;
		}
		int at = body.indexOf(last);
		BigDecimal split = decimal(body.substring(0, at), body.substring(at + 1));
		if (!canBeGrouped) {
			return new NumberReading(split, range.isLikelyOfThousands(split), null);
		}
		return new NumberReading(range.meant(grouped(body), split, currency), true, null);
	}

	/** Ten thousands as they are counted in Japan, where nothing is divided: 10,0000. */
	private static boolean isOfTenThousands(String body, @Nullable String currency) {
		return currency != null && Denomination.of(currency).decimals() == 0 && TEN_THOUSANDS.matcher(body).matches();
	}

	private static NumberReading sure(BigDecimal value) {
		return new NumberReading(value, false, null);
	}

	/** Whether one mark stands before every three digits, or as Indians write. */
	private static boolean isGrouped(String body) {
		return body.replaceAll("\\d", "").chars().distinct().count() == 1 && GROUPED.matcher(body).matches()
				|| INDIAN.matcher(body).matches();
	}

	private static BigDecimal grouped(String body) {
		return new BigDecimal(body.replaceAll("\\D", ""));
	}

	private static BigDecimal decimal(String front, String behind) {
		return new BigDecimal((front.isEmpty() ? "0" : front.replaceAll("\\D", "")) + "." + behind);
	}

}
