package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;
import org.muster.calendar.UtcColumns;
import org.muster.calendar.WorkPattern;
import org.muster.consultants.AbsenceKind;
import org.muster.consultants.AbsenceRow;
import org.muster.consultants.BookedFor;
import org.muster.consultants.BookingSources;
import org.muster.consultants.Capacity;
import org.muster.consultants.Capacity.Conflict;
import org.muster.consultants.Consultants;
import org.muster.matching.Match;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the days that an offer takes are still to be had. Nobody works more than a day
 * a day: what is engaged or promised elsewhere and what is offered have to fit together
 * on every date.
 */
@Component
class Bookings {

	private static final int A_DAY = 2;

	private static final Set<AbsenceKind> FIRM = Set.of(AbsenceKind.ENGAGED, AbsenceKind.HELD);

	private final Consultants consultants;

	private final Proposals proposals;

	private final JdbcTemplate jdbc;

	private final BookingSources sources;

	Bookings(Consultants consultants, Proposals proposals, BookingSources sources, JdbcTemplate jdbc) {
		this.sources = sources;
		this.consultants = consultants;
		this.proposals = proposals;
		this.jdbc = jdbc;
	}

	/**
	 * Locks the people of offers until the end of the transaction: in the order of their
	 * ids, so that two who do so never wait for each other. What is read of their days
	 * afterwards has to be read as it is by then, hence in a transaction that reads what
	 * is committed.
	 */
	void lock(List<ProposalRevision> revisions) {
		revisions.stream()
			.flatMap((revision) -> people(revision).stream())
			.collect(Collectors.toCollection(TreeSet::new))
			.forEach(this.consultants::lock);
	}

