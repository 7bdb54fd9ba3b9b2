package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Capacity;
import org.muster.availability.Capacity.Conflict;
import org.muster.booking.BookedFor;
import org.muster.booking.BookingSources;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultants;
import org.muster.matching.Match;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the days that an offer takes are still to be had. Nobody works more than a day
 * a day: what is engaged or promised elsewhere and what is offered have to fit together
 * on every date on which both have work.
 */
@Component
class Bookings {

	private static final Set<AbsenceKind> FIRM = Set.of(AbsenceKind.ENGAGED, AbsenceKind.HELD);

	private final Consultants consultants;

	private final AllProposals proposals;

	private final JdbcTemplate jdbc;

	private final BookingSources sources;

	private final Estimates estimates;

	Bookings(Consultants consultants, AllProposals proposals, BookingSources sources, Estimates estimates,
			JdbcTemplate jdbc) {
		this.estimates = estimates;
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
		return clashes(proposal, revision).stream().map(Clash::line).distinct().toList();
	}

	/** Which days of which lines are booked, and for whom. */
	List<Clash> clashes(Proposal proposal, ProposalRevision revision) {
		List<AbsenceRow> firm = firm(people(revision), proposal.reference() + "/");
		BookedDays booked = booked(revision.lines().stream().map(PersonDays::of).toList(), firm);
		return revision.lines()
			.stream()
			.flatMap((line) -> booked.conflicts(PersonDays.of(line))
				.stream()
				.map((conflict) -> new Clash(line, conflict, booked.bookedFor(conflict.absence()))))
			.toList();
	}

	/**
	 * What is booked in the weeks of some work, and what of that is worked. Where nothing
	 * is, nothing more is read.
	 */
	private BookedDays booked(Collection<PersonDays> works, List<AbsenceRow> firm) {
		List<AbsenceRow> near = works.stream()
			.flatMap((work) -> work.conflicts(firm, AbsenceRow::on).stream())
			.map(Conflict::absence)
			.distinct()
			.toList();
		List<String> sources = near.stream().map(AbsenceRow::source).filter(Objects::nonNull).distinct().toList();
		Map<String, BookedFor> known = sources.isEmpty() ? Map.of() : this.sources.of(sources);
		if (known.isEmpty()) {
			return new BookedDays(near, Map.of(), Map.of());
		}
		List<ProposalLine> accepted = this.proposals.linesOf(
				known.values().stream().map(BookedFor::proposal).collect(Collectors.toSet()),
				near.stream().map(AbsenceRow::consultantId).collect(Collectors.toSet()), ProposalStatus.ACCEPTED);
		Map<String, NavigableMap<LocalDate, Integer>> worked = new HashMap<>();
		known.forEach((source, whom) -> accepted.stream()
			.filter((line) -> line.proposalReference().equals(whom.proposal()) && line.number() == whom.line())
			.forEach((line) -> worked.put(source, line.halves())));
		return new BookedDays(near, known, worked);
	}

	/** Whose days are to be had, of those who match, in their order. */
	List<Match> free(ProposalRevision draft, List<Match> matches, Function<Match, LineTerms> terms) {
		List<AbsenceRow> firm = firm(matches.stream().map((match) -> match.candidate().id()).toList(), null);
		Map<Long, LineTerms> doubtful = new HashMap<>();
		for (Match match : matches) {
			long person = match.candidate().id();
			if (firm.stream().anyMatch((absence) -> absence.consultantId() == person)) {
				LineTerms asked = terms.apply(match);
				PersonDays weeks = new PersonDays(person, asked.pattern().halves(asked.period()));
				if (!weeks.conflicts(firm, AbsenceRow::on).isEmpty()) {
					doubtful.put(person, asked);
				}
			}
		}
		if (doubtful.isEmpty()) {
			return matches;
		}
		Map<Long, PersonDays> counted = this.estimates.days(draft, doubtful);
		BookedDays booked = booked(counted.values(), firm);
		return matches.stream().filter((match) -> {
			PersonDays days = counted.get(match.candidate().id());
			return days == null || booked.leave(days);
		}).toList();
	}

