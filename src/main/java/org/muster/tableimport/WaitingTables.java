package org.muster.tableimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.names.NameInText;
import org.muster.names.NamingFile;
import org.muster.tables.SheetFormat;
import org.muster.tables.Sheets;
import org.muster.uploads.OfficeTexts;
import org.muster.uploads.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tables that were uploaded and not taken over yet, for whoever looks for somebody. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingTables {

	private static final Logger log = LoggerFactory.getLogger(WaitingTables.class);

	/** An administrator waits for it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int LONGEST_PROPERTIES = 2_000_000;

	private final JdbcTemplate jdbc;

	private final Imports imports;

	private final ImportFiles tables;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WaitingTables(JdbcTemplate jdbc, Imports imports, ImportFiles tables, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.imports = imports;
		this.tables = tables;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The tables that name somebody, or may: those that could not be read, or not in
	 * time.
	 */
	public List<NamingFile> naming(NameInText name) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		List<NamingFile> found = new ArrayList<>();
		this.jdbc.queryForList("select distinct import_id from pool_import_part order by import_id", Long.class)
			.forEach((id) -> naming(this.imports.findById(id).orElseThrow(), name, until).ifPresent(found::add));
		return found;
	}

	/** A last name alone is that of many a row: of tables whole names count. */
	private Optional<NamingFile> naming(PoolImport table, NameInText name, long until) {
		boolean[] named = new boolean[1];
		boolean[] late = new boolean[1];
		try {
			Path file = this.tables.copy(table.id());
			try {
				named[0] = table.format() == SheetFormat.EXCEL
						&& name.isIn(OfficeTexts.besidesCells(file, LONGEST_PROPERTIES));
				if (!named[0]) {
					Sheets.read(file, table.format(), table.charset(), (row) -> {
						// First and last names may be in cells of their own.
						named[0] = name.isIn(String.join(" ", row.cells()));
						late[0] = System.nanoTime() > until;
						return !named[0] && !late[0];
					});
				}
			}
			finally {
				Files.delete(file);
			}
			return (named[0] || late[0]) ? Optional.of(new NamingFile(table.id(), !named[0])) : Optional.empty();
		}
		catch (Unreadable ex) {
			log.debug("A table could not be searched", ex);
			return Optional.of(new NamingFile(table.id(), true));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of a table that is being taken over, or was, nothing is left to remove. */
	public void remove(long id, Actor by) {
		this.imports.findById(id).filter((table) -> table.withdraw(this.clock.instant())).ifPresent((table) -> {
			this.tables.forget(id);
			this.events.publishEvent(new Audited(by, null, AuditAct.POOL_IMPORT_WITHDRAWN, table.reference(), null));
		});
	}

}
