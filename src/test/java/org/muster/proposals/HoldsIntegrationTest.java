package org.muster.proposals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.daycalculator.CountedDays;
import org.muster.daycalculator.DraftsForDays;
import org.muster.matching.Shortlisting;
import org.muster.matching.Matching;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Nobody is given away twice, however many accept at the same moment. */
@IntegrationTest
class HoldsIntegrationTest {

	private static final int ROUNDS = 200;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Drafting drafting;

	@Autowired
	private DraftsForDays drafts;

	@Autowired
	private Sending sending;

	@Autowired
	private Acceptance acceptance;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Consultants consultants;

	@Autowired
	private Requests requests;

	@Autowired
	private Matching matching;

	@Autowired
	private Shortlisting shortlisting;

	@Autowired
	private Expiry expiry;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser manager;

	private Client one;

	private Client other;

	private record Client(CurrentUser member, CurrentUser approver) {
	}

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		this.one = client();
		this.other = client();
	}

	private Client client() {
		Organisation organisation = this.world.organisation();
		return new Client(this.world.person(Role.MEMBER, organisation), this.world.person(Role.APPROVER, organisation));
	}

	/** A draft with one line, for a person. */
	private String drafted(Client client, Consultant person) {
		StaffingRequest request = this.world.submitted(client.member());
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest kept = this.requests.require(request.id(), Viewer.muster());
			Position position = kept.requirePosition(1);
			this.shortlisting.keep(kept, position, this.matching.match(kept, position, person.id()).orElseThrow(),
					client.member());
		});
		return this.drafting.start(request.reference(), UUID.randomUUID().toString(), this.manager).reference();
	}

	private String offered(Client client, Consultant person) {
		String offer = drafted(client, person);
		assertThat(this.sending.send(offer, 1, this.manager)).isEmpty();
		return offer;
	}

	private List<AbsenceKind> holds(Consultant person) {
		return this.consultants.absencesOf(List.of(person.id())).stream().map(AbsenceRow::kind).toList();
	}

	private String page(CurrentUser by, String path) throws Exception {
		return this.mvc.perform(get(path).with(this.world.as(by))).andReturn().getResponse().getContentAsString();
	}

	@Test
	void ofTwoClientsWhoAcceptAtTheSameMomentOneGetsThePersonInEveryRound() throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		CyclicBarrier together = new CyclicBarrier(2);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				Consultant person = this.world.consultant();
				List<String> offers = List.of(offered(this.one, person), offered(this.other, person));
				List<Callable<Boolean>> acts = List.of(() -> accepts(offers.get(0), this.one.approver(), together),
						() -> accepts(offers.get(1), this.other.approver(), together));
				List<Boolean> done = new ArrayList<>();
				for (Future<Boolean> act : both.invokeAll(acts)) {
					done.add(act.get());
				}
				assertThat(done).as("round " + round).containsExactlyInAnyOrder(true, false);
				String lost = offers.get(done.indexOf(false));
				assertThat(status(lost)).isEqualTo(ProposalStatus.SENT);
				assertThat(losses(lost)).as("round " + round).containsExactly(person.name());
				assertThat(losses(offers.get(done.indexOf(true)))).isEmpty();
			}
		}
		finally {
			both.shutdown();
		}
	}

	private boolean accepts(String offer, CurrentUser approver, CyclicBarrier together) throws Exception {
		together.await();
		try {
			this.acceptance.accept(offer, 1, Signature.of(approver.name()), approver);
			return true;
		}
		catch (OfferRefused ex) {
			return false;
		}
	}

	private ProposalStatus status(String offer) {
		return this.transaction.execute((status) -> this.proposals.findByReference(offer, Viewer.staff())
			.orElseThrow()
			.requireRevision(1)
			.status());
	}

	@Autowired
	private Bookings bookings;

	private List<String> losses(String offer) {
		return this.bookings.losses(offer, 1).stream().map(LostPerson::person).toList();
	}

	@Test
	void anOfferHoldsTentativelyAnAcceptedOneFirmlyUntilTheEngagementDoes() {
		Consultant person = this.world.consultant();
		String offer = drafted(this.one, person);
		assertThat(holds(person)).isEmpty();
		this.sending.send(offer, 1, this.manager);
		assertThat(holds(person)).containsExactly(AbsenceKind.TENTATIVE);
		this.acceptance.accept(offer, 1, Signature.of(this.one.approver().name()), this.one.approver());
		assertThat(holds(person)).isSubsetOf(AbsenceKind.HELD, AbsenceKind.ENGAGED);
		await().untilAsserted(() -> assertThat(holds(person)).containsExactly(AbsenceKind.ENGAGED));
	}

	@Test
	void whoeverLosesAPersonIsToldSoWithoutBeingToldToWhom() throws Exception {
		Consultant person = this.world.consultant();
		String won = offered(this.one, person);
		String lost = offered(this.other, person);
		assertThat(page(this.manager, "/proposals/" + lost)).contains("Offered to others as well");
		assertThat(page(this.other.approver(), "/proposals/" + lost)).doesNotContain("Offered to others")
			.contains("Your full name");
		this.acceptance.accept(won, 1, Signature.of(this.one.approver().name()), this.one.approver());
		String seen = page(this.other.approver(), "/proposals/" + lost);
		assertThat(seen).contains("Not to be had any more: " + person.name())
			.doesNotContain("Your full name")
			.doesNotContain(this.one.approver().name())
			.doesNotContain(won);
		assertThat(Jsoup.parse(page(this.other.member(), "/notifications")).select("[data-kind=PEOPLE]").text())
			.contains(person.name())
			.doesNotContain(this.one.approver().name());
		String answer = this.mvc
			.perform(post("/proposals/" + lost + "/acceptance").param("revision", "1")
				.param("fullName", this.other.approver().name())
				.param("function", "Head of delivery")
				.with(csrf())
				.with(this.world.as(this.other.approver())))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(answer).contains("Nothing was accepted").contains(person.name());
		assertThat(status(lost)).isEqualTo(ProposalStatus.SENT);
	}

	@Test
	void anOfferThatLostItsPersonWaitsForTheConsultancyAndNotForTheClient() throws Exception {
		Consultant person = this.world.consultant();
		String won = offered(this.one, person);
		String lost = offered(this.other, person);
		String title = "A request of " + this.other.member().name();
		assertThat(next(this.other.approver())).contains("Answer the proposal: " + title);
		assertThat(references(this.proposals.waitingForClients(Viewer.staff(), ManagedBy.ANYBODY, Pageable.unpaged())))
			.contains(lost);
		this.acceptance.accept(won, 1, Signature.of(this.one.approver().name()), this.one.approver());
		assertThat(next(this.other.approver())).doesNotContain("Answer the proposal")
			.contains("Your account manager sends a new revision: " + title);
		assertThat(references(this.proposals.waitingForClients(Viewer.staff(), ManagedBy.ANYBODY, Pageable.unpaged())))
			.doesNotContain(lost);
		assertThat(references(this.proposals.lost(Viewer.staff(), ManagedBy.ANYBODY, Pageable.unpaged())))
			.contains(lost);
		assertThat(Jsoup.parse(page(this.manager, "/admin")).select("#lost [data-lost]")).isNotEmpty();
	}

	@Test
	void anOfferOfWhichAnotherAlternativeLostNobodyWaitsForTheClient() throws Exception {
		Consultant person = this.world.consultant();
		String won = offered(this.one, person);
		String both = drafted(this.other, person);
		this.mvc.perform(
				post("/proposals/" + both + "/alternatives").param("member", "1:" + this.world.consultant().reference())
					.with(csrf())
					.with(this.world.as(this.manager)));
		assertThat(this.sending.send(both, 1, this.manager)).isEmpty();
		this.acceptance.accept(won, 1, Signature.of(this.one.approver().name()), this.one.approver());
		assertThat(references(this.proposals.waitingForClients(Viewer.staff(), ManagedBy.ANYBODY, Pageable.unpaged())))
			.contains(both);
		assertThat(references(this.proposals.lost(Viewer.staff(), ManagedBy.ANYBODY, Pageable.unpaged())))
			.doesNotContain(both);
	}

	@Test
	void aClientIsNotRemindedOfAnOfferThatItCannotAccept() throws Exception {
		Consultant person = this.world.consultant();
		String won = offered(this.one, person);
		String lost = offered(this.other, person);
		this.acceptance.accept(won, 1, Signature.of(this.one.approver().name()), this.one.approver());
		this.jdbc.update("""
				update proposal_revision set valid_until = ? where proposal_id =
					(select id from proposal where reference = ?)""", this.world.today(), lost);
		this.expiry.remind();
		assertThat(told(this.manager)).contains(lost).doesNotContain(this.world.today().toString());
		assertThat(told(this.other.approver())).doesNotContain(lost);
		assertThat(told(this.other.member())).doesNotContain(lost);
	}

	private String told(CurrentUser reader) throws Exception {
		return Jsoup.parse(page(reader, "/notifications")).select("[data-kind=EXPIRY]").text();
	}

	private String next(CurrentUser reader) throws Exception {
		return Jsoup.parse(page(reader, "/")).select(".todo").text();
	}

	private static List<String> references(Page<ProposalRow> rows) {
		return rows.map(ProposalRow::reference).getContent();
	}

	@Test
	void whoIsEngagedElsewhereByThenIsNotOffered() throws Exception {
		Consultant person = this.world.consultant();
		String late = drafted(this.other, person);
		String won = offered(this.one, person);
		this.acceptance.accept(won, 1, Signature.of(this.one.approver().name()), this.one.approver());
		assertThat(this.sending.send(late, 1, this.manager)).extracting((obstacle) -> obstacle.reason().name())
			.containsExactly("TAKEN");
		assertThat(status(late)).isEqualTo(ProposalStatus.DRAFT);
	}

	@Test
	void noDayOfAPersonIsSoldTwiceByOneProposal() throws Exception {
		Consultant person = this.world.consultant();
		String draft = drafted(this.one, person);
		Period month = new Period(this.world.today().plusMonths(2), this.world.today().plusMonths(3));
		CountedDays counted = new CountedDays(new Place("PT", null), month, WorkPattern.of(Allocation.parse("MON,TUE")),
				null, List.of(), null);
		assertThat(this.drafts.add(draft, 1, person.id(), counted, this.manager)).isEqualTo(DraftsForDays.Added.THERE);
	}

	/** A first of December, when Portugal does not work, from Tuesday to Friday. */
	private LocalDate restoration() {
		LocalDate first = this.world.today().plusYears(1).withMonth(12).withDayOfMonth(1);
		while (first.getDayOfWeek().getValue() < 2 || first.getDayOfWeek().getValue() > 5) {
			first = first.plusYears(1);
		}
		return first;
	}

	/** Offers work from a day to another, whatever stands in the way. */
	private String drafted(Client client, Consultant person, LocalDate from, LocalDate to) throws Exception {
		String draft = drafted(client, person);
		this.pages.save(this.manager, "/proposals/" + draft + "/draft", "#draft",
				Map.of("lines[0].start", from.toString(), "lines[0].end", to.toString(), "lines[0].monday", "2",
						"lines[0].tuesday", "2", "lines[0].wednesday", "2", "lines[0].thursday", "2", "lines[0].friday",
						"2", "validUntil", this.world.today().plusDays(3).toString()),
				302);
		return draft;
	}

	@Test
	void aDayOnWhichOnlyTheOtherEngagementHasNoWorkIsNoClash() throws Exception {
		Organisation abroad = this.world.organisation(new Place("DE", null), "EUR");
		this.jdbc.update("update organisation set vat_number = 'DE136695976' where id = ?", abroad.id());
		Client german = new Client(this.world.person(Role.MEMBER, abroad), this.world.person(Role.APPROVER, abroad));
		Consultant person = this.world.consultant();
		LocalDate holiday = restoration();
		String first = drafted(this.one, person, holiday.minusDays(20), holiday);
		String second = drafted(german, person, holiday, holiday.plusDays(20));
		String rival = drafted(this.other, person, holiday.minusDays(1), holiday.plusDays(20));
		assertThat(this.sending.send(first, 1, this.manager)).isEmpty();
		assertThat(this.sending.send(rival, 1, this.manager)).isEmpty();
		assertThat(rivals(second)).containsExactly(rival);
		assertThat(rivals(first)).containsExactly(rival);
		assertThat(this.sending.send(second, 1, this.manager)).isEmpty();
		assertThat(rivals(first)).containsExactly(rival);
		this.acceptance.accept(first, 1, Signature.of(this.one.approver().name()), this.one.approver());
		assertThat(clashes(second)).isEmpty();
		await().untilAsserted(() -> assertThat(holds(person)).contains(AbsenceKind.ENGAGED));
		assertThat(clashes(second)).isEmpty();
		assertThat(clashes(rival)).containsExactly(holiday.minusDays(1));
		assertThat(losses(rival)).containsExactly(person.name());
		assertThat(losses(second)).isEmpty();
	}

	private List<String> rivals(String offer) {
		return this.transaction.execute((status) -> {
			Proposal proposal = this.proposals.findByReference(offer, Viewer.staff()).orElseThrow();
			return this.bookings.rivals(proposal, proposal.requireRevision(1))
				.stream()
				.map(CompetingOffer::proposal)
				.toList();
		});
	}

	private List<LocalDate> clashes(String offer) {
		return this.transaction.execute((status) -> {
			Proposal proposal = this.proposals.findByReference(offer, Viewer.staff()).orElseThrow();
			return this.bookings.clashes(proposal, proposal.requireRevision(1))
				.stream()
				.flatMap((clash) -> clash.conflict().days().stream())
				.toList();
		});
	}

}