	/** The names of those whose days are counted twice by an offer itself. */
	static Set<String> twice(ProposalRevision revision) {
		Set<String> names = new TreeSet<>();
		Map<Long, Map<LocalDate, Integer>> taken = new HashMap<>();
		for (ProposalLine line : revision.lines()) {
			Map<LocalDate, Integer> own = taken.computeIfAbsent(line.consultantId(), (person) -> new HashMap<>());
			line.halves().forEach((date, halves) -> {
				if (own.merge(date, halves, Integer::sum) > Capacity.A_DAY) {
					names.add(line.consultantName());
				}
			});
		}
		return names;
	}

	/** Open offers to others with the same people on the same days. */
	List<CompetingOffer> rivals(Proposal proposal, ProposalRevision revision) {
		Set<Long> people = people(revision);
		List<CompetingOffer> others = people.isEmpty() ? List.of()
				: this.proposals.rivals(people, proposal.reference());
		if (others.isEmpty()) {
			return List.of();
		}
		List<PersonDays> own = revision.lines().stream().map(PersonDays::of).toList();
		Map<String, PersonDays> days = days(others);
		return others.stream().filter((other) -> {
			PersonDays wanted = days.get(other.source());
			return wanted != null && own.stream().anyMatch(wanted::meets);
		}).toList();
	}

	/** What open offers take of people, by their sources. */
	private Map<String, PersonDays> days(List<CompetingOffer> offers) {
		return this.proposals
			.linesOf(offers.stream().map(CompetingOffer::proposal).collect(Collectors.toSet()),
					offers.stream().map(CompetingOffer::consultantId).collect(Collectors.toSet()), ProposalStatus.SENT)
			.stream()
			.collect(Collectors.toMap(ProposalLine::source, PersonDays::of));
	}

	/**
	 * Marks the offers to others that lose somebody because an offer was accepted, which
	 * holds its people firmly by now.
	 * @return what was lost
	 */
	List<CompetingOffer> markLost(Proposal accepted, ProposalRevision revision, Instant now) {
		Set<Long> people = people(revision);
		List<CompetingOffer> others = people.isEmpty() ? List.of()
				: this.proposals.rivals(people, accepted.reference());
		return markLost(lost(others), now);
	}

	/**
	 * Marks the open offers that lose a person because of what stands in the person's
	 * calendar, and gives the person back to those that lose them no more.
	 * @return what was lost
	 */
	List<CompetingOffer> markLost(long consultant, Instant now) {
		List<CompetingOffer> offers = this.proposals.rivals(Set.of(consultant), "");
		if (offers.isEmpty()) {
			return List.of();
		}
		List<CompetingOffer> lost = lost(offers);
		offers.stream()
			.filter((offer) -> !lost.contains(offer))
			.forEach((offer) -> this.jdbc.update(
					"delete from proposal_loss where proposal = ? and revision = ? and line = ?", offer.proposal(),
					offer.revision(), offer.line()));
		return markLost(lost, now);
	}

	/** Those whose people have not the days any more. */
	private List<CompetingOffer> lost(List<CompetingOffer> offers) {
		if (offers.isEmpty()) {
			return List.of();
		}
		Map<String, PersonDays> days = days(offers);
		List<AbsenceRow> firm = firm(offers.stream().map(CompetingOffer::consultantId).collect(Collectors.toSet()),
				null);
		BookedDays booked = booked(days.values(), firm);
		return offers.stream().filter((offer) -> {
			PersonDays wanted = days.get(offer.source());
			return wanted != null && !booked.leave(wanted);
		}).toList();
	}

	private List<CompetingOffer> markLost(List<CompetingOffer> offers, Instant now) {
		List<CompetingOffer> lost = offers.stream()
			.filter((offer) -> losses(offer.proposal(), offer.revision()).stream()
				.noneMatch((loss) -> loss.line() == offer.line()))
			.toList();
		lost.forEach((offer) -> this.jdbc.update(
				"insert into proposal_loss (proposal, revision, line, person, lost_at) values (?, ?, ?, ?, ?)",
				offer.proposal(), offer.revision(), offer.line(), offer.consultant(), UtcColumns.write(now)));
		return lost;
	}

	/** Whom an offer has lost since it was sent. */
	List<LostPerson> losses(String proposal, int revision) {
		return this.jdbc.query(
				"select line, person, lost_at from proposal_loss where proposal = ? and revision = ? order by line",
				(row, index) -> new LostPerson(row.getInt(1), row.getString(2), UtcColumns.read(row, "lost_at")),
				proposal, revision);
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

}
