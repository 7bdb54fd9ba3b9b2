package org.muster.tableimport;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Consultants;
import org.muster.forms.Formats;
import org.muster.tableimport.CheckResult.Problem;
import org.muster.tables.AmountNotes;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what an import would do, before anything of a table is imported. */
@Component
class TableCheck {

	private static final int AT_ONCE = 250;

	private final TableRows rows;

	private final MendedCells mends;

	private final Consultants consultants;

	private final CellMeanings meanings;

	private final Formats formats;

	private final MessageSource messages;

	private final Clock clock;

	TableCheck(TableRows rows, MendedCells mends, Consultants consultants, CellMeanings meanings, Formats formats,
			MessageSource messages, Clock clock) {
		this.rows = rows;
		this.mends = mends;
		this.consultants = consultants;
		this.meanings = meanings;
		this.formats = formats;
		this.messages = messages;
		this.clock = clock;
	}

	/** What has to be confirmed of the amounts. */
	List<String> doubts(PoolImport table, List<@Nullable TableColumn> chosen) {
		return AmountNotes.doubts(table.amountNotes(), table.headings(), TableRows.columns(chosen),
				this.rows.currency());
	}

	/** Reads all of it, and changes nothing. */
	CheckResult check(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order, NewPeople usual)
			throws IOException {
		CheckCounter counter = counter(usual, findings(table, chosen, false));
		count(table, this.rows.reader(table, chosen, order), counter);
		return counter.result(!this.mends.of(table.id()).isNone());
	}

	/** Each by itself, in the order of the lines, up to the most that are listed. */
	List<Problem> problems(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order,
			NewPeople usual) throws IOException {
		CheckFindings findings = findings(table, chosen, true);
		count(table, this.rows.reader(table, chosen, order), counter(usual, findings));
		return findings.problems().stream().sorted(Comparator.comparingInt(Problem::line)).toList();
	}

	private CheckFindings findings(PoolImport table, List<@Nullable TableColumn> chosen, boolean isListing) {
		return new CheckFindings(table, TableRows.columns(chosen), isListing, this.meanings, this.messages);
	}

	private CheckCounter counter(NewPeople usual, CheckFindings findings) {
		return new CheckCounter(usual, this.consultants,
				new RowsBelowCost(this.consultants, this.formats, LocalDate.now(this.clock)), findings);
	}

	private void count(PoolImport table, RowReader reader, CheckCounter counter) throws IOException {
		List<SheetRow> some = new ArrayList<>();
		this.rows.read(table, (row, isAbove) -> {
			if (!isAbove) {
				some.add(row);
			}
			if (some.size() == AT_ONCE) {
				counter.count(some, reader);
			}
			return true;
		});
		counter.count(some, reader);
	}

}
