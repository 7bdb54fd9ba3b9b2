package org.muster.tableimport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberRange;
import org.muster.numbers.WordPattern;

/**
 * Reads how long somebody has worked, as people write it: {@code 7.5}, {@code 10+},
 * {@code ca. 7 Jahre}, {@code 3–5}. Where several numbers are possible the least is
 * taken, so that nobody is said to have more than the table says.
 */
final class YearsCell {

	private static final int LONGEST = 60;

	private static final int MONTHS = 12;

	/** Parts of a year are dropped: who has 7.5 years has seven. */
	private static final NumberRange SO_FAR = NumberRange.of(NumberRange.Unit.PLAIN, "0", "60", "0.01");

	private static final NumberRange IN_MONTHS = NumberRange.of(NumberRange.Unit.PLAIN, "0", "720", "0.01");

	private static final String NUMBER = "(\\d[\\d.,]*[½¼¾]?|[½¼¾])";

	private static final String UNIT = "(?:\\s*(?:years?|yrs?|y|jahren?|jahre?|j|ans?|années?|annees?|años?|anos?|anni|jaar|lat)\\b\\.?"
			+ "(?:\\s+(?:of\\s+|de\\s+|d['’]\\s*)?(?:(?:work|professional)\\s+)?"
			+ "(?:experience|exp|erfahrung|berufserfahrung|expérience|experiencia|experiência|ervaring)\\b\\.?)?)?";

	private static final String ABOUT = "(?:(?:ca|circa|approx|approximately|about|around|roughly|etwa|ungefähr|rund|environ|env|aprox|"
			+ "aproximadamente|cerca de|unos|ongeveer)\\b\\.?|[~≈])";

	private static final String AT_LEAST = "(?:[>≥]\\s*=?|(?:over|more than|at least|min|minimum|über|ueber|mehr als|mindestens|mind|"
			+ "plus de|au moins|más de|mas de|mais de|al menos|pelo menos|meer dan|minstens|oltre|più di)\\b\\.?)";

	private static final String OR_MORE = "(?:\\s*\\+|\\s+(?:plus|(?:or|and) (?:more|over|above)|(?:oder|und) mehr|ou plus|et plus|o más|ou mais)\\b)?";

	private static final String TO = "\\s*(?:[-‐-―−~]|\\b(?:to|bis|à|a|até|hasta|tot|and|und|et|y|e)\\b)\\s*";

	private static final Pattern ONE = pattern(
			"(?:" + ABOUT + "\\s*)?(?:" + AT_LEAST + "\\s*)?" + NUMBER + OR_MORE + UNIT + OR_MORE);

	private static final Pattern RANGE = pattern("(?:(?:between|from|zwischen|von|entre|de)\\s+|" + ABOUT + "\\s*)?"
			+ NUMBER + UNIT + TO + NUMBER + OR_MORE + UNIT);

	private static final Pattern LESS_THAN_ONE = pattern(
			"(?:<|(?:under|less than|unter|weniger als|moins d[e'’]|menos de|minder dan)\\b)\\s*(?:1|one|a|einem|einem?|un|um|één)"
					+ UNIT);

	private static final Pattern MONTHS_ONLY = pattern("(?:" + ABOUT + "\\s*)?" + NUMBER
			+ "\\s*(?:months?|mos?|monate?n?|mois|mes(?:es)?|mês|maanden|mesi)\\b\\.?");

	private YearsCell() {
	}

	/** The years, or the least of those that are possible. */
	static Optional<Integer> read(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		Matcher one = ONE.matcher(text);
		if (one.matches()) {
			return years(one.group(1));
		}
		Matcher range = RANGE.matcher(text);
		if (range.matches()) {
			Optional<Integer> least = years(range.group(1));
			return least.filter((from) -> years(range.group(2)).filter((to) -> from <= to).isPresent());
		}
		Matcher months = MONTHS_ONLY.matcher(text);
		if (months.matches()) {
			return Optional.ofNullable(IN_MONTHS.read(months.group(1)))
				.map((all) -> all.divide(BigDecimal.valueOf(MONTHS), RoundingMode.FLOOR).intValue());
		}
		return LESS_THAN_ONE.matcher(text).matches() ? Optional.of(0) : years(text);
	}

	/** Whether a text says something else than just a number of years. */
	static boolean isLoose(String text) {
		return SO_FAR.read(text) == null;
	}

	private static Optional<Integer> years(@Nullable String number) {
		return Optional.ofNullable(SO_FAR.read(number)).map(BigDecimal::intValue);
	}

	private static Pattern pattern(String expression) {
		return WordPattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
