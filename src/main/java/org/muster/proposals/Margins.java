package org.muster.proposals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.muster.calendar.DayCount;
import org.muster.money.DayRate;

/**
 * What an offer leaves to the consultancy. Never shown to clients.
 *
 * @param lines by person, before the discount on the whole
 * @param months by month, before the discount on the whole
 * @param total after it
 * @param breakEven the discount on the whole at which nothing is left, in per cent, not
 * below zero
 */
record Margins(List<Row> lines, List<Month> months, Row total, BigDecimal breakEven) {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	/**
	 * @param revenue what the client is to pay, before VAT
	 * @param cost what the consultants are to be paid
	 */
	record Row(String name, BigDecimal revenue, BigDecimal cost) {

		public BigDecimal margin() {
			return this.revenue.subtract(this.cost);
		}

		/** Of the revenue, in per cent to one decimal. */
		public BigDecimal percent() {
			return DayRate.marginPercent(this.revenue, this.cost);
		}

	}

	/** A month over all lines. */
	record Month(YearMonth month, Row row) {
	}

	/** Pay rates in other currencies count at the rate of exchange of their line. */
	static Margins of(ProposalRevision revision) {
		List<Row> lines = new ArrayList<>();
		Map<YearMonth, Row> months = new TreeMap<>();
		BigDecimal cost = BigDecimal.ZERO;
		for (ProposalLine line : revision.lines()) {
			BigDecimal pay = line.cost();
			BigDecimal paid = times(pay, line.days());
			cost = cost.add(paid);
			lines.add(new Row(line.consultantName(), line.amount(), paid));
			line.months()
				.forEach((month) -> months.merge(month.month(), new Row("", month.amount(), times(pay, month.days())),
						(one, other) -> new Row("", one.revenue().add(other.revenue()), one.cost().add(other.cost()))));
		}
		return new Margins(lines,
				months.entrySet().stream().map((month) -> new Month(month.getKey(), month.getValue())).toList(),
				new Row("", revision.net(), cost), breakEven(revision.subtotal(), cost));
	}

	/** What the consultants of a revision are to be paid. */
	static BigDecimal cost(ProposalRevision revision) {
		return revision.lines()
			.stream()
			.map((line) -> times(line.cost(), line.days()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal times(BigDecimal rate, DayCount days) {
		return rate.multiply(days.days()).setScale(2, RoundingMode.HALF_UP);
	}

	/** (1 − cost ÷ subtotal) × 100, rounded down: at more nothing would be left. */
	private static BigDecimal breakEven(BigDecimal subtotal, BigDecimal cost) {
		if (subtotal.signum() <= 0) {
			return BigDecimal.ZERO;
		}
		return BigDecimal.ONE.subtract(cost.divide(subtotal, MathContext.DECIMAL64))
			.multiply(HUNDRED)
			.setScale(2, RoundingMode.FLOOR)
			.max(BigDecimal.ZERO);
	}

}
