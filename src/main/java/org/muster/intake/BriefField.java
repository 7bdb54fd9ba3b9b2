package org.muster.intake;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;

/** What a text may say about a request. */
enum BriefField {

	GOAL, ROLE, SENIORITY, YEARS, HEAD_COUNT, RESPONSIBILITIES, SKILL, LANGUAGE, COUNTRY, TIME_ZONE, WORK_MODE, START,
	LATEST_START, END, DAYS, DAYS_PER_WEEK, RATE_CAP, BUDGET;

	/** As pages name it: {@code head-count}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether a request, or a position, has no more than one. */
	boolean isSingle() {
		return this != GOAL && this != SKILL && this != LANGUAGE && this != ROLE;
	}

	/** What its number counts, or {@code null} if it is none. */
	public @Nullable NumberKind number() {
		return switch (this) {
			case YEARS -> NumberKind.YEARS_ASKED;
			case HEAD_COUNT -> NumberKind.HEAD_COUNT;
			case DAYS -> NumberKind.REQUEST_DAYS;
			case DAYS_PER_WEEK -> NumberKind.DAYS_PER_WEEK;
			case RATE_CAP -> NumberKind.DAY_RATE;
			case BUDGET -> NumberKind.AMOUNT;
			default -> null;
		};
	}

	/** Whether it is an amount of money. */
	public boolean isAmount() {
		return this == RATE_CAP || this == BUDGET;
	}

	/** Whether it belongs to one position, and not to the request or all positions. */
	boolean isOfSeat() {
		return switch (this) {
			case ROLE, SENIORITY, YEARS, HEAD_COUNT, RESPONSIBILITIES, SKILL -> true;
			default -> false;
		};
	}

}
