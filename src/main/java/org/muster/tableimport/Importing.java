package org.muster.tableimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.tables.SheetRow;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.uploads.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a table into the pool, some rows a transaction, each with how far it came: after
 * a restart it goes on where it was. People are told apart by their e-mail.
 */
@Component
class Importing {

	private static final Logger log = LoggerFactory.getLogger(Importing.class);

	private static final int ROWS_AT_ONCE = 250;

	private final Imports imports;

	private final ImportFiles files;

	private final TableRows tables;

	private final PoolWriter writer;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Importing(Imports imports, ImportFiles files, TableRows tables, PoolWriter writer, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.imports = imports;
		this.files = files;
		this.tables = tables;
		this.writer = writer;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	void run(long id) {
		PoolImport table = this.imports.findById(id).filter(PoolImport::isOpen).orElse(null);
		if (table == null) {
			return;
		}
		try {
			Path file = this.files.copy(id);
			try {
				new Pass(table).read(file);
			}
			finally {
				Files.delete(file);
			}
			finish(id, table);
		}
		catch (Unreadable ex) {
			fail(id, ex.key());
		}
		catch (IOException ex) {
			log.error("The file of {} cannot be copied", table.reference(), ex);
			fail(id, "imports.file.broken");
		}
	}

	/** What fails again and again is nothing that another try would mend. */
	void giveUp(long id) {
		this.imports.findById(id).filter(PoolImport::isOpen).ifPresent((table) -> fail(id, "imports.file.givenUp"));
	}

	private void finish(long id, PoolImport table) {
		this.transaction.executeWithoutResult((status) -> {
			PoolImport done = this.imports.findById(id).orElseThrow();
			done.finish(this.clock.instant());
			this.files.forget(id);
			this.events.publishEvent(new Audited(new Actor(table.createdBy(), table.createdByName(), null, null), null,
					AuditAct.POOL_IMPORTED, table.reference(), done.added() + " + " + done.changed()));
		});
	}

	private void fail(long id, String problem) {
		this.transaction.executeWithoutResult((status) -> {
			this.imports.findById(id).orElseThrow().fail(problem, this.clock.instant());
			this.files.forget(id);
		});
	}

	/** One way through the file. */
	private final class Pass {

		private final PoolImport table;

		private final RowReader reader;

		private final NewPeople usual;

		private final int skipped;

		private final List<SheetRow> rows = new ArrayList<>();

		private boolean first = true;

		private int seen;

		Pass(PoolImport table) {
			this.table = table;
			this.usual = table.usual(Importing.this.tables.currency());
			this.skipped = table.done();
			this.reader = Importing.this.tables.reader(table);
		}

		void read(Path file) throws IOException, Unreadable {
			Sheets.read(file, this.table.format(), this.table.charset(), this::take);
			keep();
		}

		/** Below the headings; the first of them may be through already. */
		private boolean take(SheetRow row) {
			boolean above = this.table.isAbove(row, this.first);
			this.first = false;
			if (above) {
				return true;
			}
			if (this.seen >= this.skipped) {
				this.rows.add(row);
			}
			this.seen++;
			if (this.rows.size() == ROWS_AT_ONCE) {
				keep();
			}
			return true;
		}

		private void keep() {
			if (this.rows.isEmpty()) {
				return;
			}
			List<SheetRow> now = List.copyOf(this.rows);
			this.rows.clear();
			try {
				keep(now);
			}
			catch (DataIntegrityViolationException ex) {
				// One of them does not go in: the others shall not suffer for it.
				now.forEach(this::keepAlone);
			}
		}

		private void keep(List<SheetRow> some) {
			Importing.this.transaction.executeWithoutResult((status) -> {
				Outcome outcome = Importing.this.writer.keep(this.table, some, this.reader, this.usual);
				Importing.this.imports.findById(this.table.id()).orElseThrow().progress(outcome);
			});
		}

		/** The database tells apart by e-mail more narrowly than we: without accents. */
		private void keepAlone(SheetRow row) {
			try {
				keep(List.of(row));
			}
			catch (DataIntegrityViolationException ex) {
				log.info("Row {} of {} does not go in: {}", row.line(), this.table.reference(), ex.getMessage());
				Importing.this.transaction.executeWithoutResult((status) -> {
					Importing.this.writer.refuse(this.table, row, new Wrong(TableColumn.EMAIL, "conflict", "", true));
					Importing.this.imports.findById(this.table.id()).orElseThrow().progress(new Outcome(0, 0, 0, 1));
				});
			}
		}

	}

}
