package org.muster.proposals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.muster.forms.SheetExport;
import org.muster.forms.Shown;
import org.muster.money.Money;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The estimate of a revision as an Excel sheet that reckons by itself: days by month
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

	private final Shown shown;

	EstimateSheet(MessageSource messages, Shown shown) {
		this.messages = messages;
		this.shown = shown;
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
			List<YearMonth> months = revision.months().stream().map(ProposalRevision.Month::month).toList();
			heads(sheet, revision, months);
			int row = FIRST_LINE;
			for (ProposalLine line : revision.lines()) {
				line(sheet, row++, line, revision, months);
			}
			sums(sheet, row, revision, months.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private void heads(Worksheet sheet, ProposalRevision revision, List<YearMonth> months) {
		List<String> heads = List.of(say("proposals.document.who"), say("consultants.role"),
				say("proposals.line.start"), say("proposals.line.end"),
				say("proposals.line.rate.in", revision.currency()), say("proposals.line.discount"));
		for (int column = 0; column < heads.size(); column++) {
			head(sheet, column, heads.get(column));
		}
		for (int month = 0; month < months.size(); month++) {
			head(sheet, FIRST_MONTH + month, this.shown.month(months.get(month)));
		}
		head(sheet, FIRST_MONTH + months.size(), say("proposals.line.days"));
		head(sheet, FIRST_MONTH + months.size() + 1, say("proposals.line.amount"));
	}

	private static void head(Worksheet sheet, int column, String text) {
		sheet.value(FIRST_LINE - 1, column, text);
		sheet.style(FIRST_LINE - 1, column).bold().wrapText(true).set();
		sheet.width(column, (column < 2) ? 28 : 14);
	}

	private void line(Worksheet sheet, int row, ProposalLine line, ProposalRevision revision, List<YearMonth> months) {
		sheet.value(row, 0, SheetExport.printable(line.consultantName()));
		sheet.value(row, 1, say("consultants.role." + line.role()));
		sheet.value(row, 2, line.period().from());
		sheet.value(row, 3, line.period().to());
		sheet.style(row, 2).format("yyyy-mm-dd").set();
		sheet.style(row, 3).format("yyyy-mm-dd").set();
		sheet.value(row, RATE, line.billRate());
		sheet.value(row, DISCOUNT, line.discountPercent());
		Map<YearMonth, BigDecimal> days = line.months()
			.stream()
			.collect(Collectors.toMap(LineMonth::month, (month) -> month.days().days()));
		for (int month = 0; month < months.size(); month++) {
			BigDecimal count = days.get(months.get(month));
			if (count != null) {
				sheet.value(row, FIRST_MONTH + month, count);
			}
		}
		int sum = FIRST_MONTH + months.size();
		sheet.formula(row, sum, "SUM(%s:%s)".formatted(cell(row, FIRST_MONTH), cell(row, sum - 1)));
		sheet.formula(row, sum + 1, "ROUND(%s*%s*(1-%s/100),%d)".formatted(cell(row, sum), cell(row, RATE),
				cell(row, DISCOUNT), decimals(revision)));
		amount(sheet, row, sum + 1);
	}

	private void sums(Worksheet sheet, int row, ProposalRevision revision, int months) {
		int last = FIRST_MONTH + months + 1;
		String amounts = "SUM(%s:%s)".formatted(cell(FIRST_LINE, last), cell(Math.max(FIRST_LINE, row - 1), last));
		String days = "SUM(%s:%s)".formatted(cell(FIRST_LINE, last - 1), cell(Math.max(FIRST_LINE, row - 1), last - 1));
		int decimals = decimals(revision);
		sum(sheet, row, last, say("proposals.subtotal"), amounts);
		sheet.formula(row, last - 1, days);
		sheet.value(row + 1, DISCOUNT, revision.discountPercent());
		sum(sheet, row + 1, last, say("proposals.discount"),
				"-ROUND(%s*%s/100,%d)".formatted(cell(row, last), cell(row + 1, DISCOUNT), decimals));
		sheet.value(row + 2, DISCOUNT, revision.vatPercent());
		sum(sheet, row + 2, last, say("proposals.sheet.vat"), "ROUND((%s+%s)*%s/100,%d)".formatted(cell(row, last),
				cell(row + 1, last), cell(row + 2, DISCOUNT), decimals));
		sum(sheet, row + 3, last, say("proposals.total"), "SUM(%s:%s)".formatted(cell(row, last), cell(row + 2, last)));
		sheet.range(row + 3, 0, row + 3, last).style().bold().set();
	}

	private static void sum(Worksheet sheet, int row, int column, String name, String formula) {
		sheet.value(row, 0, name);
		sheet.formula(row, column, formula);
		amount(sheet, row, column);
	}

	private static void amount(Worksheet sheet, int row, int column) {
		sheet.style(row, column).format("#,##0.00").set();
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
