package org.muster.tableimport;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.muster.tables.SheetRow;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notes what was wrong with a row, and keeps the rows that did not go in. */
@Component
class ImportNotes {

	/** More problems than anybody reads. */
	private static final int MOST_PROBLEMS = 5000;

	private final ImportProblems problems;

	private final LeftOutRows leftOut;

	private final MessageSource messages;

	ImportNotes(ImportProblems problems, LeftOutRows leftOut, MessageSource messages) {
		this.problems = problems;
		this.leftOut = leftOut;
		this.messages = messages;
	}

	OfTable of(PoolImport table) {
		return new OfTable(table);
	}

	/** Those of one table, within one transaction. */
	final class OfTable {

		private final PoolImport table;

		/** How many problems are still noted. */
		private long room;

		private OfTable(PoolImport table) {
			this.table = table;
			this.room = MOST_PROBLEMS - ImportNotes.this.problems.countByImportId(table.id());
		}

		void refuse(SheetRow row, List<Wrong> wrongs) {
			wrongs.forEach((wrong) -> note(row, wrong));
			ImportNotes.this.leftOut.keep(this.table.id(), row,
					wrongs.stream()
						.filter(Wrong::fatal)
						.map((wrong) -> reason(wrong))
						.collect(Collectors.joining("; ")));
		}

		/**
		 * What a row has beyond its headings is no part of the table, so it is said here.
		 */
		private String reason(Wrong wrong) {
			String reason = column(wrong) + " "
					+ ImportNotes.this.messages.getMessage("imports.reason." + wrong.reason(), null, Locale.ENGLISH);
			return (wrong.field() != null) ? reason : reason + ": " + wrong.typed();
		}

		private String column(Wrong wrong) {
			return wrong.column(this.table.headings(), this.table.columns(), ImportNotes.this.messages);
		}

		void note(SheetRow row, Wrong wrong) {
			if (this.room-- > 0) {
				ImportNotes.this.problems.save(new ImportProblem(this.table.id(), row.line(), column(wrong),
						wrong.reason(), wrong.typed(), wrong.fatal()));
			}
		}

	}

}
