package org.muster.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.CurrencySigns;
import org.muster.numbers.Denomination;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberRange;
import org.muster.numbers.NumberReading;

/** Reads what a day may cost, and all of it. */
final class MoneyReader {

	private static final String CURRENCY = CurrencySigns.IN_TEXT;

	/** No part of a longer number, nor of one with a superscript or a fraction behind. */
	private static final String AMOUNT = "(?:(?:[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?|\\d{1,3}(?:[.,'’‘´ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,](?:\\d{4}|\\d{1,2})|\\s?½)?)(?![\\d\\p{No}])(?:[.,][-–—]{1,2})?)";

	private static final Pattern MONEY = SpelledNumbers.pattern("(?:(?<before>" + CURRENCY
			+ ")\\s?|(?<![\\d.,\\p{L}]))(?<amount>" + AMOUNT
			+ ")(?<![.,])\\s?(?<times>(?:k|thousand|mio|m|million|lakhs?|lacs?|crores?|cr)\\b)?\\s?(?:(?:-|–|to)\\s?(?:"
			+ CURRENCY + ")?\\s?(?<upper>" + AMOUNT
			+ ")\\s?(?<upperTimes>(?:k|thousand|m|million|lakhs?|lacs?|crores?|cr)\\b)?)?\\s?(?:\\(?(?<after>"
			+ CURRENCY + ")\\)?)?");

	/** Day rate (CZK): 15 000. */
	private static final Pattern NAMED_AHEAD = SpelledNumbers.pattern("(" + CURRENCY + ")[^\\d;\\n]{0,20}$");

	private static final Pattern A_DAY = SpelledNumbers.pattern(
			"^\\s*(?:(?:/|\\ba\\b|\\bper\\b|\\beach\\b|\\bpor\\b|\\bal\\b|\\bpro\\b|\\bje\\b|\\bam\\b|\\bpar\\b)\\s*(?:working |man[- ]?|person[- ]?|consultant |mann|personen)?(?:day|d\\b|día|dia|tag|jour|pt\\b|md\\b|pd\\b)|\\bdaily\\b|\\bpd\\b)");

	private static final Pattern AN_HOUR = SpelledNumbers
		.pattern("^\\s*(?:(?:/|\\ban?\\b|\\bper\\b)\\s*(?:hour|hr|h\\b)|\\bhourly\\b|\\bp/?h\\b)");

	private static final Pattern RATE = SpelledNumbers
		.pattern("\\b(?:(?:day|daily) ?-?rates?|rate cap|per diem|tagessatz|tjm|tarifa diaria)\\b[^;\\n]{0,40}$");

	private static final Pattern CAP = SpelledNumbers
		.pattern("\\b(?:max(?:imum)?|up to|at most|no more than|under|below|cap)\\W{0,3}(?:of )?$");

	private static final Pattern BUDGET = SpelledNumbers.pattern(
			"\\b(?:budget(?:ed)?|in total|total (?:cost|volume|amount|price)|overall|all[- ]in|cost(?:s)? (?:no more|at most|up to)|spend(?:ing)?|order volume|presupuesto|or[cç]amento)\\b[^.;\\n]{0,50}$");

	private static final Pattern BUDGET_AFTER = SpelledNumbers
		.pattern("^\\s*(?:budget|in total|overall|all in|altogether|for (?:the|this) (?:project|whole))\\b");

	private static final Pattern SALARY = SpelledNumbers.pattern(
			"\\b(?:salary|gross|brutto|compensation|per year|a year|per annum|p\\.a\\.|annual(?:ly)?|per month|a month|monthly|bonus|revenue|turnover|customers|users|funding|raised|employees)\\b");

	/** A hundred thousand, in decimals, as India counts. */
	private static final int LAKH = 5;

	/** A hundred of them. */
	private static final int CRORE = 7;

	private static final int HOURS_A_DAY = 8;

	/** What costs less a day, or more, is something else. */
	private static final BigDecimal LEAST_EUROS = new BigDecimal("40");

	private static final BigDecimal MOST_EUROS = new BigDecimal("20000");

	/** Of thousands or millions: 1.5k and 1.125m. */
	private static final NumberRange MULTIPLIED = NumberRange.of(NumberRange.Unit.MONEY, "0.001", "999", "0.001");

	private final ReadableText notes;

	private final String currency;

	/**
	 * @param currency of the request: an amount in another is a guess
	 */
	MoneyReader(ReadableText notes, String currency) {
		this.notes = notes;
		this.currency = currency;
	}

