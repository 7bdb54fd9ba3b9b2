package org.muster.intake;

import java.util.Locale;

/** What a text may say about a request. */
enum Field {

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

	/** Whether it belongs to one position, and not to the request or all positions. */
	boolean isOfSeat() {
		return switch (this) {
			case ROLE, SENIORITY, YEARS, HEAD_COUNT, RESPONSIBILITIES, SKILL -> true;
			default -> false;
		};
	}

}
