package org.muster.proposals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

/**
 * From a day on, so many days a week.
 *
 * @param weekdays those that were chosen for as many days a week, as
 * {@link Allocation#parse} reads them
 */
record PhaseRow(
		@Nullable @DateText String from, @Nullable @NumberText(value = NumberKind.DAYS_PER_WEEK,
				label = "proposals.phase.perWeek", message = "{proposals.phase.perWeek.wrong}") String perWeek,
		@Nullable String weekdays) {

	static final PhaseRow EMPTY = new PhaseRow("", "", "");

	/** Those of a line, and one to fill in. */
	static List<PhaseRow> of(Map<LocalDate, Allocation> later) {
		List<PhaseRow> rows = new ArrayList<>();
		later.forEach((from, allocation) -> rows
			.add(new PhaseRow(from.toString(), allocation.perWeek().toString(), allocation.toString())));
		rows.add(EMPTY);
		return rows;
	}

	boolean isEmpty() {
		return Inputs.isEmpty(this.from) && Inputs.isEmpty(this.perWeek);
	}

	boolean isHalf() {
		return Inputs.isEmpty(this.from) != Inputs.isEmpty(this.perWeek);
	}

	/**
	 * The row has been checked, and is not empty. The weekdays stay while the days a week
	 * do; others are from the first day after the weekend on.
	 * @param place whose weekend stays free
	 */
	Allocation allocation(Place place) {
		DayCount days = DayCount.of(Objects.requireNonNull(NumberKind.DAYS_PER_WEEK.read(this.perWeek)));
		try {
			Allocation chosen = Allocation.parse(Inputs.text(this.weekdays));
			return chosen.perWeek().equals(days) ? chosen : Allocation.ofWeekly(days, place);
		}
		catch (IllegalArgumentException ex) {
			return Allocation.ofWeekly(days, place);
		}
	}

}
