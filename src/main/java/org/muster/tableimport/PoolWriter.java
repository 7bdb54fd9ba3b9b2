package org.muster.tableimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.audit.References;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.PoolMember;
import org.muster.tables.SheetRow;
import org.muster.vocabulary.JobRole;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Takes rows into the pool: people who are new, and what is new of those who are there.
 */
@Component
class PoolWriter {

	private final Consultants consultants;

	private final References references;

	private final ImportNotes notes;

	private final MessageSource messages;

	private final Clock clock;

	PoolWriter(Consultants consultants, References references, ImportNotes notes, MessageSource messages, Clock clock) {
		this.consultants = consultants;
		this.references = references;
		this.notes = notes;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Within one transaction.
	 * @param usual what new people get whose row does not say it
	 */
	Outcome keep(PoolImport table, List<SheetRow> rows, RowReader reader, NewPeople usual) {
		return new Chunk(table, reader, usual).keep(rows);
	}

	/** Leaves a row out that the database does not take. */
	void refuse(PoolImport table, SheetRow row, Wrong wrong) {
		this.notes.of(table).refuse(row, List.of(wrong));
	}

	/** Some rows, in one transaction. */
	private final class Chunk {

		private final PoolImport table;

		private final RowReader reader;

		private final NewPeople usual;

		private final ImportNotes.OfTable notes;

		/** By e-mail. */
		private final Map<String, Consultant> known = new HashMap<>();

		/** By reference. */
		private final Map<String, Consultant> referenced = new HashMap<>();

		private int added;

		private int changed;

		private int unchanged;

		private int refused;

		Chunk(PoolImport table, RowReader reader, NewPeople usual) {
			this.table = table;
			this.reader = reader;
			this.usual = usual;
			this.notes = PoolWriter.this.notes.of(table);
		}

		Outcome keep(List<SheetRow> rows) {
			List<ReadRow> reads = rows.stream().map(this.reader::read).toList();
			Set<String> emails = reads.stream().map((read) -> read.person().email).collect(Collectors.toSet());
			PoolWriter.this.consultants.findByEmailIn(emails).forEach((one) -> this.known.put(one.email(), one));
			Set<String> said = reads.stream()
				.flatMap((read) -> Stream.ofNullable(read.person().reference))
				.collect(Collectors.toSet());
			if (!said.isEmpty()) {
				PoolWriter.this.consultants.referenced(said)
					.forEach((one) -> this.referenced.put(one.reference(), one));
			}
			List<String> references = PoolWriter.this.references.drawLasting("C", rows.size(),
					PoolWriter.this.consultants::taken);
			for (int at = 0; at < rows.size(); at++) {
				keep(rows.get(at), reads.get(at), references.get(at));
			}
			return new Outcome(this.added, this.changed, this.unchanged, this.refused);
		}

		private void keep(SheetRow row, ReadRow read, String reference) {
			ReadPerson person = read.person();
			Consultant mailed = this.known.get(person.email);
			Consultant referenced = this.referenced.get(person.reference);
			List<Wrong> wrongs = read.wrongs(member(mailed), member(referenced), this.usual);
			if (wrongs.stream().anyMatch(Wrong::fatal)) {
				this.notes.refuse(row, wrongs);
				this.refused++;
				return;
			}
			wrongs.forEach((wrong) -> this.notes.note(row, wrong));
			Consultant there = (referenced != null) ? referenced : mailed;
			if (there != null) {
				this.known.remove(there.email());
				this.known.put(person.email, there);
				change(there, person);
				return;
			}
			Consultant fresh = new Consultant(reference, person.profile(this.usual, today(), PoolWriter.this::headline),
					person.rates(), this.table.createdByName(), PoolWriter.this.clock);
			this.known.put(person.email, PoolWriter.this.consultants.save(fresh));
			this.added++;
		}

		private static @Nullable PoolMember member(@Nullable Consultant person) {
			return (person != null) ? PoolMember.of(person) : null;
		}

		private void change(Consultant there, ReadPerson person) {
			Consultant.Profile profile = person.over(there);
			Consultant.Rates rates = there.ratesOn(today());
			Consultant.Rates asked = person.ratesOver(rates);
			if (ReadPerson.isSame(there, profile) && rates.isSame(asked)) {
				this.unchanged++;
				return;
			}
			there.change(profile);
			there.charge(asked, today(), this.table.createdByName(), PoolWriter.this.clock);
			this.changed++;
		}

	}

	/** For people whose table says no more than what they do. */
	private String headline(JobRole role) {
		return this.messages.getMessage("consultants.role." + role, null, Locale.ENGLISH);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