	List<Finding> read() {
		Finding rate = null;
		Finding budget = null;
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = MONEY.matcher(clause.text());
			while ((rate == null || budget == null) && matcher.find()) {
				rate = (rate != null) ? rate : rate(clause, matcher);
				budget = (budget != null) ? budget : budget(clause, matcher);
			}
		}
		List<Finding> found = new ArrayList<>();
		for (Finding one : new Finding[] { rate, budget }) {
			if (one != null) {
				found.add(one);
			}
		}
		return found;
	}

	private @Nullable Finding rate(Clause clause, Matcher matcher) {
		String ahead = ahead(clause, matcher);
		String after = clause.after(matcher.end(), 60);
		boolean named = RATE.matcher(ahead).find();
		boolean hourly = AN_HOUR.matcher(after).find();
		boolean daily = A_DAY.matcher(after).find();
		BigDecimal amount = amount(clause, matcher, NumberKind.DAY_RATE);
		boolean capped = CAP.matcher(ahead).find() && daily;
		if (amount == null || (sign(matcher) == null && !named && !capped && !(daily && matcher.group("times") != null))
				|| !(daily || hourly || named)) {
			return null;
		}
		if (hourly) {
			amount = amount.multiply(BigDecimal.valueOf(HOURS_A_DAY));
		}
		return isSensible(amount, clause, matcher) ? finding(BriefField.RATE_CAP, amount,
				(hourly) ? Confidence.LIKELY : Confidence.CERTAIN, clause, matcher) : null;
	}

	/**
	 * Whether a day may cost as much, as far as it is known what the currency is worth.
	 */
	private boolean isSensible(BigDecimal amount, Clause clause, Matcher matcher) {
		String code = code(clause, matcher);
		BigDecimal perEuro = (code != null) ? Denomination.of(code).perEuro() : null;
		return (perEuro == null) ? amount.compareTo(BigDecimal.ONE) >= 0
				: amount.compareTo(LEAST_EUROS.multiply(perEuro)) >= 0
						&& amount.compareTo(MOST_EUROS.multiply(perEuro)) <= 0;
	}

	private @Nullable Finding budget(Clause clause, Matcher matcher) {
		String after = clause.after(matcher.end(), 60);
		BigDecimal amount = amount(clause, matcher, NumberKind.AMOUNT);
		boolean cued = BUDGET.matcher(ahead(clause, matcher)).find() || BUDGET_AFTER.matcher(after).find();
		if (amount == null || !cued || A_DAY.matcher(after).find() || AN_HOUR.matcher(after).find()
				|| SALARY.matcher(clause.after(matcher.end(), 20)).find()
				|| (sign(matcher) == null && matcher.group("times") == null
						&& amount.compareTo(new BigDecimal("5000")) < 0)
				|| after.matches("(?is)\\s*(?:working |person[- ]?|man[- ]?)?(?:days|people|months|weeks|%).*")) {
			return null;
		}
		return finding(BriefField.BUDGET, amount, (sign(matcher) != null) ? Confidence.CERTAIN : Confidence.LIKELY,
				clause, matcher);
	}

	/**
	 * An amount in another currency is a guess, and the note says which. A sign that may
	 * be the client's is taken for it.
	 */
	private Finding finding(BriefField field, BigDecimal amount, Confidence confidence, Clause clause,
			Matcher matcher) {
		String named = named(clause, matcher);
		String said = code(clause, matcher);
		boolean other = !this.currency.equals(said);
		return Finding
			.of(field, plain(amount), other ? Confidence.GUESS : confidence, this.notes.passage(clause, matcher))
			.with(null, null, other ? Objects.requireNonNullElse(said, named) : null);
	}

	/** Three digits behind the mark might be read as thousands where the form is read. */
	private static String plain(BigDecimal amount) {
		int decimals = Math.max(0, amount.stripTrailingZeros().scale());
		return amount.setScale((decimals == 3) ? 4 : decimals).toPlainString();
	}

	private static String ahead(Clause clause, Matcher matcher) {
		return clause.before(matcher.start(), 80);
	}

	/** As it was written, or {@code null} if the amount names no currency. */
	private static @Nullable String sign(Matcher matcher) {
		return (matcher.group("before") != null) ? matcher.group("before") : matcher.group("after");
	}

	/** The same, or what names the currency of the amount before it. */
	private static @Nullable String named(Clause clause, Matcher matcher) {
		String sign = sign(matcher);
		Matcher ahead = NAMED_AHEAD.matcher(ahead(clause, matcher));
		return (sign != null) ? sign : ahead.find() ? ahead.group(1) : null;
	}

	/**
	 * The currency of an amount, which is the client's where the text names none.
	 * @return {@code null} if it may be one of several others
	 */
	private @Nullable String code(Clause clause, Matcher matcher) {
		String named = named(clause, matcher);
		return (named != null) ? CurrencySigns.meant(named, this.currency) : this.currency;
	}

	/** The upper of a range; {@code null} for what nobody pays. */
	private @Nullable BigDecimal amount(Clause clause, Matcher matcher, NumberKind kind) {
		String upper = matcher.group("upper");
		String number = (upper != null) ? upper : matcher.group("amount");
		String times = (upper != null) ? matcher.group("upperTimes") : matcher.group("times");
		String code = code(clause, matcher);
		NumberRange range = (times != null) ? MULTIPLIED : kind.range();
		NumberReading reading = (code != null) ? range.understood(number, code) : range.understood(number);
		if (reading == null) {
			return null;
		}
		BigDecimal amount = reading.value();
		if (times != null) {
			amount = amount.movePointRight(switch (times.toLowerCase(Locale.ROOT).charAt(0)) {
				case 'm' -> 6;
				case 'l' -> LAKH;
				case 'c' -> CRORE;
				default -> 3;
			});
		}
		return (amount.signum() <= 0 || amount.compareTo(new BigDecimal("999999999")) > 0) ? null : amount;
	}

}
