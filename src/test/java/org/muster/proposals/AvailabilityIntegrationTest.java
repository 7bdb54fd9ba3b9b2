package org.muster.proposals;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.availability.Start;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.closures.Closures;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.matching.Shortlisting;
import org.muster.matching.Limit;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.requests.Asked;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Whoever can start, as the matches say, can be drafted and sent so. */
@IntegrationTest
class AvailabilityIntegrationTest {

	private static final int ROUNDS = 60;

	private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Drafting drafting;

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
	private Gaps gaps;

	@Autowired
	private DateWarnings warnings;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@Autowired
	private HolidayCalendar holidays;

	@Autowired
	private Closures closings;

	private final Random random = new Random(4);

	private CurrentUser manager;

	private CurrentUser member;

	private CurrentUser approver;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		Organisation organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, organisation);
		this.approver = this.world.person(Role.APPROVER, organisation);
	}

	private StaffingRequest request(Schedule schedule) {
		return request(schedule, this.member);
	}

	private StaffingRequest request(Schedule schedule, CurrentUser member) {
		StaffingRequest request = this.world.draft(member);
		request.schedule(schedule, member, this.clock.instant());
		request.submit(member, this.clock.instant());
		return this.requests.save(request);
	}

	private Match match(StaffingRequest request, Consultant person) {
		return this.transaction.execute((status) -> {
			StaffingRequest kept = this.requests.require(request.id(), Viewer.muster());
			Position position = kept.requirePosition(1);
			Match match = this.matching.match(kept, position, person.id()).orElseThrow();
			this.shortlisting.keep(kept, position, match, this.member);
			return match;
		});
	}

	private String drafted(StaffingRequest request) {
		return this.drafting.start(request.reference(), UUID.randomUUID().toString(), this.manager).reference();
	}

	private Consultant booked() {
		Consultant person = this.world.consultant();
		this.transaction.executeWithoutResult((status) -> {
			Consultant kept = this.consultants.findById(person.id()).orElseThrow();
			for (int one = this.random.nextInt(4); one >= 0; one--) {
				LocalDate from = this.world.today().plusDays(this.random.nextInt(150) - 30L);
				Period period = new Period(from, from.plusDays(this.random.nextInt(100)));
				switch (this.random.nextInt(5)) {
					case 0 -> kept.promise(period, weekdays(), "P-T/1/" + one);
					case 1 -> kept.offer(period, weekdays(), "P-U/1/" + one);
					case 2 -> kept.takeLeave(new Period(from, from.plusDays(this.random.nextInt(40))), weekdays());
					default -> kept.engage(period, weekdays(), "E-T." + one);
				}
			}
		});
		return person;
	}

	private Allocation weekdays() {
		Map<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		int most = 1 + this.random.nextInt(4);
		while (halves.size() < most) {
			halves.put(DayOfWeek.of(1 + this.random.nextInt(7)), 1 + this.random.nextInt(2));
		}
		return new Allocation(halves);
	}

	private Schedule schedule() {
		// Some requests have waited for longer than they should.
		LocalDate earliest = this.world.today().plusDays(this.random.nextInt(90) - 30L);
		if (this.random.nextInt(4) == 0) {
			earliest = earliest
				.with(java.time.temporal.TemporalAdjusters.nextOrSame(WEEKEND.get(this.random.nextInt(3))));
		}
		else if (this.random.nextInt(3) == 0) {
			earliest = christmas().plusDays(this.random.nextInt(9) - 1L);
		}
		LocalDate latest = earliest.plusDays(this.random.nextBoolean() ? 0 : this.random.nextInt(40));
		DayCount perWeek = new DayCount(1 + this.random.nextInt(10));
		return this.random.nextInt(3) > 0
				? new Schedule(earliest, latest, latest.plusDays(35L + this.random.nextInt(120)), null, perWeek)
				: new Schedule(earliest, latest, null, new DayCount(perWeek.halves() * (5 + this.random.nextInt(15))),
						perWeek);
	}

	@Test
	void whoeverCanStartAsTheMatchSaysIsDraftedAndSentSo() {
		int promised = 0;
		int phases = 0;
		int partly = 0;
		int onWeekend = 0;
		List<CurrentUser> members = Stream.of("PT", "IL", "NP", "BN")
			.map((country) -> this.world.organisation(new Place(country, null), "EUR"))
			.map((client) -> this.world.person(Role.MEMBER, client))
			.toList();
		for (int round = 0; round < ROUNDS; round++) {
			StaffingRequest request = request(schedule(), members.get(round % members.size()));
			Consultant person = booked();
			Match match = match(request, person);
			Start start = match.start();
			String draft = drafted(request);
			List<Sending.Obstacle> obstacles = this.sending.send(draft, 1, this.manager);
			if (start == null) {
				continue;
			}
			assertThat(obstacles)
				.as("%s for %s, who has %s", start, request.schedule(),
						this.consultants.absencesOf(List.of(person.id())))
				.isEmpty();
			ProposalLine line = line(draft);
			assertThat(line.period().from()).isEqualTo(start.from());
			assertThat(line.allocation().perWeek()).isEqualTo(start.perWeek());
			assertThat(line.pattern().later().values()).allMatch((week) -> week.perWeek().equals(start.perWeek()));
			if (!match.limits().contains(Limit.DATES)) {
				assertThat(line.reasons()).doesNotContain("after the latest start");
				assertThat(this.startsLate(draft)).as("%s for %s", start, request.schedule()).isEmpty();
				onWeekend += start.from().isAfter(request.schedule().orElseThrow().latestStart()) ? 1 : 0;
			}
			promised++;
			partly += start.perWeek().equals(request.schedule().orElseThrow().daysPerWeek()) ? 0 : 1;
			phases += line.pattern().later().isEmpty() ? 0 : 1;
		}
		assertThat(promised).isGreaterThan(ROUNDS / 2);
		assertThat(partly).isPositive();
		assertThat(phases).isPositive();
		assertThat(onWeekend).isPositive();
	}

	/** What says of a draft that it starts too late. */
	private List<String> startsLate(String draft) {
		return this.transaction.execute((status) -> {
			ProposalRevision revision = this.proposals.findByReference(draft, Viewer.staff())
				.orElseThrow()
				.requireRevision(1);
			StaffingRequest request = this.requests.require(revision.requestId(), Viewer.muster());
			return Stream.concat(
					this.gaps.of(revision, request, Asked.of(request))
						.stream()
						.filter((gap) -> gap.contains(": starts on ")),
					this.warnings.of(revision, request)
						.stream()
						.filter((warning) -> warning.kind() == DraftWarning.Kind.START_AFTER_LATEST)
						.map(DraftWarning::toString))
				.toList();
		});
	}

	@Test
	void inAPlaceWhoseWeekBeginsOnSundayTheMatchesBeginOnSunday() {
		Organisation israel = this.world.organisation(new Place("IL", "TA"), "EUR");
		LocalDate sunday = monday().minusDays(1);
		Schedule schedule = new Schedule(sunday, monday(), monday().plusWeeks(16), null, DayCount.of("3"));
		StaffingRequest request = request(schedule, this.world.person(Role.MEMBER, israel));
		// Of Monday to Friday three days would be free, of Sunday to Thursday only two.
		Consultant busy = engaged("SUN,MON,TUE", monday().plusWeeks(30));
		assertThat(match(request, busy).start()).isEqualTo(new Start(monday().plusDays(2), DayCount.of("2")));
		Consultant free = engaged("MON,FRI", monday().plusWeeks(30));
		assertThat(match(request, free).start()).isEqualTo(new Start(sunday, DayCount.of("3")));
	}

	private ProposalLine line(String draft) {
		return this.transaction.execute((status) -> {
			ProposalLine line = this.proposals.findByReference(draft, Viewer.staff())
				.orElseThrow()
				.requireRevision(1)
				.lines()
				.get(0);
			line.pattern().later().size();
			return line;
		});
	}

	/** Of a week without holidays. */
	private LocalDate monday() {
		LocalDate monday = this.world.today()
			.plusDays(30)
			.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
		while (isWithHolidays(new Period(monday.minusDays(1), monday.plusDays(5)))) {
			monday = monday.plusWeeks(1);
		}
		return monday;
	}

	private boolean isWithHolidays(Period week) {
		return Stream.of(new Place("PT", null), new Place("IL", "TA"))
			.anyMatch((place) -> !this.holidays.during(week, place).isEmpty());
	}

	/** The next one. */
	private LocalDate christmas() {
		LocalDate today = this.world.today();
		LocalDate christmas = today.withMonth(12).withDayOfMonth(25);
		return christmas.isAfter(today) ? christmas : christmas.plusYears(1);
	}

	/** Neither matches nor drafts offer anybody from a day that nobody counts. */
	@Test
	void aPublicHolidayIsNoFirstDayAndTheFirstWorkdayAfterItIsInTime() {
		Place bavaria = new Place("DE", "by");
		Organisation client = this.world.organisation(bavaria, "EUR");
		LocalDate christmas = christmas();
		LocalDate workday = christmas.plusDays(2);
		while (workday.getDayOfWeek().getValue() > 5) {
			workday = workday.plusDays(1);
		}
		assertStart(client, christmas, workday);
		// The client is closed until New Year, which is a holiday too.
		LocalDate year = christmas.plusDays(7);
		this.closings.add(client.id(), new Period(christmas, year.minusDays(1)), "Year-end closure");
		LocalDate after = year.plusDays(1);
		while (after.getDayOfWeek().getValue() > 5) {
			after = after.plusDays(1);
		}
		assertStart(client, christmas, after);
	}

	private void assertStart(Organisation client, LocalDate asked, LocalDate expected) {
		StaffingRequest request = request(new Schedule(asked, asked, asked.plusWeeks(16), null, DayCount.of("5")),
				this.world.person(Role.MEMBER, client));
		Match match = match(request, this.world.consultant());
		assertThat(match.start()).isEqualTo(new Start(expected, DayCount.of("5")));
		assertThat(match.limits()).doesNotContain(Limit.DATES);
		String draft = drafted(request);
		assertThat(line(draft).period().from()).isEqualTo(expected);
		assertThat(line(draft).reasons()).doesNotContain("after the latest start");
		assertThat(this.startsLate(draft)).isEmpty();
		assertThat(this.sending.send(draft, 1, this.manager)).extracting(Sending.Obstacle::reason)
			.containsOnly(Sending.Obstacle.Reason.VAT_NUMBER);
	}

	private Schedule threeDaysAWeek() {
		return new Schedule(monday(), monday().plusWeeks(2), monday().plusWeeks(16), null, DayCount.of("3"));
	}

	private Consultant engaged(String weekdays, LocalDate to) {
		Consultant person = this.world.consultant();
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(person.id())
			.orElseThrow()
			.engage(new Period(this.world.today(), to), Allocation.parse(weekdays), "E-T"));
		return person;
	}

	@Test
	void aDraftTakesTheWeekdaysThatAreFreeAndChangesThemWhenTheCalendarDoes() throws Exception {
		Consultant person = engaged("MON,TUE", monday().plusWeeks(4).plusDays(4));
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(person.id())
			.orElseThrow()
			.engage(new Period(monday().plusWeeks(7), monday().plusWeeks(30)), Allocation.parse("THU,FRI"), "E-U"));
		StaffingRequest request = request(threeDaysAWeek());
		assertThat(match(request, person).start()).isEqualTo(new Start(monday().plusDays(2), DayCount.of("3")));
		String draft = drafted(request);
		assertThat(line(draft).allocation()).hasToString("WED,THU,FRI");
		assertThat(line(draft).pattern().later()).hasToString("{" + monday().plusWeeks(7) + "=MON,TUE,WED}");
		Document page = page("/proposals/" + draft + "/draft");
		assertThat(page.select("[data-clashes]")).isEmpty();
		assertThat(page.select("[name='lines[0].phases[0].weekdays']").val()).isEqualTo("MON,TUE,WED");
		assertThat(this.sending.send(draft, 1, this.manager)).isEmpty();
	}

	private Document page(String path) throws Exception {
		return page(get(path));
	}

	private Document page(MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup.parse(this.mvc.perform(request.with(this.world.as(this.manager)))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private Elements listed(Consultant person, String query) throws Exception {
		return page(get("/consultants").param("q", "\"" + person.name() + "\"" + query))
			.select("[data-consultant=" + person.reference() + "]");
	}

	@Test
	void aConflictNamesTheDaysAndWhatIsBookedAsSoonAsItIsSavedAndWhenItIsSent() throws Exception {
		Consultant person = this.world.consultant();
		StaffingRequest request = request(threeDaysAWeek());
		match(request, person);
		String draft = drafted(request);
		StaffingRequest before = request(threeDaysAWeek());
		match(before, person);
		String won = drafted(before);
		assertThat(this.sending.send(won, 1, this.manager)).isEmpty();
		this.acceptance.accept(won, 1, Signature.of(this.approver.name()), this.approver);
		await().untilAsserted(() -> assertThat(page("/proposals/" + draft + "/draft").select("[data-clash]").text())
			.contains("engaged, E-"));
		Document page = page("/proposals/" + draft + "/draft");
		assertThat(page.select("[data-clash]").text()).contains(person.name(), "Mon, Tue, Wed", "49 days",
				"for Client");
		assertThat(page.select("[data-clash] a").attr("href"))
			.isEqualTo("/admin/consultants/" + person.reference() + "/availability");
		assertThat(this.sending.send(draft, 1, this.manager)).singleElement()
			.satisfies((obstacle) -> assertThat(obstacle.names()).contains(person.name(), "Mon, Tue, Wed", "E-"));
		assertThat(page("/admin/consultants/" + person.reference() + "/availability").select("[data-absence=ENGAGED]")
			.text()).contains("for Client");
	}

	@Test
	void theListAndTheProfileSayFromWhenWeeksAreFree() throws Exception {
		LocalDate last = monday().plusWeeks(5).plusDays(4);
		Consultant person = engaged("MON,TUE,WED,THU,FRI", last);
		String after = new org.muster.forms.Formats().date(last.plusDays(3));
		assertThat(listed(person, "").select("[data-label='Available from']").text()).isEqualTo(after);
		assertThat(page("/consultants/" + person.reference()).select("dt:contains(Available from) + dd").text())
			.isEqualTo(after);
		Consultant part = engaged("MON,TUE/2", last);
		assertThat(page("/consultants/" + part.reference()).select("dt:contains(Available from) + dd").text())
			.contains("3.5 days a week");
		// On a Monday they could not begin.
		String from = " from " + monday().plusDays(2);
		assertThat(listed(part, " 3.5 days a week" + from)).hasSize(1);
		assertThat(listed(part, " 4 days a week" + from)).isEmpty();
		String export = this.mvc
			.perform(get("/consultants/export.csv").param("q", "\"" + person.name() + "\"")
				.with(this.world.as(this.manager)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(export).contains("Earliest start", last.plusDays(3).toString());
	}

	@Test
	void savingADraftKeepsTheWeekdaysOfItsPhases() {
		PhaseRow row = new PhaseRow("2027-02-01", "2.5", "MON,WED,FRI/2");
		assertThat(row.allocation(new Place("PT", null))).hasToString("MON,WED,FRI/2");
		assertThat(new PhaseRow("2027-02-01", "2", "MON,WED,FRI/2").allocation(new Place("PT", null)))
			.hasToString("MON,TUE");
		assertThat(new PhaseRow("2027-02-01", "1", "nonsense").allocation(new Place("PT", null))).hasToString("MON");
	}

}
