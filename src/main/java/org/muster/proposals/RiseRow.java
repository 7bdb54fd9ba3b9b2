package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;

/** From a day on, all rates are higher by so much. */
record RiseRow(@Nullable @DateText String from, @Nullable @NumberText(value = NumberKind.DRAFT_RISE,
		label = "proposals.rises", message = "{proposals.rise.wrong}") String percent) {

	static final RiseRow EMPTY = new RiseRow("", "");

	/** Those of a draft, and one to fill in. */
	static List<RiseRow> of(Map<LocalDate, BigDecimal> rises) {
		List<RiseRow> rows = new ArrayList<>();
		rises.forEach((from, percent) -> rows.add(new RiseRow(from.toString(), percent.toPlainString())));
		rows.add(EMPTY);
		return rows;
	}

	boolean isEmpty() {
		return Inputs.isEmpty(this.from) && Inputs.isEmpty(this.percent);
	}

	boolean isHalf() {
		return Inputs.isEmpty(this.from) != Inputs.isEmpty(this.percent);
	}

}
