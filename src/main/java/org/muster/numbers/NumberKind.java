package org.muster.numbers;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Formats;

import org.springframework.validation.BindingResult;

/**
 * What a typed number counts, with the bounds and the grain that go with it. The bounds
 * decide how an ambiguous number is read, see {@link NumberRange}.
 */
public enum NumberKind {

	/** What a day costs, in units of a currency. */
	DAY_RATE(NumberRange.Unit.DAY_RATE, "0.0001", "100000000", "0.0001"),
	/** A sum of money, in units of a currency. */
	AMOUNT(NumberRange.Unit.MONEY, "0.0001", "999999999999", "0.0001"),
	/** A share of something, in per cent. */
	PERCENT(NumberRange.Unit.PERCENT, "0", "100", "0.01"),
	/** A discount that is one, in per cent. */
	DISCOUNT(NumberRange.Unit.PERCENT, "0.01", "100", "0.01"),
	/** How much rates rise, in per cent. */
	RISE(NumberRange.Unit.PERCENT, "0.01", "50", "0.01"),
	/** How much rates rise in a draft, in per cent; 0 instead of what was agreed. */
	DRAFT_RISE(NumberRange.Unit.PERCENT, "0", "50", "0.01"),
	/** Days of one person on a proposal. */
	LINE_DAYS(NumberRange.Unit.PLAIN, "0.5", "1300", "0.5"),
	/** Days of everybody on a request. */
	REQUEST_DAYS(NumberRange.Unit.PLAIN, "0.5", "5000", "0.5"),
	/** Days from which on a discount applies. */
	TIER_DAYS(NumberRange.Unit.PLAIN, "1", "100000", "1"),
	/** Days of a working week. */
	DAYS_PER_WEEK(NumberRange.Unit.PLAIN, "0.5", "5", "0.5"),
	/** Years of experience that somebody has. */
	YEARS(NumberRange.Unit.PLAIN, "0", "60", "1"),
	/** Years of experience that are asked for. */
	YEARS_ASKED(NumberRange.Unit.PLAIN, "0", "50", "1"),
	/** A calendar year. */
	YEAR(NumberRange.Unit.PLAIN, "1970", "2199", "1"),
	/** A level of a skill, or points of a scorecard. */
	LEVEL(NumberRange.Unit.PLAIN, "1", "5", "1"),
	/** Openings of a position. */
	HEAD_COUNT(NumberRange.Unit.PLAIN, "1", "100", "1"),
	/** Hours that two time zones have in common. */
	OVERLAP_HOURS(NumberRange.Unit.PLAIN, "0", "8", "1"),
	/** How far one skill implies another, in per cent. */
	STRENGTH(NumberRange.Unit.PERCENT, "1", "100", "1");

	private final NumberRange range;

	NumberKind(NumberRange.Unit unit, String min, String max, String step) {
		this.range = NumberRange.of(unit, min, max, step);
	}

	/** Its bounds and grain. */
	public NumberRange range() {
		return this.range;
	}

	/** A bound as pages write it: all messages that name one take it from here. */
	String shown(BigDecimal bound) {
		return (this == YEAR) ? bound.toPlainString() : Formats.plain(bound, Locale.UK);
	}

	/** The least and the most, as arguments of a message. */
	public Object[] bounds() {
		return new Object[] { shown(this.range.min()), shown(this.range.max()) };
	}

	/** The same of amounts of a currency. */
	public Object[] bounds(String currency) {
		return new Object[] { shown(this.range.min()), shown(this.range.most(currency)) };
	}

	/**
	 * The key of the message that says what it takes. The most that a day may cost
	 * depends on the currency, so that it is not named before that is known.
	 * @param reading what was typed, or {@code null} if it is no number
	 */
	String message(@Nullable NumberReading reading) {
		return switch (this.range.unit()) {
			case DAY_RATE -> (reading != null && reading.value().compareTo(this.range.max()) > 0) ? "forms.rate.large"
					: "forms.rate";
			case MONEY -> "forms.amount";
			case PERCENT -> "forms.percent";
			case PLAIN -> this.range.isOfHalves() ? "forms.days" : "forms.number";
		};
	}

	/**
	 * Refuses an amount that names another currency than the form is in, or has more
	 * decimals than the currency: yen have none. Takes note of one that could be read two
	 * ways.
	 * @param currency ISO 4217
	 */
	public void check(BindingResult binding, String field, @Nullable String text, String currency) {
		ReadNumbers.note(label(binding, field), this.range, text, currency);
		NumberRange.Problem problem = this.range.problem(text, currency);
		if (problem != null && !binding.hasFieldErrors(field)) {
			binding.rejectValue(field, problem.key(), problem.args().toArray(), null);
		}
	}

	/** The label of a field, where its form says so. */
	private static String label(BindingResult binding, String field) {
		Object form = binding.getTarget();
		NumberText number = (form != null) ? NumberHints.annotation(form, field) : null;
		return (number != null) ? number.label() : "";
	}

	/**
	 * Whether an amount is within bounds and has no more decimals than its currency.
	 * @param currency ISO 4217
	 */
	public boolean takes(BigDecimal amount, String currency) {
		return this.range.takes(amount, currency);
	}

	/**
	 * An amount as a form shows it, with cents but no needless decimals. Three digits
	 * behind the mark would be read as thousands, so they are followed by a fourth.
	 * @param currency ISO 4217
	 * @return empty for none
	 */
	public static String written(@Nullable BigDecimal amount, String currency) {
		if (amount == null) {
			return "";
		}
		int needed = Math.max(0, amount.stripTrailingZeros().scale());
		int decimals = Math.max(needed, Math.min(2, Denomination.of(currency).decimals()));
		return amount.setScale((decimals == 3) ? 4 : decimals).toPlainString();
	}

	/** As {@link NumberRange#read(String)}. */
	public @Nullable BigDecimal read(@Nullable String text) {
		return this.range.read(text);
	}

	/**
	 * As {@link NumberRange#read(String, String)}.
	 */
	public @Nullable BigDecimal read(@Nullable String text, String currency) {
		return this.range.read(text, currency);
	}

	/**
	 * A whole number that validation has let pass.
	 * @param fallback for an empty text
	 */
	public int whole(@Nullable String text, int fallback) {
		BigDecimal number = read(text);
		return (number != null) ? number.intValueExact() : fallback;
	}

}
