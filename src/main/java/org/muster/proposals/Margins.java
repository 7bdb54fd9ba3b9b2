package org.muster.proposals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.money.DayRate;
import org.muster.money.Money;
import org.muster.pricing.Discounts;

/**
 * What an offer leaves to the consultancy. Never shown to clients. Revenue is what the
 * client pays before VAT and after every discount, so that lines, and months, add up to
 * the total.
 *
 * @param lines by person
 * @param months by month
 * @param total of all lines
 * @param breakEven the highest discount on the whole, in per cent to two decimals, that
 * makes no loss; {@code null} if there is a loss without any
 */
record Margins(List<Row> lines, List<Month> months, Row total, @Nullable BigDecimal breakEven) {

	private static final int HUNDREDTHS_OF_ALL = 10_000;

	/**
	 * @param line the number of the line, or 0 for several
	 * @param revenue what the client is to pay, before VAT
	 * @param cost what the consultants are to be paid
	 */
	record Row(int line, String name, BigDecimal revenue, BigDecimal cost) {

		public BigDecimal margin() {
			return this.revenue.subtract(this.cost);
		}

		/** Of the revenue, in per cent to one decimal; {@code null} without revenue. */
		public @Nullable BigDecimal percent() {
			return (this.revenue.signum() == 0) ? null : DayRate.marginPercent(this.revenue, this.cost);
		}

	}

	/** A month over all lines. */
	record Month(YearMonth month, Row row) {
	}

	/**
	 * Each day is paid by the pay rate of that day; those in other currencies count at
	 * the rate of exchange of their line.
	 * @return {@code null} if a pay rate cannot be converted
	 */
	static @Nullable Margins of(ProposalRevision revision) {
		Row total = total(revision);
		return (total == null) ? null
				: new Margins(lines(revision), months(revision), total, breakEven(revision, total.cost()));
	}

	/** The same for all lines together, without a look at their months. */
	static @Nullable Row total(ProposalRevision revision) {
		return total(revision.net(), revision.currency(), revision.lines().stream().map(ProposalLine::cost).toList());
	}

	/**
	 * @param net of all lines, before VAT and after every discount
	 * @param costs of the lines, not rounded, or {@code null} where one is not known
	 */
	static @Nullable Row total(BigDecimal net, String currency, List<@Nullable BigDecimal> costs) {
		BigDecimal total = BigDecimal.ZERO;
		for (BigDecimal cost : costs) {
			if (cost == null) {
				return null;
			}
			total = total.add(rounded(cost, currency));
		}
		return new Row(0, "", net, total);
	}

	/** The line of a number; {@code null} for none such. */
	public @Nullable Row line(int number) {
		return this.lines.stream().filter((row) -> row.line() == number).findFirst().orElse(null);
	}

	private static List<Row> lines(ProposalRevision revision) {
		List<Row> rows = new ArrayList<>();
		Shares shares = new Shares(revision);
		for (ProposalLine line : revision.lines()) {
			rows.add(new Row(line.number(), line.consultantName(), shares.next(line.amount()),
					rounded(Objects.requireNonNull(line.cost()), revision.currency())));
		}
		return rows;
	}

	private static List<Month> months(ProposalRevision revision) {
		Map<YearMonth, BigDecimal> costs = new TreeMap<>();
		revision.lines()
			.forEach((line) -> Objects.requireNonNull(line.costs())
				.forEach((month, cost) -> costs.merge(month, rounded(cost, revision.currency()), BigDecimal::add)));
		Shares shares = new Shares(revision);
		return revision.months()
			.stream()
			.map((month) -> new Month(month.month(),
					new Row(0, "", shares.next(month.amount()), costs.getOrDefault(month.month(), BigDecimal.ZERO))))
			.toList();
	}

	private static BigDecimal rounded(BigDecimal cost, String currency) {
		return Money.of(cost, currency).rounded().amount();
	}

	/** Hands the discounts on the whole out to its parts, one after the other. */
	private static final class Shares {

		private final ProposalRevision revision;

		private BigDecimal before = BigDecimal.ZERO;

		private BigDecimal handedOut = BigDecimal.ZERO;

		private Shares(ProposalRevision revision) {
			this.revision = revision;
		}

		/** What is left of the next part: what the net of all so far has grown by. */
		private BigDecimal next(BigDecimal amount) {
			this.before = this.before.add(amount);
			BigDecimal net = this.revision.discounts().less(Money.of(this.before, this.revision.currency())).amount();
			BigDecimal share = net.subtract(this.handedOut);
			this.handedOut = net;
			return share;
		}

	}

	/** By halving: the net total never grows with the discount. */
	private static @Nullable BigDecimal breakEven(ProposalRevision revision, BigDecimal cost) {
		if (isLoss(revision, 0, cost)) {
			return null;
		}
		int covered = 0;
		int most = HUNDREDTHS_OF_ALL;
		while (covered < most) {
			int middle = (covered + most + 1) / 2;
			if (isLoss(revision, middle, cost)) {
				most = middle - 1;
			}
			else {
				covered = middle;
			}
		}
		return BigDecimal.valueOf(covered, 2);
	}

	private static boolean isLoss(ProposalRevision revision, int hundredths, BigDecimal cost) {
		Discounts other = new Discounts(BigDecimal.valueOf(hundredths, 2), revision.volumePercent());
		return other.less(Money.of(revision.subtotal(), revision.currency())).amount().compareTo(cost) < 0;
	}

}
