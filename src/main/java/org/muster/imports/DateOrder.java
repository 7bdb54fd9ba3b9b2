package org.muster.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What 03/04/2027 means. */
enum DateOrder {

	/** 3 April. */
	DAY_FIRST,

	/** 4 March. */
	MONTH_FIRST,

	/** No date of the table says which. */
	OPEN;

	private static final int MONTHS = 12;

	/** Collects what the dates of a table tell. */
	static final class Evidence {

		private boolean any;

		private boolean dayFirst;

		private boolean monthFirst;

		void take(List<String> cells) {
			for (String cell : cells) {
				int[] numbers = TableDates.eitherOrder(cell);
				if (numbers != null) {
					this.any = true;
					this.dayFirst |= numbers[0] > MONTHS;
					this.monthFirst |= numbers[1] > MONTHS;
				}
			}
		}

		/** Nothing where no date needs an order. */
		@Nullable DateOrder order() {
			if (!this.any) {
				return null;
			}
			return (this.dayFirst == this.monthFirst) ? OPEN : this.dayFirst ? DAY_FIRST : MONTH_FIRST;
		}

	}

}
