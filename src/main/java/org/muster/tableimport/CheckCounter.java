package org.muster.tableimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.consultants.Consultants;
import org.muster.consultants.PoolMember;
import org.muster.tables.SheetRow;

/** Counts what would go in, as the rows so far leave the pool. */
final class CheckCounter {

	private final NewPeople usual;

	private final Consultants consultants;

	private final RowsBelowCost belowCost;

	private final CheckFindings findings;

	/** By e-mail, as the rows so far leave them. */
	private final Map<String, PoolMember> people = new HashMap<>();

	/** The same by reference. */
	private final Map<String, PoolMember> referenced = new HashMap<>();

	private int rows;

	private int leftOut;

	/**
	 * @param usual what new people get whose row does not say it
	 */
	CheckCounter(NewPeople usual, Consultants consultants, RowsBelowCost belowCost, CheckFindings findings) {
		this.usual = usual;
		this.consultants = consultants;
		this.belowCost = belowCost;
		this.findings = findings;
	}

	/** Takes the rows off the list. */
	void count(List<SheetRow> some, RowReader reader) {
		List<ReadRow> reads = some.stream().map(reader::read).toList();
		this.consultants.standings(reads.stream().map((read) -> read.person().email).collect(Collectors.toSet()))
			.forEach((one) -> this.people.putIfAbsent(one.email(), one));
		Set<String> said = reads.stream()
			.flatMap((read) -> Stream.ofNullable(read.person().reference))
			.collect(Collectors.toSet());
		if (!said.isEmpty()) {
			this.consultants.standingsReferenced(said)
				.forEach((one) -> this.referenced.putIfAbsent(one.reference(), one));
		}
		this.belowCost.know(reads.stream()
			.map(ReadRow::person)
			.filter((person) -> (person.payRate == null) != (person.billRate == null))
			.flatMap((person) -> Stream.of(Optional.ofNullable(this.people.get(person.email)),
					Optional.ofNullable(this.referenced.get(person.reference))))
			.flatMap(Optional::stream)
			.toList());
		for (int at = 0; at < some.size(); at++) {
			ReadPerson person = reads.get(at).person();
			PoolMember mailed = this.people.get(person.email);
			PoolMember referenced = this.referenced.get(person.reference);
			List<Wrong> wrongs = reads.get(at).wrongs(mailed, referenced, this.usual);
			this.rows++;
			this.leftOut += wrongs.stream().anyMatch(Wrong::fatal) ? 1 : 0;
			this.findings.note(some.get(at), wrongs, reader);
			this.findings.note(some.get(at), reads.get(at));
			if (wrongs.stream().noneMatch(Wrong::fatal)) {
				PoolMember there = (referenced != null) ? referenced : mailed;
				PoolMember now = person.standing(there, this.usual);
				this.people.put(now.email(), now);
				this.belowCost.note(some.get(at).line(), person, there, now);
				this.referenced.computeIfPresent(now.reference(), (reference, before) -> now);
			}
		}
		some.clear();
	}

	/**
	 * @param mended whether somebody has corrected anything
	 */
	CheckResult result(boolean mended) {
		return this.findings.result(this.rows, this.leftOut, this.belowCost, mended);
	}

}
