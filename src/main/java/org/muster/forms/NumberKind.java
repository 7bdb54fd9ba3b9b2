package org.muster.forms;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;

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

	/** A day rate in a currency of which one euro buys no more than ten. */
	private static final BigDecimal MOST_OF_LARGE_UNITS = new BigDecimal("100000");

	private static final Map<String, BigDecimal> UNITS = ExchangeRates.standard().perEuro();

	private final NumberRange range;

	NumberKind(NumberRange.Unit unit, String min, String max, String step) {
		this.range = NumberRange.of(unit, min, max, step);
	}

	/** Its bounds and grain. */
	public NumberRange range() {
		return this.range;
	}

	/** The key of the message that says what it takes. */
	String message() {
		return switch (this.range.unit()) {
			case DAY_RATE -> "forms.rate";
			case MONEY -> "forms.amount";
			case PERCENT -> "forms.percent";
			case PLAIN -> this.range.isOfHalves() ? "forms.days" : "forms.number";
		};
	}

	/**
	 * Refuses an amount that names another currency than the form is in, or has more
	 * decimals than the currency: yen have none.
	 * @param currency ISO 4217
	 */
	public void check(BindingResult binding, String field, @Nullable String text, String currency) {
		NumberReading reading = this.range.understood(text);
		if (reading != null && !reading.isIn(currency)) {
			binding.rejectValue(field, "forms.currency.other", new Object[] { currency }, null);
		}
		else if (reading != null && !binding.hasFieldErrors(field)) {
			BigDecimal amount = amount(reading, currency);
			if (amount.compareTo(most(currency)) > 0) {
				binding.rejectValue(field, "forms.rate.most", new Object[] { most(currency) }, null);
			}
			else if (isTooFine(amount, currency)) {
				binding.rejectValue(field, "forms.decimals", new Object[] { currency, decimals(currency) }, null);
			}
		}
	}

	/**
	 * Whether an amount is within bounds and has no more decimals than its currency.
	 * @param currency ISO 4217
	 */
	public boolean takes(BigDecimal amount, String currency) {
		return this.range.takes(amount) && amount.compareTo(most(currency)) <= 0 && !isTooFine(amount, currency);
	}

	/**
	 * What three digits behind a mark mean in a currency that has as many decimals:
	 * dinars and fils, where it would be an implausible rate otherwise.
	 */
	private BigDecimal amount(NumberReading reading, String currency) {
		BigDecimal value = reading.value();
		boolean decimals = reading.isAmbiguous() && decimals(currency) == 3 && value.compareTo(most(currency)) > 0;
		return decimals ? value.movePointLeft(3) : value;
	}

	/**
	 * The most that is plausible: nobody's day costs half a million euros, but somebody's
	 * does half a million forints.
	 */
	private BigDecimal most(String currency) {
		BigDecimal perEuro = UNITS.get(currency);
		boolean large = (perEuro != null) ? perEuro.compareTo(BigDecimal.TEN) <= 0 : decimals(currency) == 3;
		return (this == DAY_RATE && large) ? MOST_OF_LARGE_UNITS : this.range.max();
	}

	/**
	 * An amount as a form shows it. Three digits behind the mark would be read as
	 * thousands, so they are followed by a fourth.
	 * @return empty for none
	 */
	public static String written(@Nullable BigDecimal amount) {
		return (amount == null) ? ""
				: (amount.scale() == 3) ? amount.setScale(4).toPlainString() : amount.toPlainString();
	}

	private static boolean isTooFine(BigDecimal amount, String currency) {
		return amount.stripTrailingZeros().scale() > decimals(currency);
	}

	/** The currency may be typed as well: one that is none is refused elsewhere. */
	private static int decimals(String currency) {
		try {
			return Money.of(BigDecimal.ZERO, currency).decimals();
		}
		catch (IllegalArgumentException ex) {
			return DayRate.MOST_DECIMALS;
		}
	}

	/** As {@link NumberRange#read(String)}. */
	public @Nullable BigDecimal read(@Nullable String text) {
		return this.range.read(text);
	}

	/**
	 * As {@link NumberRange#read(String, String)}, with no more decimals than the
	 * currency has.
	 */
	public @Nullable BigDecimal read(@Nullable String text, String currency) {
		NumberReading reading = this.range.understood(text);
		if (reading == null || !reading.isIn(currency)) {
			return null;
		}
		BigDecimal amount = amount(reading, currency);
		return takes(amount, currency) ? amount : null;
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
