package org.muster.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

/** Nothing is worked from a day on to another. */
record PauseRow(@Nullable @DateText String from, @Nullable @DateText String to) {

	static final PauseRow EMPTY = new PauseRow("", "");

	/** Those of a line, and one to fill in. */
	static List<PauseRow> of(List<Period> pauses) {
		List<PauseRow> rows = new ArrayList<>(pauses.stream()
			.sorted((one, other) -> one.from().compareTo(other.from()))
			.map((pause) -> new PauseRow(pause.from().toString(), pause.to().toString()))
			.toList());
		rows.add(EMPTY);
		return rows;
	}

	boolean isEmpty() {
		return Inputs.isEmpty(this.from) && Inputs.isEmpty(this.to);
	}

	boolean isHalf() {
		return Inputs.isEmpty(this.from) != Inputs.isEmpty(this.to);
	}

	/** The row has been checked, and is not empty. */
	Period period() {
		return new Period(Objects.requireNonNull(Inputs.date(this.from)), Objects.requireNonNull(Inputs.date(this.to)));
	}

}
