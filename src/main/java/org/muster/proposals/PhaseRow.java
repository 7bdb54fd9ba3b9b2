package org.muster.proposals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.forms.NumberText;
import org.muster.forms.DateText;
import org.muster.forms.Typed;

/**
 * From a day on, so many days a week.
 */
record PhaseRow(@Nullable @DateText String from, @Nullable @NumberText(min = "0.5", max = "5", step = "0.5",
		message = "{proposals.phase.perWeek.wrong}") String perWeek) {

	static final PhaseRow EMPTY = new PhaseRow("", "");

	/** Those of a line, and one to fill in. */
	static List<PhaseRow> of(Map<LocalDate, Allocation> later) {
		List<PhaseRow> rows = new ArrayList<>();
		later.forEach((from, allocation) -> rows.add(new PhaseRow(from.toString(), allocation.perWeek().toString())));
		rows.add(EMPTY);
		return rows;
	}

	boolean isEmpty() {
		return Typed.isEmpty(this.from) && Typed.isEmpty(this.perWeek);
	}

	boolean isHalf() {
		return Typed.isEmpty(this.from) != Typed.isEmpty(this.perWeek);
	}

	/**
	 * The row has been checked, and is not empty.
	 * @param place whose weekend stays free
	 */
	Allocation allocation(Place place) {
		return Allocation.ofWeekly(DayCount.of(Typed.text(this.perWeek).replace(',', '.')), place);
	}

}
