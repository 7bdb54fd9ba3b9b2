package org.muster.proposals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.muster.calendar.DayCount;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetFormulas;
import org.muster.forms.Formats;
import org.muster.money.Money;
import org.muster.pricing.CostRow;
import org.muster.pricing.MonthCost;
import org.muster.pricing.PriceBand;
import org.muster.pricing.VatShare;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The estimate of a revision as an Excel sheet that calculates by itself: days by month
 * times the rate, less the discount, rounded once a line; the sum, the discount on it,
 * VAT and the total, to the same cent as the proposal. No pay rate and no margin is in
 * it.
 */
@Component
class EstimateSheet {

	/** Of the alphabet. A proposal has no more columns than two of them name. */
	private static final int LETTERS = 26;

	private static final int FIRST_LINE = 4;

	private static final int RATE = 4;

	private static final int DISCOUNT = 5;

	private static final int FIRST_MONTH = 6;

	private final MessageSource messages;

	private final Formats formats;

	EstimateSheet(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	byte[] write(String title, Proposal proposal, ProposalRevision revision) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "Muster", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(say("proposals.sheet"));
			sheet.value(0, 0, SheetExport.printable(title));
			sheet.value(1, 0, say("proposals.document.title", proposal.reference(), revision.number()));
			if (revision.contentHash() != null) {
				sheet.value(2, 0, "SHA-256 " + revision.contentHash());
			}
			sheet.range(0, 0, 1, 0).style().bold().set();
			List<YearMonth> months = revision.months().stream().map(MonthCost::month).toList();
			Columns columns = new Columns(months, revision.vatShares());
			heads(sheet, revision, columns);
			int row = FIRST_LINE;
			for (ProposalLine line : revision.lines()) {
				row = line(sheet, row, line, revision, columns);
			}
			sums(sheet, row, revision, columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return SheetFormulas.withValues(bytes.toByteArray());
	}

	/**
	 * Where what stands. Where VAT changes on the way, there is a column of amounts for
	 * each of its rates, up to the month in which the next one begins; the last of them
	 * has the whole.
	 */
	private record Columns(List<YearMonth> months, List<VatShare> shares) {

		int days() {
			return FIRST_MONTH + this.months.size();
		}

		int rates() {
			return Math.max(1, this.shares.size());
		}

		int amount(int share) {
			return days() + 1 + share;
		}

		int last() {
			return amount(rates() - 1);
		}

		/** How many of the months come before the next rate. */
		int until(int share) {
			return (share + 1 < this.shares.size()) ? (int) this.months.stream()
				.filter((month) -> month.isBefore(this.shares.get(share + 1).month()))
				.count() : this.months.size();
		}

	}

	private void heads(Worksheet sheet, ProposalRevision revision, Columns columns) {
		List<String> heads = List.of(say("proposals.document.who"), say("consultants.role"),
				say("proposals.line.start"), say("proposals.line.end"),
				say("proposals.line.rate.in", revision.currency()), say("proposals.line.discount"));
		for (int column = 0; column < heads.size(); column++) {
			head(sheet, column, heads.get(column));
		}
		for (int month = 0; month < columns.months().size(); month++) {
			head(sheet, FIRST_MONTH + month, this.formats.month(columns.months().get(month)));
		}
		head(sheet, columns.days(), say("proposals.line.days"));
		for (int share = 0; share < columns.rates() - 1; share++) {
			head(sheet, columns.amount(share),
					say("proposals.sheet.amount.before", this.formats.month(columns.shares().get(share + 1).month())));
		}
		head(sheet, columns.last(), say("proposals.line.amount"));
	}

	private static void head(Worksheet sheet, int column, String text) {
		sheet.value(FIRST_LINE - 1, column, text);
		sheet.style(FIRST_LINE - 1, column).bold().wrapText(true).set();
		sheet.width(column, (column < 2) ? 28 : 14);
	}

	/**
	 * A row for each price that the line's days have. The amount of all of them stands in
	 * the first, since it is rounded once.
	 * @return the row after it
	 */
	private int line(Worksheet sheet, int first, ProposalLine line, ProposalRevision revision, Columns columns) {
		List<PriceBand> charges = line.charges();
		for (int index = 0; index < charges.size(); index++) {
			int row = first + index;
			sheet.value(row, 0, SheetExport.printable(line.consultantName()));
			sheet.value(row, 1, say("consultants.role." + line.role()));
			sheet.value(row, 2, line.dates().from());
			sheet.value(row, 3, line.dates().to());
			sheet.style(row, 2).format("yyyy-mm-dd").set();
			sheet.style(row, 3).format("yyyy-mm-dd").set();
			sheet.value(row, RATE, charges.get(index).rate());
			sheet.value(row, DISCOUNT, line.discountPercent());
			for (int month = 0; month < columns.months().size(); month++) {
				DayCount count = charges.get(index).days().get(columns.months().get(month));
				if (count != null) {
					sheet.value(row, FIRST_MONTH + month, count.days());
				}
			}
			sheet.formula(row, columns.days(), days(row, columns.months().size()));
		}
		for (int share = 0; share < columns.rates(); share++) {
			int until = columns.until(share);
			String cost = IntStream.range(first, first + charges.size())
				.mapToObj((row) -> "(%s)*%s".formatted(days(row, until), cell(row, RATE)))
				.collect(Collectors.joining("+"));
			sheet.formula(first, columns.amount(share),
					"ROUND((%s)*(1-%s/100),%d)".formatted(cost, cell(first, DISCOUNT), decimals(revision)));
			amount(sheet, first, columns.amount(share), decimals(revision));
		}
		return first + charges.size();
	}

	/** The days of the first so many months. */
	private static String days(int row, int months) {
		return (months == 0) ? "0"
				: "SUM(%s:%s)".formatted(cell(row, FIRST_MONTH), cell(row, FIRST_MONTH + months - 1));
	}

	/**
	 * The rows that pages show. A discount has a column of amounts for each rate of VAT,
	 * a tax one only.
	 */
	private void sums(Worksheet sheet, int first, ProposalRevision revision, Columns columns) {
		int decimals = decimals(revision);
		int last = columns.last();
		sheet.formula(first, columns.days(), column(columns.days(), first));
		int net = first;
		int taxes = 0;
		int row = first;
		for (CostRow cost : revision.costs()) {
			int here = row++;
			String name = name(cost, revision);
			if (cost.percent() != null) {
				sheet.value(here, DISCOUNT, cost.percent());
			}
			switch (cost.kind()) {
				case SUBTOTAL -> each(columns, (at) -> sum(sheet, here, at, decimals, name, column(at, first)));
				case DISCOUNT, VOLUME -> each(columns, (at) -> sum(sheet, here, at, decimals, name,
						"-ROUND(%s*%s/100,%d)".formatted(cell(first, at), cell(here, DISCOUNT), decimals)));
				case NET -> {
					net = here;
					each(columns, (at) -> sum(sheet, here, at, decimals, name,
							"SUM(%s:%s)".formatted(cell(first, at), cell(here - 1, at))));
				}
				case TAX -> {
					String before = (taxes > 0) ? "-" + cell(net, columns.amount(taxes - 1)) : "";
					sum(sheet, here, last, decimals, name, "ROUND((%s%s)*%s/100,%d)"
						.formatted(cell(net, columns.amount(taxes)), before, cell(here, DISCOUNT), decimals));
					taxes++;
				}
				case TOTAL -> {
					sum(sheet, here, last, decimals, name,
							"SUM(%s:%s)".formatted(cell(net, last), cell(here - 1, last)));
					sheet.range(here, 0, here, last).style().bold().set();
				}
			}
		}
	}

	/** Its percentage stands in a cell of its own, where it can be changed. */
	private String name(CostRow cost, ProposalRevision revision) {
		return switch (cost.kind()) {
			case SUBTOTAL -> say("proposals.subtotal");
			case DISCOUNT -> say("proposals.discount");
			case VOLUME -> say("proposals.changes.volume");
			case NET -> say("proposals.net.total");
			case TAX -> revision.vatBasis().tax();
			case TOTAL -> say("proposals.total");
		};
	}

	private static void each(Columns columns, IntConsumer column) {
		for (int share = 0; share < columns.rates(); share++) {
			column.accept(columns.amount(share));
		}
	}

	private static String column(int column, int row) {
		return "SUM(%s:%s)".formatted(cell(FIRST_LINE, column), cell(Math.max(FIRST_LINE, row - 1), column));
	}

	private static void sum(Worksheet sheet, int row, int column, int decimals, String name, String formula) {
		sheet.value(row, 0, name);
		sheet.formula(row, column, formula);
		amount(sheet, row, column, decimals);
	}

	private static void amount(Worksheet sheet, int row, int column, int decimals) {
		sheet.style(row, column).format((decimals == 0) ? "#,##0" : "#,##0." + "0".repeat(decimals)).set();
	}

	private static int decimals(ProposalRevision revision) {
		return Money.of(BigDecimal.ZERO, revision.currency()).decimals();
	}

	private static String cell(int row, int column) {
		String letters = String.valueOf((char) ('A' + column % LETTERS));
		int left = column / LETTERS - 1;
		return ((left >= 0) ? (char) ('A' + left) + letters : letters) + (row + 1);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
