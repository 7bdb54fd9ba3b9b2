package org.muster.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What 03/04/2027 means. */
enum DateOrder {

	/** 3 April. */
	DAY_FIRST,

	/** 4 March. */
	MONTH_FIRST,

	/** No date of the table says which. */
	OPEN;

	private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](?:\\d{4}|\\d{2})");

	private static final int MONTHS = 12;

	/** Collects what the dates of a table tell. */
	static final class Evidence {

		private boolean any;

		private boolean dayFirst;

		private boolean monthFirst;

		void take(List<String> cells) {
			for (String cell : cells) {
				if (cell.length() <= 12) {
					Matcher matcher = NUMBERS.matcher(cell.strip());
					if (matcher.matches()) {
						this.any = true;
						this.dayFirst |= Integer.parseInt(matcher.group(1)) > MONTHS;
						this.monthFirst |= Integer.parseInt(matcher.group(2)) > MONTHS;
					}
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
