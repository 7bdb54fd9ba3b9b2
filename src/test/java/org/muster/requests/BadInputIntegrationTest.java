package org.muster.requests;

import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.AuditTrail;
import org.muster.audit.Viewer;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What does not belong gets a clear sentence; nothing is lost, and nothing happens twice.
 */
@IntegrationTest
class BadInputIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private Requests requests;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser member;

	@BeforeEach
	void build() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
	}

	private MockHttpServletResponse post(String path, String... parameters) throws Exception {
		var request = MockMvcRequestBuilders.post(path).with(csrf()).with(this.world.as(this.member));
		for (int index = 0; index < parameters.length; index += 2) {
			request = request.param(parameters[index], parameters[index + 1]);
		}
		return this.mvc.perform(request).andReturn().getResponse();
	}

	@Test
	void aTextOfAHundredThousandCharactersIsTooLongAndStillThere() throws Exception {
		String text = "x".repeat(100_000);
		MockHttpServletResponse response = post("/requests", "creationKey", UUID.randomUUID().toString(), "title",
				"Umzug 🚚 نقل", "efficientWorkflow", "true", "efficientWorkflowMeasure", text);
		assertThat(response.getStatus()).isEqualTo(422);
		assertThat(response.getContentAsString()).contains("This is too long: at most 500 characters.", text,
				"Umzug 🚚 نقل");
	}

	@Test
	void aFormSentTwiceMakesOneRequestAndBothLeadToIt() throws Exception {
		String key = UUID.randomUUID().toString();
		String[] form = { "creationKey", key, "title", "Twice", "stepUpLevel", "true", "stepUpLevelMeasure", "m" };
		String first = post("/requests", form).getRedirectedUrl();
		assertThat(post("/requests", form).getRedirectedUrl()).isEqualTo(first).matches("/requests/R-.*/positions");
	}

	@Test
	void aSecondClickOnSubmitIsOneActAndLeadsToTheSamePage() throws Exception {
		String reference = this.world.draft(this.member).reference();
		for (int click = 0; click < 2; click++) {
			assertThat(post("/requests/" + reference + "/submission", "anyway", "true").getRedirectedUrl())
				.isEqualTo("/requests/" + reference);
		}
		assertThat(this.audit.latest(List.of(reference), 10)).extracting((line) -> line.act())
			.containsExactly("request.submitted");
	}

	@Test
	void aPageFarPastTheLastIsTheLast() throws Exception {
		this.world.consultant();
		String matches = "/requests/" + this.world.draft(this.member).reference() + "/positions/1/matches";
		var request = MockMvcRequestBuilders.get(matches)
			.param("show", "ALL")
			.param("page", "2147483647")
			.with(this.world.as(this.member));
		MockHttpServletResponse response = this.mvc.perform(request).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentAsString()).contains("data-consultant");
	}

	@Test
	void theClientSeesNothingOfAProposalThatIsStillWritten() throws Exception {
		var manager = this.world.manager();
		this.world.consultant();
		var sent = this.world.sent(this.member, manager);
		String request = this.requests.require(sent.requestId(), Viewer.muster()).reference();
		var asked = MockMvcRequestBuilders.get("/requests/" + request).with(this.world.as(this.member));
		assertThat(this.mvc.perform(asked).andReturn().getResponse().getContentAsString()).contains("Proposal sent")
			.doesNotContain("Proposal drafted", "Proposal edited");
	}

	/** By each way in which dates come into a request. */
	@Test
	void datesThatLeaveNoWorkingDayAreRefusedAtTheFieldAndStayThere() throws Exception {
		LocalDate saturday = this.world.today().plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
		String[] weekend = { "earliestStart", saturday.toString(), "latestStart", saturday.toString(), "end",
				saturday.plusDays(1).toString(), "daysPerWeek", "5", "version", "0" };
		for (StaffingRequest request : List.of(this.world.draft(this.member), this.world.submitted(this.member))) {
			MockHttpServletResponse refused = post("/requests/" + request.reference() + "/schedule", weekend);
			assertThat(refused.getStatus()).isEqualTo(422);
			Document page = Jsoup.parse(refused.getContentAsString());
			assertThat(page.select("#end-about").text()).contains("No working day lies between");
			assertThat(page.select("#end").val()).isEqualTo(saturday.plusDays(1).toString());
		}
	}

	@Test
	void aDraftWhoseDaysWereClosedSinceIsNotSubmittedAndSaysWhy() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		LocalDate saturday = this.world.today().plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
		this.jdbc.update("update staffing_request set earliest_start = ?, latest_start = ?, ends_on = ? where id = ?",
				Date.valueOf(saturday), Date.valueOf(saturday), Date.valueOf(saturday.plusDays(1)), draft.id());
		assertThat(post("/requests/" + draft.reference() + "/submission", "anyway", "true").getRedirectedUrl())
			.isEqualTo("/requests/" + draft.reference() + "/schedule");
		assertThat(status(draft)).isEqualTo(RequestStatus.DRAFT);
	}

	@Test
	void theSecondToSaveIsToldAndKeepsWhatWasTyped() throws Exception {
		String reference = this.world.draft(this.member).reference();
		MockHttpServletResponse stale = post("/requests/" + reference + "/budget", "rateCap", "432.10", "version",
				"-1");
		assertThat(stale.getStatus()).isEqualTo(409);
		assertThat(stale.getContentAsString()).contains("Somebody changed this while you were editing it", "432.10");
	}

	@Test
	void aChoiceThatTheFormDoesNotOfferIsAskedAgainAndTheRestIsKept() throws Exception {
		String reference = this.world.draft(this.member).reference();
		MockHttpServletResponse response = post("/requests/" + reference + "/positions/1", "role", "ASTRONAUT",
				"seniority", "SENIOR", "years", "3", "headCount", "0", "responsibilities", "Keeps this", "workMode",
				"REMOTE");
		assertThat(response.getStatus()).isEqualTo(422);
		assertThat(response.getContentAsString()).contains("Please choose one of the list.", "Keeps this",
				"Please give a number of people from 1 to 100.");
	}

	@Test
	void aDatabaseThatGoesAwayInTheMiddleOfAnActLeavesNothingHalfDone() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		var submission = MockMvcRequestBuilders.post("/requests/" + draft.reference() + "/submission")
			.param("anyway", "true")
			.with(csrf())
			.with(this.world.as(this.member));
		for (int statements = 0; statements < 4; statements++) {
			Statements.losingDatabaseAfter(statements, () -> {
				MockHttpServletResponse away = this.mvc.perform(submission).andReturn().getResponse();
				assertThat(away.getStatus()).isEqualTo(503);
				assertThat(away.getContentAsString()).contains("try again");
			});
			assertThat(status(draft)).isEqualTo(RequestStatus.DRAFT);
			assertThat(this.audit.latest(List.of(draft.reference()), 10)).isEmpty();
		}
		assertThat(this.mvc.perform(submission).andReturn().getResponse().getStatus()).isEqualTo(302);
		assertThat(status(draft)).isEqualTo(RequestStatus.SUBMITTED);
	}

	private RequestStatus status(StaffingRequest request) {
		return this.requests.require(request.id(), Viewer.muster()).status();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/requests", "/proposals" })
	void aListIsNotUpsetByAnyPageNumber(String list) throws Exception {
		for (String page : List.of("2147483647", "-1")) {
			var request = MockMvcRequestBuilders.get(list).param("page", page).with(this.world.as(this.member));
			assertThat(this.mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/requests", "/proposals", "/engagements" })
	void aPageFarPastTheEndOfAListShowsItsLast(String list) throws Exception {
		CurrentUser manager = this.world.manager();
		String offer = this.world.sent(this.member, manager).reference();
		this.world.engagement(this.member.organisation(), this.world.consultant(), this.world.today(),
				this.world.today());
		assertThat(offer).isNotEmpty();
		for (String page : List.of("1", "99", "2147483647")) {
			assertThat(page(this.member, list + "?page=" + page).select("#results tbody tr")).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/requests?status=BOGUS", "/proposals?status=BOGUS", "/engagements?state=BOGUS",
			"/interviews?status=BOGUS", "/admin/organisations?state=BOGUS", "/admin/skills?kind=BOGUS",
			"/consultants?order=BOGUS", "/admin/audit?act=BOGUS", "/requests?manager=BOGUS", "/proposals?manager=BOGUS",
			"/engagements?manager=BOGUS" })
	void aListSaysThatItCannotBeFilteredByWhatItDoesNotKnow(String address) throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.world.sent(this.member, this.world.manager());
		Document page = page(administrator, address);
		assertThat(page.select("[data-unknown-filter]").eachText())
			.containsExactly("Nothing can be filtered by “BOGUS”. That part of the address has no effect.");
		Document without = page(administrator, address.replaceAll("\\?.*", ""));
		assertThat(without.select("[data-unknown-filter]")).isEmpty();
		assertThat(page.select("#results tbody tr").size()).isEqualTo(without.select("#results tbody tr").size());
	}

	private Document page(CurrentUser by, String address) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(MockMvcRequestBuilders.get(address).with(this.world.as(by)))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return Jsoup.parse(response.getContentAsString());
	}

	@Test
	void fieldsAndFilesThatDoNotBelongAreIgnored() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		var request = MockMvcRequestBuilders.multipart("/requests/" + draft.reference() + "/budget")
			.file("payload", new byte[] { 1, 2, 3 })
			.param("rateCap", "450")
			.param("status", "ENGAGED")
			.param("organisationId", "1")
			.with(csrf())
			.with(this.world.as(this.member));
		assertThat(this.mvc.perform(request).andReturn().getResponse().getStatus()).isLessThan(500);
		assertThat(status(draft)).isEqualTo(RequestStatus.DRAFT);
		MockHttpServletResponse far = post("/requests/" + draft.reference() + "/positions/1", "skills[9999].name",
				"Java", "role", "BACK_END");
		assertThat(far.getStatus()).isBetween(400, 422);
	}

}