	private static Set<Long> people(ProposalRevision revision) {
		return revision.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toCollection(TreeSet::new));
	}

	/** The names of those who were erased since, once each. */
	List<String> erased(ProposalRevision revision) {
		Set<Long> people = people(revision);
		Set<Long> present = people.isEmpty() ? Set.of() : this.consultants.present(people);
		return revision.lines()
			.stream()
			.filter((line) -> !present.contains(line.consultantId()))
			.map(ProposalLine::consultantName)
			.distinct()
			.toList();
	}

	/** The lines whose person has not the days any more. */
	List<ProposalLine> taken(Proposal proposal, ProposalRevision revision) {
		List<AbsenceRow> firm = firm(people(revision), proposal.reference() + "/");
		return revision.lines().stream().filter((line) -> !conflicts(line, firm).isEmpty()).toList();
	}

	/** Which days of which lines are booked, and for whom. */
	List<Clash> clashes(Proposal proposal, ProposalRevision revision) {
		List<AbsenceRow> firm = firm(people(revision), proposal.reference() + "/");
		List<Clash> clashes = revision.lines()
			.stream()
			.flatMap((line) -> conflicts(line, firm).stream().map((conflict) -> new Clash(line, conflict, null)))
			.toList();
		Map<String, BookedFor> known = this.sources.of(clashes.stream().flatMap((clash) -> source(clash)).toList());
		return clashes.stream()
			.map((clash) -> new Clash(clash.line(), clash.conflict(),
					source(clash).map(known::get).filter(Objects::nonNull).findFirst().orElse(null)))
			.toList();
	}

	/** Only on days of the line: what is booked on its holidays is not in its way. */
	private static List<Conflict> conflicts(ProposalLine line, List<AbsenceRow> firm) {
		List<Conflict> conflicts = Capacity.conflicts(line.period(), line.pattern(), of(line.consultantId(), firm));
		if (conflicts.isEmpty()) {
			return conflicts;
		}
		Set<LocalDate> workdays = line.workdays();
		return conflicts.stream()
			.map((conflict) -> new Conflict(conflict.absence(),
					conflict.days().stream().filter(workdays::contains).toList()))
			.filter((conflict) -> !conflict.days().isEmpty())
			.toList();
	}

	private static Stream<String> source(Clash clash) {
		return Stream.ofNullable(clash.conflict().absence().source());
	}

	/** Whose days are to be had, of those who match, in their order. */
	List<Match> free(List<Match> matches, Function<Match, LineTerms> terms) {
		List<AbsenceRow> firm = firm(matches.stream().map((match) -> match.candidate().id()).toList(), null);
		return matches.stream().filter((match) -> {
			List<AbsenceRow> own = of(match.candidate().id(), firm);
			if (own.isEmpty()) {
				return true;
			}
			LineTerms asked = terms.apply(match);
			return fits(asked.period(), asked.pattern(), own);
		}).toList();
	}

	/** The names of those whose days are counted twice by an offer itself. */
	static Set<String> twice(ProposalRevision revision) {
		Set<String> names = new TreeSet<>();
		for (ProposalLine line : revision.lines()) {
			List<ProposalLine> others = revision.lines()
				.stream()
				.filter((other) -> other.number() < line.number() && other.consultantId() == line.consultantId())
				.toList();
			boolean over = line.period()
				.from()
				.datesUntil(line.period().to().plusDays(1))
				.anyMatch((date) -> line.on(date) > 0
						&& line.on(date) + others.stream().mapToInt((other) -> other.on(date)).sum() > A_DAY);
			if (over) {
				names.add(line.consultantName());
			}
		}
		return names;
	}

	/** Open offers to others with the same people on the same days. */
	List<Rival> rivals(Proposal proposal, ProposalRevision revision) {
		Set<Long> people = people(revision);
		List<Rival> others = people.isEmpty() ? List.of() : this.proposals.rivals(people, proposal.reference());
		if (others.isEmpty()) {
			return List.of();
		}
		List<AbsenceRow> absences = this.consultants.absencesOf(people);
		return others.stream()
			.filter((other) -> revision.lines()
				.stream()
				.anyMatch((line) -> line.consultantId() == other.consultantId()
						&& !fits(line.period(), line.pattern(), other.holds(absences))))
			.toList();
	}

	/**
	 * Marks the offers to others that lose somebody because an offer was accepted, which
	 * holds its people firmly by now.
	 * @return what was lost
	 */
	List<Rival> markLost(Proposal accepted, ProposalRevision revision, Instant now) {
		List<Rival> rivals = rivals(accepted, revision);
		if (rivals.isEmpty()) {
			return List.of();
		}
		List<AbsenceRow> absences = this.consultants.absencesOf(people(revision));
		return markLost(rivals.stream().filter((other) -> isLost(other, absences)).toList(), now);
	}

	/**
	 * Marks the open offers that lose a person because of what stands in the person's
	 * calendar, and gives the person back to those that lose them no more.
	 * @return what was lost
	 */
	List<Rival> markLost(long consultant, Instant now) {
		List<Rival> offers = this.proposals.rivals(Set.of(consultant), "");
		if (offers.isEmpty()) {
			return List.of();
		}
		List<AbsenceRow> absences = this.consultants.absencesOf(Set.of(consultant));
		Map<Boolean, List<Rival>> lost = offers.stream()
			.collect(Collectors.partitioningBy((offer) -> isLost(offer, absences)));
		lost.getOrDefault(false, List.of())
			.forEach((offer) -> this.jdbc.update(
					"delete from proposal_loss where proposal = ? and revision = ? and line = ?", offer.proposal(),
					offer.revision(), offer.line()));
		return markLost(lost.getOrDefault(true, List.of()), now);
	}

	private static boolean isLost(Rival offer, List<AbsenceRow> absences) {
		List<AbsenceRow> firm = of(offer.consultantId(), absences).stream()
			.filter((absence) -> FIRM.contains(absence.kind()))
			.toList();
		return offer.holds(absences)
			.stream()
			.anyMatch((held) -> !fits(held.period(), WorkPattern.of(held.allocation()), firm));
	}

	private List<Rival> markLost(List<Rival> offers, Instant now) {
		List<Rival> lost = offers.stream()
			.filter((offer) -> losses(offer.proposal(), offer.revision()).stream()
				.noneMatch((loss) -> loss.line() == offer.line()))
			.toList();
		lost.forEach((offer) -> this.jdbc.update(
				"insert into proposal_loss (proposal, revision, line, person, lost_at) values (?, ?, ?, ?, ?)",
				offer.proposal(), offer.revision(), offer.line(), offer.consultant(), UtcColumns.write(now)));
		return lost;
	}

	/** Whom an offer has lost since it was sent. */
	List<Loss> losses(String proposal, int revision) {
		return this.jdbc.query(
				"select line, person, lost_at from proposal_loss where proposal = ? and revision = ? order by line",
				(row, index) -> new Loss(row.getInt(1), row.getString(2), UtcColumns.read(row, "lost_at")), proposal,
				revision);
	}

	/**
	 * @param ours how sources of what one holds oneself begin, or {@code null} for none
	 */
	private List<AbsenceRow> firm(Collection<Long> people, @Nullable String ours) {
		if (people.isEmpty()) {
			return List.of();
		}
		return this.consultants.absencesOf(people)
			.stream()
			.filter((absence) -> FIRM.contains(absence.kind()))
			.filter((absence) -> ours == null || absence.source() == null || !absence.source().startsWith(ours))
			.toList();
	}

	private static List<AbsenceRow> of(long person, List<AbsenceRow> absences) {
		return absences.stream().filter((absence) -> absence.consultantId() == person).toList();
	}

	private static boolean fits(Period period, WorkPattern pattern, List<AbsenceRow> firm) {
		return Capacity.conflicts(period, pattern, firm).isEmpty();
	}

}
