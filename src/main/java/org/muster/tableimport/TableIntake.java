package org.muster.tableimport;

import java.nio.file.Path;
import java.time.Clock;

import org.muster.accounts.CurrentUser;
import org.muster.audit.References;
import org.muster.tables.TableReading;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a table that was uploaded until it is imported. */
@Component
class TableIntake {

	private final Imports imports;

	private final ImportFiles files;

	private final References references;

	private final TransactionTemplate transaction;

	private final Clock clock;

	TableIntake(Imports imports, ImportFiles files, References references, TransactionTemplate transaction,
			Clock clock) {
		this.imports = imports;
		this.files = files;
		this.references = references;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The reference of the import that begins. */
	String keep(Path copy, String name, TableReading reading, CurrentUser user) {
		return this.transaction.execute((status) -> {
			PoolImport table = this.imports
				.save(new PoolImport(this.references.draw("I", this.imports::existsByReference), name, reading, user,
						this.clock.instant()));
			this.files.keep(table.id(), copy);
			return table.reference();
		});
	}

}
