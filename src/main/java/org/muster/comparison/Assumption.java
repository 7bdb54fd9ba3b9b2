package org.muster.comparison;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberRange;

/** A figure that the comparison is calculated from. */
enum Assumption {

	MONTHS(null, Unit.MONTHS, "1", "36"), ABSENCE(null, Unit.DAYS, "0", "120"),
	RAMP_SHARE(null, Unit.PERCENT, "0", "100"), INTERNAL_DAY(null, Unit.MONEY, "0", "100000000"),

	SALARY(Way.IN_HOUSE, Unit.MONEY, "1", "9999999999"), ON_COSTS(Way.IN_HOUSE, Unit.PERCENT, "0", "200"),
	WORKPLACE(Way.IN_HOUSE, Unit.MONEY, "0", "9999999999"), RECRUITING_FEE(Way.IN_HOUSE, Unit.PERCENT, "0", "200"),
	IN_HOUSE_SCREENING(Way.IN_HOUSE, Unit.DAYS, "0", "100"), IN_HOUSE_WEEKS(Way.IN_HOUSE, Unit.WEEKS, "0", "104"),
	IN_HOUSE_RAMP(Way.IN_HOUSE, Unit.WEEKS, "0", "104"), IN_HOUSE_BAD_FIT(Way.IN_HOUSE, Unit.PERCENT, "0", "100"),
	BAD_FIT_COST(Way.IN_HOUSE, Unit.PERCENT, "0", "1000"), IN_HOUSE_NOTICE(Way.IN_HOUSE, Unit.MONTHS, "0", "24"),

	FREELANCE_RATE(Way.FREELANCER, Unit.MONEY, "1", "100000000"),
	FREELANCE_PREMIUM(Way.FREELANCER, Unit.PERCENT, "0", "100"),
	FREELANCE_SCREENING(Way.FREELANCER, Unit.DAYS, "0", "100"), FREELANCE_WEEKS(Way.FREELANCER, Unit.WEEKS, "0", "104"),
	FREELANCE_RAMP(Way.FREELANCER, Unit.WEEKS, "0", "104"), FREELANCE_BAD_FIT(Way.FREELANCER, Unit.PERCENT, "0", "100"),
	FREELANCE_NOTICE(Way.FREELANCER, Unit.WEEKS, "0", "52"),

	AUGMENTATION_RATE(Way.AUGMENTATION, Unit.MONEY, "1", "100000000"),
	AUGMENTATION_SCREENING(Way.AUGMENTATION, Unit.DAYS, "0", "100"),
	AUGMENTATION_WEEKS(Way.AUGMENTATION, Unit.WEEKS, "0", "104"),
	AUGMENTATION_RAMP(Way.AUGMENTATION, Unit.WEEKS, "0", "104"),
	AUGMENTATION_BAD_FIT(Way.AUGMENTATION, Unit.PERCENT, "0", "100"),
	AUGMENTATION_NOTICE(Way.AUGMENTATION, Unit.WEEKS, "0", "52");

	/** What it counts. */
	enum Unit {

		MONEY(NumberRange.Unit.MONEY), PERCENT(NumberRange.Unit.PERCENT), DAYS(NumberRange.Unit.PLAIN),
		WEEKS(NumberRange.Unit.PLAIN), MONTHS(NumberRange.Unit.PLAIN);

		private final NumberRange.Unit typed;

		Unit(NumberRange.Unit typed) {
			this.typed = typed;
		}

		/** What may be typed beside it. */
		NumberRange.Unit typed() {
			return this.typed;
		}

	}

	private final @Nullable Way way;

	private final Unit unit;

	private final NumberRange range;

	Assumption(@Nullable Way way, Unit unit, String min, String max) {
		this.way = way;
		this.unit = unit;
		this.range = NumberRange.of(isDayRate() ? NumberRange.Unit.DAY_RATE : unit.typed(), min, max,
				name().equals("MONTHS") ? "0.1" : (unit == Unit.MONEY) ? "0.0001" : "0.01");
	}

	private boolean isDayRate() {
		return name().endsWith("_RATE") || name().equals("INTERNAL_DAY");
	}

	/** Those of one way, or those of all for {@code null}. */
	static List<Assumption> of(@Nullable Way way) {
		return Arrays.stream(values()).filter((one) -> one.way == way).toList();
	}

	/** As the data file and forms name it: {@code in-house-ramp}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public Unit unit() {
		return this.unit;
	}

	/**
	 * Its bounds and grain: months are whole, amounts have as many decimals as their
	 * currency, and everything else two at most.
	 */
	public NumberRange range() {
		return this.range;
	}

	/** Whether a value is within bounds and of the grain. */
	boolean takes(BigDecimal value) {
		return this.range.takes(value);
	}

	/**
	 * A value as the form shows it, without needless decimals. Three digits behind the
	 * mark would be read as thousands, so they are followed by a fourth.
	 */
	static String written(BigDecimal value) {
		int decimals = Math.max(0, value.stripTrailingZeros().scale());
		return value.setScale((decimals == 3) ? 4 : decimals).toPlainString();
	}

}
