package org.muster.tableimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.PoolMember;
import org.muster.tableimport.PoolImport.Outcome;
import org.muster.tableimport.RowReader.Read;
import org.muster.tableimport.RowReader.Wrong;
import org.muster.skills.SkillReader;
import org.muster.tables.SheetRow;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.uploads.Unreadable;
import org.muster.vocabulary.JobRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
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

	/** More problems than anybody reads. */
	private static final int MOST_PROBLEMS = 5000;

	private final Imports imports;

	private final ImportProblems problems;

	private final ImportFiles files;

	private final LeftOutRows leftOut;

	private final MendedCells mends;

	private final Consultants consultants;

	private final SkillReader skills;

	private final ApplicationEventPublisher events;

	private final References references;

	private final MessageSource messages;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final String currency;

	Importing(Imports imports, ImportProblems problems, ImportFiles files, LeftOutRows leftOut, MendedCells mends,
			Consultants consultants, SkillReader skills, ApplicationEventPublisher events, References references,
			MessageSource messages, TransactionTemplate transaction, Clock clock,
			@Value("${muster.currency}") String currency) {
		this.leftOut = leftOut;
		this.mends = mends;
		this.imports = imports;
		this.problems = problems;
		this.files = files;
		this.consultants = consultants;
		this.skills = skills;
		this.events = events;
		this.references = references;
		this.messages = messages;
		this.transaction = transaction;
		this.clock = clock;
		this.currency = currency;
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
			this.usual = table.usual(Importing.this.currency);
			this.skipped = table.done();
			this.reader = new RowReader(table.headings(), table.columns(), Importing.this.skills, today(),
					Importing.this.currency, table.dateOrder(), Importing.this.mends.of(table.id()));
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
				Outcome outcome = new Chunk(some).keep();
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
					new Chunk(List.of()).refuse(row, List.of(new Wrong(TableColumn.EMAIL, "conflict", "", true)));
					Importing.this.imports.findById(this.table.id()).orElseThrow().progress(new Outcome(0, 0, 0, 1));
				});
			}
		}

		/** Some rows, in one transaction. */
		private final class Chunk {

			private final List<SheetRow> rows;

			/** By e-mail. */
			private final Map<String, Consultant> known = new HashMap<>();

			/** By reference. */
			private final Map<String, Consultant> referenced = new HashMap<>();

			/** How many problems are still noted. */
			private long room;

			private int added;

			private int changed;

			private int unchanged;

			private int refused;

			Chunk(List<SheetRow> rows) {
				this.rows = rows;
				this.room = MOST_PROBLEMS - Importing.this.problems.countByImportId(Pass.this.table.id());
			}

			Outcome keep() {
				List<Read> reads = this.rows.stream().map(Pass.this.reader::read).toList();
				Set<String> emails = reads.stream().map((read) -> read.person().email).collect(Collectors.toSet());
				Importing.this.consultants.findByEmailIn(emails).forEach((one) -> this.known.put(one.email(), one));
				Set<String> said = reads.stream()
					.flatMap((read) -> Stream.ofNullable(read.person().reference))
					.collect(Collectors.toSet());
				if (!said.isEmpty()) {
					Importing.this.consultants.referenced(said)
						.forEach((one) -> this.referenced.put(one.reference(), one));
				}
				List<String> references = Importing.this.references.drawLasting("C", this.rows.size(),
						Importing.this.consultants::taken);
				for (int at = 0; at < this.rows.size(); at++) {
					keep(this.rows.get(at), reads.get(at), references.get(at));
				}
				return new Outcome(this.added, this.changed, this.unchanged, this.refused);
			}

			private void keep(SheetRow row, Read read, String reference) {
				Person person = read.person();
				Consultant mailed = this.known.get(person.email);
				Consultant referenced = this.referenced.get(person.reference);
				List<Wrong> wrongs = read.wrongs(member(mailed), member(referenced), Pass.this.usual);
				if (wrongs.stream().anyMatch(Wrong::fatal)) {
					refuse(row, wrongs);
					return;
				}
				wrongs.forEach((wrong) -> note(row, wrong));
				Consultant there = (referenced != null) ? referenced : mailed;
				if (there != null) {
					this.known.remove(there.email());
					this.known.put(person.email, there);
					change(there, person);
					return;
				}
				Consultant fresh = new Consultant(reference,
						person.profile(Pass.this.usual, today(), Importing.this::headline), person.rates(),
						Pass.this.table.createdByName(), Importing.this.clock);
				this.known.put(person.email, Importing.this.consultants.save(fresh));
				this.added++;
			}

			private static @Nullable PoolMember member(@Nullable Consultant person) {
				return (person != null) ? PoolMember.of(person) : null;
			}

			private void change(Consultant there, Person person) {
				Consultant.Profile profile = person.over(there);
				Consultant.Rates rates = there.ratesOn(today());
				Consultant.Rates asked = person.ratesOver(rates);
				if (Person.isSame(there, profile) && rates.isSame(asked)) {
					this.unchanged++;
					return;
				}
				there.change(profile);
				there.charge(asked, today(), Pass.this.table.createdByName(), Importing.this.clock);
				this.changed++;
			}

			private void refuse(SheetRow row, List<Wrong> wrongs) {
				this.refused++;
				wrongs.forEach((wrong) -> note(row, wrong));
				Importing.this.leftOut.keep(Pass.this.table.id(), row,
						wrongs.stream()
							.filter(Wrong::fatal)
							.map((wrong) -> reason(wrong))
							.collect(Collectors.joining("; ")));
			}

			/**
			 * What a row has beyond its headings is no part of the table, so it is said
			 * here.
			 */
			private String reason(Wrong wrong) {
				String reason = column(wrong) + " " + message("imports.reason." + wrong.reason());
				return (wrong.field() != null) ? reason : reason + ": " + wrong.typed();
			}

			private String column(Wrong wrong) {
				return wrong.column(Pass.this.table.headings(), Pass.this.table.columns(), Importing.this.messages);
			}

			private void note(SheetRow row, Wrong wrong) {
				if (this.room-- > 0) {
					Importing.this.problems.save(new ImportProblem(Pass.this.table.id(), row.line(), column(wrong),
							wrong.reason(), wrong.typed(), wrong.fatal()));
				}
			}

		}

	}

	/** For people whose table says no more than what they do. */
	private String headline(JobRole role) {
		return message("consultants.role." + role);
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
