package org.muster.tables;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What 03/04/2027 means, and 03/04/05. */
public enum DateOrder {

	/** 3 April. */
	DAY_FIRST,

	/** 4 March. */
	MONTH_FIRST,

	/** The year has two digits and comes first; the month follows. */
	YEAR_FIRST,

	/** No date says which. */
	OPEN;

	private static final int MONTHS = 12;

	private static final int DAYS = 31;

	/** Which of them three numbers can have, where none of them is known. */
	static Set<DateOrder> possible(TableDates.Numbers date) {
		Set<DateOrder> possible = EnumSet.noneOf(DateOrder.class);
		if (date.first() <= DAYS && date.second() <= MONTHS) {
			possible.add(DAY_FIRST);
		}
		if (!date.isDotted() && date.first() <= MONTHS && date.second() <= DAYS) {
			possible.add(MONTH_FIRST);
		}
		if (date.isShort() && date.second() <= MONTHS && date.third() <= DAYS) {
			possible.add(YEAR_FIRST);
		}
		return possible;
	}

	/** Collects what the dates of a column tell. */
	static final class Evidence {

		private boolean any;

		private final Set<DateOrder> left = EnumSet.of(DAY_FIRST, MONTH_FIRST, YEAR_FIRST);

		void take(String cell) {
			TableDates.Numbers date = TableDates.eitherOrder(cell);
			if (date != null && !possible(date).isEmpty()) {
				this.any = true;
				this.left.retainAll(possible(date));
			}
		}

		/** Nothing where no date needs an order. */
		@Nullable DateOrder order() {
			if (!this.any) {
				return null;
			}
			return (this.left.size() == 1) ? this.left.iterator().next() : OPEN;
		}

	}

}
