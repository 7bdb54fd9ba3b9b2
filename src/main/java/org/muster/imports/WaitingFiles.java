package org.muster.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.muster.audit.Actor;
import org.muster.audit.AuditTrail;
import org.muster.forms.NameInText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables that were uploaded and not taken over yet, and CVs that were not read yet, for
 * whoever looks for somebody in them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingFiles {

	private static final Logger log = LoggerFactory.getLogger(WaitingFiles.class);

	/** An administrator waits for it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final JdbcTemplate jdbc;

	private final Imports imports;

	private final ImportFiles tables;

	private final ProfileDrafts drafts;

	private final DraftFiles cvs;

	private final AuditTrail audit;

	private final Clock clock;

	WaitingFiles(JdbcTemplate jdbc, Imports imports, ImportFiles tables, ProfileDrafts drafts, DraftFiles cvs,
			AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.imports = imports;
		this.tables = tables;
		this.drafts = drafts;
		this.cvs = cvs;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The tables that name somebody, or may: those that could not be read, or not in
	 * time.
	 * @return the ids of their imports
	 */
	public List<Long> tablesNaming(NameInText name) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		return this.jdbc.queryForList("select distinct import_id from pool_import_part order by import_id", Long.class)
			.stream()
			.filter((id) -> isTableNaming(this.imports.findById(id).orElseThrow(), name, until))
			.toList();
	}

	private boolean isTableNaming(PoolImport table, NameInText name, long until) {
		boolean[] named = new boolean[1];
		try {
			Path file = this.tables.copy(table.id());
			try {
				Sheets.read(file, table.format(), table.charset(), (row) -> {
					// First and last names may be in cells of their own.
					named[0] = System.nanoTime() > until || name.isIn(String.join(" ", row.cells()));
					return !named[0];
				});
			}
			finally {
				Files.delete(file);
			}
			return named[0];
		}
		catch (Unreadable ex) {
			log.debug("A table could not be searched", ex);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The CVs that name somebody, or may, of those of which there is no text yet.
	 * @return the ids of their drafts
	 */
	public List<Long> cvsNaming(NameInText name) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		return this.jdbc
			.queryForList("select draft_id from profile_draft_file where content is not null order by draft_id",
					Long.class)
			.stream()
			.filter((id) -> isCvNaming(this.drafts.findById(id).orElseThrow(), name, until))
			.toList();
	}

	private boolean isCvNaming(ProfileDraft draft, NameInText name, long until) {
		if (System.nanoTime() > until) {
			return true;
		}
		try {
			return name.isIn(DocumentText.of(draft.kind(), this.cvs.content(draft.id()).orElseThrow()));
		}
		catch (Unreadable ex) {
			log.debug("A CV could not be searched", ex);
			return true;
		}
	}

	/** Of a table that is being taken over, or was, nothing is left to remove. */
	public void removeTable(long id, Actor by) {
		this.imports.findById(id).filter((table) -> table.withdraw(this.clock.instant())).ifPresent((table) -> {
			this.tables.forget(id);
			this.audit.record(by, null, "pool.import.withdrawn", table.reference(), null);
		});
	}

	/** Together with the text that it may have become meanwhile. */
	public void removeCv(long id, Actor by) {
		this.drafts.findById(id).filter((draft) -> draft.discard(by, this.clock.instant())).ifPresent((draft) -> {
			this.cvs.forget(id);
			this.audit.record(by, null, "cv.discarded", draft.reference(), null);
		});
	}

}
