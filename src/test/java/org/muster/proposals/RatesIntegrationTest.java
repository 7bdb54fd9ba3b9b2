package org.muster.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.calendar.Place;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.SkillHeld;
import org.muster.requests.Priority;
import org.muster.requests.PoolForecasts;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.SkillRequirement;
import org.muster.requests.Priority;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** The rate card, frame agreements, rates that rise, and other currencies in drafts. */
@IntegrationTest
class RatesIntegrationTest {

	/** That nobody else in the tests knows. */
	private static final List<String> OLD_LANGUAGES = List.of("COBOL", "Fortran", "Prolog");

	@Autowired
	private Drafting drafting;

	@Autowired
	private PoolForecasts forecasts;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Requests requests;

	@Autowired
	private Consultants consultants;

	private Organisation client;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.client = this.world.organisation();
		this.approver = this.world.person(Role.APPROVER, this.client);
		this.manager = this.world.manager();
		this.world.consultant();
	}

	private void card(String rate, String from, int expected, String... more) throws Exception {
		String[] parameters = new String[10 + more.length];
		System.arraycopy(new String[] { "organisation", this.client.reference(), "role", "BACK_END", "currency", "EUR",
				"dayRate", rate, "from", from }, 0, parameters, 0, 10);
		System.arraycopy(more, 0, parameters, 10, more.length);
		this.pages.post(this.manager, "/admin/rates", expected, parameters);
	}

	private String draft() throws Exception {
		return this.world.drafted(this.approver, this.manager).reference();
	}

	private String rate(String offer) throws Exception {
		return this.pages.page(this.manager, "/proposals/" + offer + "/draft")
			.select("[name='lines[0].billRate']")
			.attr("value");
	}

	private void send(String offer) throws Exception {
		this.pages.post(this.manager, "/proposals/" + offer + "/sending", 302, "revision", "1");
	}

	private String status(String offer) {
		return String.valueOf(this.jdbc.queryForObject("select v.status from proposal_revision v join proposal p on "
				+ "p.id = v.proposal_id where p.reference = ?", String.class, offer));
	}

	@Test
	void theEntryThatNamesMostGivesTheRate() throws Exception {
		assertThat(rate(draft())).isEqualTo("400.00");
		card("510", "2020-01-01", 302);
		assertThat(rate(draft())).isEqualTo("510.00");
		card("520", "2020-01-01", 302, "country", "PT");
		card("999", "2020-01-01", 302, "country", "PT", "region", "11");
		card("998", "2020-01-01", 302, "seniority", "LEAD");
		assertThat(rate(draft())).isEqualTo("520.00");
		String seniority = String.valueOf(this.jdbc
			.queryForObject("select max(seniority) from proposal_line where bill_rate = 520", String.class));
		card("530", "2020-01-01", 302, "seniority", seniority);
		assertThat(rate(draft())).isEqualTo("530.00");
		// From next year on it is more, for lines that begin then; the older ends.
		card("560", "2100-01-01", 302, "seniority", seniority);
		assertThat(rate(draft())).isEqualTo("530.00");
		Document list = this.pages.page(this.manager, "/admin/rates?client=" + this.client.reference());
		assertThat(list.text()).contains("until 31 Dec 2099", "from 1 Jan 2100", this.client.name());
	}

	@Test
	void badRatesAreRefusedBesideTheirField() throws Exception {
		card("500", "2027-01-01", 302);
		card("501", "2027-01-01", 422);
		card("501", "2026-01-01", 422);
		card("501", "2026-01-01", 302, "to", "2026-12-31");
		card("-1", "2028-01-01", 422);
		card("1.2345", "2028-01-01", 422);
		card("1", "2028-01-01", 422, "to", "2027-01-01");
		card("1", "tomorrow", 422);
		card("1", "2028-01-01", 422, "country", "XX");
		card("1", "2028-01-01", 422, "country", "DE", "region", "zz");
		card("1", "2028-01-01", 422, "region", "by");
		this.pages.post(this.manager, "/admin/rates", 422, "role", "BACK_END", "currency", "ZZZ", "dayRate", "1",
				"from", "2028-01-01");
		this.pages.post(this.manager, "/admin/rates", 404, "organisation", "nobody", "role", "BACK_END", "currency",
				"EUR", "dayRate", "1", "from", "2028-01-01");
		Document list = this.pages.page(this.manager, "/admin/rates?client=" + this.client.reference());
		assertThat(list.select("tr[data-rate]")).hasSize(2);
		for (String action : list.select("form[action*=removal]").eachAttr("action")) {
			this.pages.post(this.manager, action, 302);
			this.pages.post(this.manager, action, 302);
		}
		assertThat(
				this.pages.page(this.manager, "/admin/rates?client=" + this.client.reference()).select("tr[data-rate]"))
			.isEmpty();
	}

	@Test
	void aCardThatChangedUnderADraftIsSaidBeforeItIsSent() throws Exception {
		String offer = draft();
		card("450", "2020-01-01", 302);
		send(offer);
		assertThat(status(offer)).isEqualTo("DRAFT");
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
		Document draft = this.pages.page(this.manager, "/proposals/" + offer + "/draft");
		assertThat(draft.text()).contains("Entered manually. Rate card: 450 EUR");
		// What was typed stays, if that is wanted.
		assertThat(rate(offer)).isEqualTo("400.00");
		send(offer);
		assertThat(status(offer)).isEqualTo("SENT");
		card("600", "2127-01-01", 302);
		assertThat(this.pages.page(this.approver, "/proposals/" + offer).text()).contains("400 EUR")
			.doesNotContain("Entered manually", "Rate card");
	}

	/** What the client reads of a match, and what the draft takes. */
	@Test
	void matchesAndDraftsGiveTheSamePriceByTheCardInWhateverCurrency() throws Exception {
		this.pages.post(this.manager, "/admin/rates", 302, "organisation", this.client.reference(), "role", "BACK_END",
				"currency", "CHF", "dayRate", "450", "from", "2020-01-01");
		var request = this.world.submitted(this.approver);
		String offer = this.world.drafted(request, this.manager).reference();
		// One euro buys 0.93 francs.
		assertThat(rate(offer)).isEqualTo("483.87");
		assertThat(this.pages.page(this.manager, "/proposals/" + offer + "/draft").text())
			.contains("By the rate card: 483.87 EUR");
		String matches = "/requests/" + request.reference() + "/positions/1/matches?show=ALL";
		assertThat(this.pages.page(this.approver, matches).select(".match-head").eachText()).isNotEmpty()
			.allSatisfy((head) -> assertThat(head).contains("483.87 EUR a day"));
		// Of entries that name as much, that in the client's currency; it is above the
		// cap.
		card("510", "2020-01-01", 302);
		Document dearer = this.pages.page(this.approver, matches);
		assertThat(dearer.select(".match-head").eachText()).isNotEmpty()
			.allSatisfy((head) -> assertThat(head).contains("510 EUR a day"));
	}

	@Test
	void aDraftTakesUpAnAgreementWhenItIsSavedAndKeepsWhatWasTyped() throws Exception {
		String offer = draft();
		String path = "/proposals/" + offer + "/draft";
		LocalDate typed = this.world.today().plusMonths(2).withDayOfMonth(1);
		LocalDate rise = this.world.today().plusMonths(3).withDayOfMonth(1);
		this.pages.save(this.manager, path, "#draft",
				Map.of("rises[0].from", typed.toString(), "rises[0].percent", "1"), 302);
		agree(302, "name", "Frame", "from", this.world.today().toString(), "to",
				this.world.today().plusYears(2).toString(), "tiers[0].days", "1", "tiers[0].percent", "1.25",
				"indexFrom", rise.toString(), "indexPercent", "3.1");
		this.pages.save(this.manager, path, "#draft", Map.of(), 302);
		Document page = this.pages.page(this.manager, "/proposals/" + offer);
		assertThat(page.select(".sums").text()).contains("Volume discount 1.25 % (Frame)");
		assertThat(page.select("[data-rise]").eachText()).hasSize(2);
		assertThat(page.select("[data-charge]").eachAttr("data-charge")).containsExactly("400.00", "404.00", "416.52");
		Document draft = this.pages.page(this.manager, path);
		assertThat(draft.select("[data-agreed-rise]").text()).contains("3.1%", "Frame");
		assertThat(draft.select("[name='rises[0].from']").attr("value")).isEqualTo(typed.toString());
		assertThat(draft.select("[name='rises[1].from']").attr("value")).isEmpty();
		String removal = this.pages
			.page(this.manager, "/admin/organisations/" + this.client.reference() + "/agreements")
			.select("[data-agreement] form")
			.attr("action");
		this.pages.post(this.manager, removal, 302);
		this.pages.save(this.manager, path, "#draft", Map.of(), 302);
		assertThat(this.pages.page(this.manager, "/proposals/" + offer).select("[data-charge]").eachAttr("data-charge"))
			.containsExactly("400.00", "404.00");
	}

	@Test
	void ratesRiseEveryYearForAsLongAsTheWorkLasts() throws Exception {
		LocalDate rise = this.world.today().plusMonths(3).withDayOfMonth(1);
		agree(302, "name", "Frame", "from", this.world.today().toString(), "to",
				this.world.today().plusYears(10).toString(), "indexFrom", rise.toString(), "indexPercent", "3.1");
		String path = "/proposals/" + draft();
		this.pages.save(this.manager, path + "/draft", "#draft",
				Map.of("lines[0].end", this.world.today().plusYears(4).plusMonths(6).toString()), 302);
		assertThat(this.pages.page(this.manager, path).select("[data-charge]").eachAttr("data-charge"))
			.containsExactly("400.00", "412.40", "425.18", "438.36", "451.95", "465.96");
	}

	/** Before that day, on it, and long after. */
	@Test
	void aRiseCountsInMatchesAndDraftsWhenItsDayHasComeAsItDidBefore() throws Exception {
		for (LocalDate rise : List.of(this.world.today().plusDays(1), this.world.today(),
				this.world.today().minusMonths(8))) {
			this.client = this.world.organisation();
			this.approver = this.world.person(Role.APPROVER, this.client);
			card("430", this.world.today().minusYears(1).toString(), 302);
			agree(302, "name", "Frame", "from", this.world.today().minusYears(1).toString(), "to",
					this.world.today().plusMonths(3).toString(), "indexFrom", rise.toString(), "indexPercent", "10");
			var request = this.world.submitted(this.approver);
			assertThat(
					this.pages.page(this.approver, "/requests/" + request.reference() + "/positions/1/matches?show=ALL")
						.select(".match-head")
						.eachText())
				.isNotEmpty()
				.allSatisfy((head) -> assertThat(head).contains("473 EUR a day"));
			String offer = this.world.drafted(request, this.manager).reference();
			for (int time = 0; time < 2; time++) {
				assertThat(perDay(offer)).isEqualByComparingTo("473");
				assertThat(this.pages.page(this.manager, "/proposals/" + offer + "/draft").text())
					.contains(rise.isAfter(this.world.today()) ? "By the rate card: 430 EUR"
							: "By the rate card: 430 EUR, with the rises since: 473 EUR");
				this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
			}
		}
	}

	/**
	 * Before that day, on it, and long after: by the own rates of people whom nothing
	 * else asks for.
	 */
	@Test
	void aRiseCountsByOwnRatesWhenItsDayHasComeAsItDidBeforeInMatchesTeamsComparisonAndDrafts() throws Exception {
		LocalDate today = this.world.today();
		// Two are held by each offer, and of fewer than five nothing is said.
		List<Consultant> people = IntStream.range(0, 14).mapToObj((one) -> cobol()).toList();
		for (LocalDate rise : List.of(today.plusDays(1), today, today.minusDays(1), today.minusMonths(8))) {
			this.client = this.world.organisation();
			this.approver = this.world.person(Role.APPROVER, this.client);
			agree(302, "name", "Frame", "from", today.minusYears(1).toString(), "to", today.plusMonths(3).toString(),
					"indexFrom", rise.toString(), "indexPercent", "10");
			StaffingRequest request = cobolRequest();
			assertThat(
					this.pages.page(this.approver, "/requests/" + request.reference() + "/positions/1/matches?show=ALL")
						.select(".match-head")
						.eachText()
						.subList(0, 6))
				.allSatisfy((head) -> assertThat(head).contains("440 EUR a day"));
			assertThat(
					this.pages
						.page(this.approver,
								"/requests/" + request.reference() + "/positions/1/matches/"
										+ people.get(13).reference())
						.text())
				.contains("With the increases of the frame agreement, 400 EUR a day become 440 EUR");
			String offer = this.world.drafted(request, this.manager).reference();
			for (int time = 0; time < 2; time++) {
				assertThat(perDay(offer)).as("rise on " + rise).isEqualByComparingTo("440");
				Document draft = this.pages.page(this.manager, "/proposals/" + offer + "/draft");
				assertThat(draft.text())
					.contains(rise.isAfter(today) ? "The consultant's own rate: 400 EUR"
							: "The consultant's own rate: 400 EUR, with the rises since: 440 EUR")
					.doesNotContain("Entered manually");
				this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
			}
			Map<String, Object> sums = this.jdbc.queryForMap("""
					select v.subtotal, sum(l.half_days) half_days from proposal_line l
					join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id
					where p.reference = ? group by v.subtotal""", offer);
			BigDecimal net = new BigDecimal(String.valueOf(sums.get("subtotal")));
			assertThat(net).isEqualByComparingTo(
					new BigDecimal(String.valueOf(sums.get("half_days"))).multiply(new BigDecimal("220")));
			assertThat(new BigDecimal(this.pages.page(this.approver, "/requests/" + request.reference() + "/teams")
				.select("[data-team=BEST_FIT] [data-cost]")
				.attr("data-cost"))).isEqualByComparingTo(net);
			assertThat(this.pages.page(this.approver, "/requests/" + request.reference() + "/comparison")
				.select("[data-assumption=augmentation-rate]")
				.attr("data-value")).isEqualTo("440.00");
			assertThat(this.forecasts
				.of(request, 1, request.requirePosition(1).details(), request.schedule().orElseThrow(), null)
				.orElseThrow()
				.least()).isEqualByComparingTo(net);
			send(offer);
			assertThat(status(offer)).isEqualTo("SENT");
			assertThat(intact(offer)).isEqualTo("true");
		}
	}

	/** Somebody whose rate was set a year ago. */
	private Consultant cobol() {
		String number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
		return this.consultants.save(new Consultant("C-" + number,
				new Consultant.Profile("Developer " + number, "Mainframe developer", number + "@test.example", null,
						Set.of(JobRole.BACK_END), Seniority.LEAD, 20, new Place("PT", null), null, "Europe/Lisbon",
						Employment.EMPLOYEE, Set.of(WorkMode.REMOTE), "EUR", this.world.today().minusDays(10),
						OLD_LANGUAGES.stream()
							.map((skill) -> new SkillHeld(this.world.skill(skill), 5, 20, this.world.today().getYear()))
							.toList(),
						Map.of("en", LanguageLevel.C1)),
				new Consultant.Rates(new BigDecimal("300"), new BigDecimal("400")), "Somebody",
				Clock.offset(Clock.systemUTC(), Duration.ofDays(-365))));
	}

	private StaffingRequest cobolRequest() {
		StaffingRequest request = this.world.draft(this.approver);
		request.changePosition(1,
				new Position.Details(JobRole.BACK_END, Seniority.MID, 2, 2, "Services",
						OLD_LANGUAGES.stream()
							.map((skill) -> new SkillRequirement(this.world.skill(skill), 5, Priority.REQUIRED))
							.toList(),
						Map.of(), null, 0, WorkMode.REMOTE, null, null),
				this.approver, Instant.now());
		request.submit(this.approver, Instant.now());
		return this.requests.save(request);
	}

	/** It begins after the rise, by a rate that was set before the draft was made. */
	@Test
	void aLineThatIsAddedToAnOlderDraftCostsWhatItDoesInANewOne() throws Exception {
		cobol();
		cobol();
		agree(302, "name", "Frame", "from", this.world.today().minusMonths(6).toString(), "to",
				this.world.today().plusMonths(3).toString(), "indexFrom", this.world.today().minusMonths(1).toString(),
				"indexPercent", "10");
		String offer = this.world.drafted(cobolRequest(), this.manager).reference();
		assertThat(perDay(offer)).isEqualByComparingTo("440");
		String older = this.world.drafted(cobolRequest(), this.manager).reference();
		this.jdbc.update("update proposal set created_at = ? where reference = ?",
				java.sql.Timestamp.valueOf(this.world.today().minusMonths(3).atStartOfDay()), older);
		for (int line = 1; line <= 2; line++) {
			this.pages.save(this.manager, "/proposals/" + older + "/draft", "#draft",
					Map.of("lines[" + (line - 1) + "].billRate", "400"), 302);
		}
		Consultant another = cobol();
		this.drafting.addLine(older, null, 1, another.id(), this.manager);
		assertThat(perDay(older)).isEqualByComparingTo("440");
		this.pages.save(this.manager, "/proposals/" + older + "/draft", "#draft", Map.of(), 302);
		assertThat(perDay(older)).isEqualByComparingTo("440");
	}

	@Test
	void theRateThatMultipliesToTheAmountIsShownBeforeSendingWithTheRiseThatMadeIt() throws Exception {
		LocalDate rise = this.world.today().plusDays(1);
		agree(302, "name", "Frame", "from", this.world.today().minusYears(1).toString(), "to",
				this.world.today().plusMonths(3).toString(), "indexFrom", rise.toString(), "indexPercent", "10");
		String path = "/proposals/" + draft();
		for (String page : List.of("/draft", "/sending")) {
			Document shown = this.pages.page(this.manager, path + page);
			assertThat(shown.select("[data-rate]").text()).as(page).isEqualTo("440 EUR");
			assertThat(shown.select("[data-rise-before]").text()).as(page)
				.isEqualTo("400 EUR before the rise of 10% on " + new org.muster.forms.Formats().date(rise));
		}
		LocalDate first = LocalDate
			.parse(this.pages.page(this.manager, path + "/draft").select("[name='lines[0].start']").attr("value"));
		for (LocalDate early : List.of(first, first.minusDays(3))) {
			assertThat(this.pages
				.save(this.manager, path + "/draft", "#draft",
						Map.of("rises[0].from", early.toString(), "rises[0].percent", "5"), 422)
				.text()).contains("Change the day rate of each line instead");
		}
		// What the agreement says of a day may be overridden, whenever that is.
		this.pages.save(this.manager, path + "/draft", "#draft",
				Map.of("rises[0].from", rise.toString(), "rises[0].percent", "0"), 302);
		Document without = this.pages.page(this.manager, path + "/sending");
		assertThat(without.select("[data-rate]").text()).isEqualTo("400 EUR");
		assertThat(without.select("[data-rise-before]")).isEmpty();
	}

	/** The rate of the profile is that of the day on which the line is added. */
	@Test
	void whatRatesRoseByBeforeDoesNotRaiseALineThatIsAddedToAnOlderDraft() throws Exception {
		String offer = draft();
		this.jdbc.update("update proposal set created_at = ? where reference = ?",
				java.sql.Timestamp.valueOf(this.world.today().minusMonths(3).atStartOfDay()), offer);
		agree(302, "name", "Frame", "from", this.world.today().minusMonths(6).toString(), "to",
				this.world.today().plusMonths(3).toString(), "indexFrom", this.world.today().minusMonths(1).toString(),
				"indexPercent", "10");
		this.drafting.addLine(offer, null, 1, this.world.consultant().id(), this.manager);
		for (int time = 0; time < 2; time++) {
			assertThat(new BigDecimal(String.valueOf(this.jdbc.queryForObject("""
					select 2 * l.amount / l.half_days from proposal_line l
					join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id
					where p.reference = ? and l.number = 2""", BigDecimal.class, offer)))).isEqualByComparingTo("400");
			this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
		}
	}

	/** The card names what holds from that day on, which is after the rise. */
	@Test
	void anEntryOfTheCardThatBeginsAfterARiseIsNotRaisedByIt() throws Exception {
		LocalDate start = this.world.today().plusMonths(1);
		card("430", this.world.today().minusYears(1).toString(), 302);
		card("450", start.minusDays(3).toString(), 302);
		agree(302, "name", "Frame", "from", this.world.today().toString(), "to",
				this.world.today().plusMonths(10).toString(), "indexFrom", start.minusDays(9).toString(),
				"indexPercent", "10");
		var request = this.world.submitted(this.approver);
		assertThat(this.pages.page(this.approver, "/requests/" + request.reference() + "/positions/1/matches?show=ALL")
			.select(".match-head")
			.eachText()).isNotEmpty().allSatisfy((head) -> assertThat(head).contains("450 EUR a day"));
		String offer = this.world.drafted(request, this.manager).reference();
		assertThat(perDay(offer)).isEqualByComparingTo("450");
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
		send(offer);
		assertThat(status(offer)).isEqualTo("SENT");
		assertThat(perDay(offer)).isEqualByComparingTo("450");
		assertThat(intact(offer)).isEqualTo("true");
		this.jdbc.update("update proposal_line set card_from = null where revision_id in (select v.id from "
				+ "proposal_revision v join proposal p on p.id = v.proposal_id where p.reference = ?)", offer);
		assertThat(intact(offer)).isEqualTo("false");
	}

	private String intact(String offer) throws Exception {
		return this.pages.page(this.approver, "/proposals/" + offer).select("[data-intact]").attr("data-intact");
	}

	/** What a day of an offer costs on average. */
	private BigDecimal perDay(String offer) {
		return new BigDecimal(String.valueOf(this.jdbc.queryForObject("""
				select 2 * sum(l.amount) / sum(l.half_days) from proposal_line l
				join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id
				where p.reference = ?""", BigDecimal.class, offer)));
	}

	/** Rates that rise while the work lasts, a volume discount, and a closing. */
	@Test
	void teamsComparisonAndDraftOfTheSameWorkComeToTheSame() throws Exception {
		LocalDate today = this.world.today();
		card("430", today.minusYears(1).toString(), 302);
		agree(302, "name", "Frame", "from", today.toString(), "to", today.plusYears(2).toString(), "tiers[0].days",
				"100", "tiers[0].percent", "5", "indexFrom", today.plusMonths(3).toString(), "indexPercent", "10");
		LocalDate monday = today.plusMonths(4).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		this.jdbc.update("insert into closing (organisation_id, starts_on, ends_on, name) values (?, ?, ?, 'Move')",
				this.client.id(), monday, monday.plusDays(3));
		// Of fewer people nothing is said of what they cost.
		for (int one = 0; one < 5; one++) {
			this.world.expert("Erlang");
		}
		StaffingRequest request = this.world.draft(this.approver);
		// Whoever other tests have left in the pool does not fit.
		List<SkillRequirement> skills = List.of(new SkillRequirement(this.world.skill("Erlang"), 5, Priority.REQUIRED));
		request.changePosition(1, new Position.Details(JobRole.BACK_END, Seniority.MID, 2, 2, "Services", skills,
				Map.of(), null, 0, WorkMode.REMOTE, null, null), this.approver, Instant.now());
		request.submit(this.approver, Instant.now());
		request = this.requests.save(request);
		String offer = this.world.drafted(request, this.manager).reference();
		Map<String, Object> draft = this.jdbc.queryForMap("""
				select v.subtotal, v.volume_percent, sum(l.half_days) half_days from proposal_line l
				join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id
				where p.reference = ? group by v.subtotal, v.volume_percent""", offer);
		BigDecimal subtotal = new BigDecimal(String.valueOf(draft.get("subtotal")));
		BigDecimal net = subtotal.subtract(subtotal.multiply(new BigDecimal("0.05")).setScale(2, RoundingMode.HALF_UP));
		assertThat(new BigDecimal(String.valueOf(draft.get("volume_percent")))).isEqualByComparingTo("5");
		Document teams = this.pages.page(this.approver, "/requests/" + request.reference() + "/teams");
		assertThat(new BigDecimal(teams.select("[data-team=BEST_FIT] [data-cost]").attr("data-cost")))
			.isEqualByComparingTo(net);
		assertThat(teams.text()).contains("After a volume discount of 5%");
		BigDecimal days = new BigDecimal(String.valueOf(draft.get("half_days"))).divide(new BigDecimal(2));
		assertThat(new BigDecimal(this.pages.page(this.approver, "/requests/" + request.reference() + "/comparison")
			.select("[data-assumption=augmentation-rate]")
			.attr("data-value"))).isEqualByComparingTo(net.divide(days, 2, RoundingMode.HALF_UP));
		assertThat(this.forecasts
			.of(request, 1, request.requirePosition(1).details(), request.schedule().orElseThrow(), null)
			.orElseThrow()
			.least()).isEqualByComparingTo(net);
	}

	private void agree(int expected, String... parameters) throws Exception {
		this.pages.post(this.manager, "/admin/organisations/" + this.client.reference() + "/agreements", expected,
				parameters);
	}

	@Test
	void aFrameAgreementGivesADiscountByTheDaysThatWereAcceptedAndRaisesRates() throws Exception {
		LocalDate rise = this.world.today().plusMonths(3).withDayOfMonth(1);
		agree(302, "name", "Frame 2026", "from", this.world.today().toString(), "to",
				this.world.today().plusYears(2).toString(), "tiers[0].days", "100", "tiers[0].percent", "3",
				"tiers[1].days", "200", "tiers[1].percent", "5", "indexFrom", rise.toString(), "indexPercent", "2.5");
		String first = draft();
		Document page = this.pages.page(this.manager, "/proposals/" + first);
		BigDecimal days = new BigDecimal(page.select("[data-total-days]").text());
		// Half a year of full weeks is between the two tiers.
		assertThat(days.intValue()).isBetween(100, 140);
		assertThat(page.select(".sums").text()).contains("Volume discount 3 % (Frame 2026)");
		assertThat(page.select("[data-rise]").text()).contains("all day rates rise by 2.5 %");
		assertThat(page.select("[data-charge]").eachAttr("data-charge")).containsExactly("400.00", "410.00");
		send(first);
		Document offered = this.pages.page(this.approver, "/proposals/" + first);
		assertThat(offered.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(offered.select("[data-frame]").text()).contains("0 days had been accepted before");
		this.jdbc.update("update proposal_revision set volume_percent = 4 where proposal_id = "
				+ "(select id from proposal where reference = ?)", first);
		assertThat(this.pages.page(this.approver, "/proposals/" + first).select("[data-intact]").attr("data-intact"))
			.isEqualTo("false");
		this.jdbc.update("update proposal_revision set volume_percent = 3 where proposal_id = "
				+ "(select id from proposal where reference = ?)", first);
		this.pages.post(this.approver, "/proposals/" + first + "/acceptance", 302, "revision", "1", "fullName",
				this.approver.name(), "function", "Head", "password", "secret");
		this.world.consultant();
		String second = draft();
		page = this.pages.page(this.manager, "/proposals/" + second);
		assertThat(page.select(".sums").text()).contains("Volume discount 5 %",
				days.stripTrailingZeros().toPlainString() + " days had been accepted before");
	}

	@Test
	void aRateThatIsAskedForIsThatOfTheStartThatIsAskedForWithIt() throws Exception {
		LocalDate rise = this.world.today().plusMonths(3).withDayOfMonth(1);
		agree(302, "name", "Frame 2026", "from", this.world.today().toString(), "to",
				this.world.today().plusYears(2).toString(), "indexFrom", rise.toString(), "indexPercent", "10");
		String offer = "/proposals/" + draft();
		send(offer.substring(offer.lastIndexOf('/') + 1));
		this.pages.post(this.approver, offer + "/counter-proposals", 302, "revision", "1", "rows[0].line", "1",
				"rows[0].start", rise.plusDays(14).toString(), "rows[0].rate", "380", "rows[0].days", "20", "reason",
				"Later, and for less");
		String answer = this.pages.page(this.manager, offer).select("#counters form[action$=revision]").attr("action");
		this.pages.post(this.manager, answer, 302);
		this.pages.post(this.manager, offer + "/sending", 302, "revision", "2");
		Document sent = this.pages.page(this.approver, offer);
		assertThat(sent.select("#changes").text()).contains("400 EUR → 380 EUR").doesNotContain("rise");
	}

	/**
	 * A rise that raised the line that is asked about need not raise the one that takes
	 * its place, nor the same once the rate card says something newer.
	 */
	@Test
	void aRateThatIsAskedForIsWhatADayCostsWhoeverTheLineIsOfAndWhateverTheCardSaysByThen() throws Exception {
		for (boolean another : List.of(true, false)) {
			this.client = this.world.organisation();
			this.approver = this.world.person(Role.APPROVER, this.client);
			agree(302, "name", "Frame", "from", this.world.today().minusMonths(6).toString(), "to",
					this.world.today().plusMonths(3).toString(), "indexFrom",
					this.world.today().minusMonths(1).toString(), "indexPercent", "10");
			String offer = draft();
			this.jdbc.update("update proposal set created_at = ? where reference = ?",
					java.sql.Timestamp.valueOf(this.world.today().minusMonths(3).atStartOfDay()), offer);
			String path = "/proposals/" + offer;
			this.pages.save(this.manager, path + "/draft", "#draft", Map.of(), 302);
			send(offer);
			assertThat(perDay(offer)).isEqualByComparingTo("440");
			if (another) {
				this.world.consultant();
			}
			else {
				card("450", this.world.today().minusDays(10).toString(), 302);
			}
			this.pages.post(this.approver, path + "/counter-proposals", 302, "revision", "1", "rows[0].line", "1",
					"rows[0].rate", "380", "rows[0].person", another ? "ANYBODY" : "", "reason", "For less");
			this.pages.post(this.manager,
					this.pages.page(this.manager, path).select("#counters form[action$=revision]").attr("action"), 302);
			assertThat(this.pages.page(this.manager, path + "/sending").select("[data-rate]").text())
				.as("another person: " + another)
				.isEqualTo("380 EUR");
		}
	}

	@Test
	void aDiscountThatFallsWithMoreDaysIsRefusedBesideItsField() throws Exception {
		String path = "/admin/organisations/" + this.client.reference() + "/agreements";
		Document refused = this.pages.post(this.manager, path, 422, "name", "Frame", "from", "2027-01-01", "to",
				"2027-12-31", "tiers[0].days", "200", "tiers[0].percent", "5", "tiers[1].days", "100",
				"tiers[1].percent", "7.5");
		assertThat(refused.select("[id='tiers[0].percent-about']").text())
			.contains("Enter at least 7.5 %, the discount from 100 days");
		agree(302, "name", "Frame", "from", "2027-01-01", "to", "2027-12-31", "tiers[0].days", "200",
				"tiers[0].percent", "7.5", "tiers[1].days", "100", "tiers[1].percent", "7.5");
	}

	@Test
	void aWrongEntryOfTheCardIsCorrectedInItsPlace() throws Exception {
		card("410", "2198-01-01", 302);
		String list = "/admin/rates?client=" + this.client.reference();
		String correct = this.pages.page(this.manager, list)
			.select("[data-rate]:contains(410) a[href*=correct]")
			.attr("href");
		Document form = this.pages.page(this.manager, correct);
		assertThat(form.select("#dayRate").val()).isEqualTo("410.00");
		assertThat(form.select("#organisation option[selected]").val()).isEqualTo(this.client.reference());
		this.pages.send(this.manager, form, "form:has([name=dayRate])", Map.of("dayRate", "415"), 302);
		assertThat(this.pages.page(this.manager, list).select("[data-rate] td.num").eachText()).contains("415 EUR")
			.doesNotContain("410 EUR");
		assertThat(
				this.pages.send(this.manager, form, "form:has([name=dayRate])", Map.of("dayRate", "420"), 422).text())
			.contains("Someone else removed this entry");
		this.pages.send(this.manager, MockMvcRequestBuilders.get("/admin/rates?correct=999999999"), 404);
	}

	@Test
	void aWrongAgreementIsCorrectedInItsPlace() throws Exception {
		agree(302, "name", "Frame", "from", "2198-01-01", "to", "2198-12-31", "tiers[0].days", "10", "tiers[0].percent",
				"3", "indexFrom", "2198-06-01", "indexPercent", "2.5");
		String path = "/admin/organisations/" + this.client.reference() + "/agreements";
		Document form = this.pages.page(this.manager,
				this.pages.page(this.manager, path).select("[data-agreement] a[href*=correct]").attr("href"));
		assertThat(form.select("[name='tiers[0].days']").val()).isEqualTo("10");
		this.pages.send(this.manager, form, "form:has([name=name])", Map.of("to", "2199-06-30"), 302);
		assertThat(this.pages.page(this.manager, path).select("[data-agreement]").eachText()).singleElement()
			.asString()
			.contains("Frame", "30 Jun 2199", "2.5");
		assertThat(this.pages.send(this.manager, form, "form:has([name=name])", Map.of(), 422).text())
			.contains("Someone else removed this entry");
	}

	@Test
	void agreementsThatMakeNoSenseAreRefused() throws Exception {
		agree(302, "name", "One", "from", "2027-01-01", "to", "2027-12-31");
		agree(422, "name", "Two", "from", "2027-12-31", "to", "2028-12-31");
		agree(422, "name", "Two", "from", "2028-12-31", "to", "2028-01-31");
		agree(422, "name", "Two", "from", "2028-01-01", "to", "2048-01-31");
		agree(422, "name", "", "from", "2028-01-01", "to", "2028-12-31");
		agree(422, "name", "Two", "from", "2028-01-01", "to", "2028-12-31", "tiers[0].days", "10");
		agree(422, "name", "Two", "from", "2028-01-01", "to", "2028-12-31", "tiers[3].days", "-10", "tiers[3].percent",
				"101");
		agree(422, "name", "Two", "from", "2028-01-01", "to", "2028-12-31", "tiers[0].days", "10", "tiers[0].percent",
				"1", "tiers[1].days", "10", "tiers[1].percent", "2");
		agree(422, "name", "Two", "from", "2028-01-01", "to", "2028-12-31", "indexFrom", "2028-02-01");
		Document list = this.pages.page(this.manager,
				"/admin/organisations/" + this.client.reference() + "/agreements");
		assertThat(list.select("[data-agreement]")).hasSize(1);
		String removal = list.select("[data-agreement] form").attr("action");
		CurrentUser other = this.world.manager();
		this.pages.post(other, removal.replace(this.client.reference(), this.world.organisation().reference()), 302);
		this.pages.post(other, removal, 302);
		assertThat(this.pages.page(this.manager, "/admin/organisations/" + this.client.reference() + "/agreements")
			.select("[data-agreement]")).isEmpty();
	}

	@Test
	void whoIsPaidInAnotherCurrencyCostsWhatThatIsWorthAndTheOfferSaysByWhichRate() throws Exception {
		String offer = draft();
		paidIn("CHF", offer);
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
		send(offer);
		paidIn("EUR", offer);
		Document staff = this.pages.page(this.manager, "/proposals/" + offer);
		// One euro buys 0.93 francs: 300 francs are 322.58 euros, of 400.
		assertThat(staff.select("[data-exchange]").text())
			.isEqualTo("Rate of exchange: 1 CHF is 1.07526882 EUR (20 Nov 2026).");
		assertThat(staff.select("#margins tfoot").text()).contains("19.4 %");
		Document client = this.pages.page(this.approver, "/proposals/" + offer);
		assertThat(client.select("[data-exchange]").text()).contains("1 CHF is");
		assertThat(client.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		this.jdbc.update("update proposal_line set exchange_rate = 1 where pay_currency = 'CHF'");
		assertThat(this.pages.page(this.approver, "/proposals/" + offer).select("[data-intact]").attr("data-intact"))
			.isEqualTo("false");
	}

	private void paidIn(String currency, String offer) {
		this.jdbc.update("update consultant set currency = ? where id in (select l.consultant_id from proposal_line l "
				+ "join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id "
				+ "where p.reference = ?)", currency, offer);
	}

	@Test
	void risesThatMakeNoSenseAreSaidBesideTheField() throws Exception {
		String path = "/proposals/" + draft() + "/draft";
		assertThat(this.pages.save(this.manager, path, "#draft", Map.of("rises[0].from", "2127-01-01"), 422).text())
			.contains("Please type both, or none");
		assertThat(this.pages
			.save(this.manager, path, "#draft", Map.of("rises[0].from", "2127-01-01", "rises[0].percent", "51"), 422)
			.text()).contains("from 0 to 50");
		assertThat(
				this.pages
					.save(this.manager, path, "#draft",
							Map.of("rises[0].from", "2127-01-01", "rises[0].percent", "1", "rises[2].from",
									"2127-01-01", "rises[2].percent", "2"),
							422)
					.text())
			.contains("twice");
		assertThat(this.pages.page(this.manager, path).text()).doesNotContain("On call only");
	}

}
