package org.muster.interviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultant;
import org.muster.requests.StaffingRequest;
import org.muster.testing.Confidential;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** From a shortlist to a scorecard, on both sides. */
@IntegrationTest
class InterviewIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser member;

	private CurrentUser approver;

	private CurrentUser manager;

	private Consultant consultant;

	private StaffingRequest request;

	@BeforeEach
	void build() throws Exception {
		Organisation client = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, client);
		this.approver = this.world.person(Role.APPROVER, client);
		this.manager = this.world.manager();
		this.consultant = this.world.consultant();
		this.request = keeping(this.member);
	}

	/** A request of a client's with the person on its shortlist. */
	private StaffingRequest keeping(CurrentUser client) throws Exception {
		StaffingRequest kept = this.world.submitted(client);
		this.pages.send(client, post("/requests/" + kept.reference() + "/positions/1/shortlist").param("consultant",
				this.consultant.reference()), 302);
		return kept;
	}

	private static String form(StaffingRequest of) {
		return "/requests/" + of.reference() + "/positions/1/interviews";
	}

	private List<String> free(CurrentUser client, StaffingRequest of) throws Exception {
		return this.pages.page(client, form(of) + "/new?consultant=" + this.consultant.reference())
			.select("input[name=start]")
			.eachAttr("value");
	}

	private MockHttpServletRequestBuilder asking(StaffingRequest of, List<String> starts) {
		return post(form(of)).param("consultant", this.consultant.reference())
			.param("zone", "Europe/Lisbon")
			.param("message", "About <b>Kafka</b>")
			.param("start", starts.toArray(String[]::new));
	}

	private String asked(CurrentUser client, StaffingRequest of, List<String> starts) throws Exception {
		return String.valueOf(this.pages.send(client, asking(of, starts), 302).getRedirectedUrl());
	}

	/** Makes a confirmed interview one that has been. */
	private void passes(String interview) {
		this.jdbc.update("update interview set starts_at = ? where reference = ?",
				UtcColumns.write(Instant.parse("2026-01-05T10:00:00Z")), interview.replace("/interviews/", ""));
	}

	private String held() throws Exception {
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		confirm(interview, 302);
		passes(interview);
		return interview;
	}

	private void confirm(String interview, int expected) throws Exception {
		String start = this.pages.page(this.manager, interview).select("[data-start]").attr("data-start");
		this.pages.send(this.manager, post(interview + "/confirmation").param("start", start), expected);
	}

	@Test
	void noPageOfAClientsLeadsToWhatIsConfidentialOfThePerson() throws Exception {
		assertThat(Confidential.waysFrom(
				this.pages.model(this.member, form(this.request) + "/new?consultant=" + this.consultant.reference())))
			.isEmpty();
		String interview = held();
		for (String page : List.of(interview, interview + "/scorecard")) {
			assertThat(Confidential.waysFrom(this.pages.model(this.member, page))).as(page).isEmpty();
		}
	}

	@Test
	void aClientProposesTimesAndTheAccountManagerConfirmsOne() throws Exception {
		List<String> free = free(this.member, this.request);
		assertThat(free).hasSizeGreaterThan(20);
		String interview = asked(this.member, this.request, free.subList(3, 6));
		assertThat(this.pages.page(this.manager, "/notifications").select("[data-kind=INTERVIEW].is-unread").text())
			.contains("interview with " + this.consultant.name());
		Document seen = this.pages.page(this.manager, interview);
		assertThat(seen.select("[data-start]").eachAttr("data-start")).containsExactlyElementsOf(free.subList(3, 6));
		assertThat(seen.text()).contains("About <b>Kafka</b>");
		this.pages.send(this.manager, post(interview + "/confirmation").param("start", free.get(4)), 302);
		assertThat(this.pages.page(this.member, interview).select(".when").attr("data-start")).isEqualTo(free.get(4));
		assertThat(this.pages.page(this.member, interview).select("form[action$=withdrawal] p").text())
			.isEqualTo("We will tell your account manager that you no longer need the interview.");
		assertThat(this.pages.page(this.member, "/notifications").select("[data-kind=INTERVIEW].is-unread").text())
			.contains("It is confirmed for");
		assertThat(this.pages.page(this.member, "/").text()).contains("You meet " + this.consultant.name());
		assertThat(this.pages.page(this.member, "/requests/" + this.request.reference()).text())
			.contains("Interview: Confirmed");
	}

	@Test
	void bothSidesGetACalendarFile() throws Exception {
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		this.pages.send(this.member, get(interview + ".ics"), 404);
		confirm(interview, 302);
		for (CurrentUser one : List.of(this.member, this.manager)) {
			MockHttpServletResponse answer = this.pages.send(one, get(interview + ".ics"), 200);
			assertThat(answer.getContentType()).startsWith("text/calendar");
			VEvent event = Biweekly.parse(answer.getContentAsString()).first().getEvents().get(0);
			assertThat(event.getSummary().getValue()).contains(this.consultant.name());
			assertThat(event.getDateEnd().getValue().getTime() - event.getDateStart().getValue().getTime())
				.isEqualTo(Slot.LENGTH.toMillis());
			assertThat(event.getStatus().isConfirmed()).isTrue();
			assertThat(event.getUrl().getValue()).endsWith(interview);
		}
		this.pages.send(this.member, post(interview + "/withdrawal"), 302);
		VEvent off = Biweekly.parse(this.pages.send(this.manager, get(interview + ".ics"), 200).getContentAsString())
			.first()
			.getEvents()
			.get(0);
		assertThat(off.getStatus().isCancelled()).isTrue();
	}

	@Test
	void askingTwiceAsksOnceAndAskingAgainIsPossibleWhenThatHasEnded() throws Exception {
		List<String> free = free(this.member, this.request);
		String first = asked(this.member, this.request, free.subList(0, 1));
		assertThat(asked(this.member, this.request, free.subList(0, 1))).isEqualTo(first);
		this.pages.send(this.manager, post(first + "/refusal").param("reason", " "), 422);
		this.pages.send(this.manager, post(first + "/refusal").param("reason", "On leave. Monday would do."), 302);
		assertThat(this.pages.page(this.member, first).text()).contains("Monday would do", "Ask for another time");
		assertThat(asked(this.member, this.request, free.subList(1, 2))).isNotEqualTo(first);
	}

	@Test
	void whoAsksToMeetSomebodyWhomAColleagueHasAskedForIsToldAndKeepsTimesAndMessage() throws Exception {
		List<String> free = free(this.member, this.request);
		String first = asked(this.member, this.request, free.subList(0, 1));
		for (CurrentUser second : List.of(this.approver, this.member)) {
			Document again = Jsoup
				.parse(this.pages.send(second, asking(this.request, free.subList(1, 3)), 409).getContentAsString());
			assertThat(again.select("[data-awaited]").text()).contains(this.member.name(), "Nothing of yours was sent");
			assertThat(again.select("[data-awaited] a").attr("href")).isEqualTo(first);
			assertThat(again.select("textarea[name=message]").text()).isEqualTo("About <b>Kafka</b>");
			assertThat(again.select("input[name=start][checked]").eachAttr("value"))
				.containsExactlyElementsOf(free.subList(1, 3));
		}
	}

	@Test
	void whoSettlesAnInterviewThatAColleagueHasSettledIsToldByWhomAndKeepsTheReason() throws Exception {
		CurrentUser colleague = this.world.manager();
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		String start = this.pages.page(this.manager, interview).select("[data-start]").attr("data-start");
		confirm(interview, 302);
		confirm(interview, 302);
		assertThat(this.pages.post(colleague, interview + "/confirmation", 409, "start", start).text())
			.contains(this.manager.name());
		this.pages.post(this.manager, interview + "/refusal", 302, "reason", "On leave");
		this.pages.post(this.manager, interview + "/refusal", 302, "reason", "On leave");
		for (CurrentUser second : List.of(colleague, this.manager)) {
			Document refused = this.pages.post(second, interview + "/refusal", 409, "reason", "Leaves us in May");
			assertThat(refused.text()).contains("Not possible", this.manager.name());
			assertThat(refused.select("[data-typed]").text()).contains("Leaves us in May");
		}
		String other = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		this.pages.post(this.member, other + "/withdrawal", 302);
		this.pages.post(this.member, other + "/withdrawal", 302);
		assertThat(this.pages.post(this.approver, other + "/withdrawal", 409).text()).contains("Called off",
				this.member.name());
	}

	@Test
	void aQuestionThatNobodyAnsweredInTimeDoesNotBarTheNext() throws Exception {
		List<String> free = free(this.member, this.request);
		String first = asked(this.member, this.request, free.subList(0, 1));
		this.jdbc.update(
				"update interview_window set starts_at = ? where interview_id = (select id from interview "
						+ "where reference = ?)",
				UtcColumns.write(Instant.parse("2026-01-05T10:00:00Z")), first.replace("/interviews/", ""));
		assertThat(this.pages.page(this.manager, first).text()).contains("has passed").doesNotContain("Confirm");
		String second = asked(this.member, this.request, free.subList(1, 2));
		assertThat(second).isNotEqualTo(first);
		assertThat(this.pages.page(this.member, first).text()).contains("Called off");
	}

	@Test
	void whatTheFormDoesNotOfferIsRefusedWithASentenceAndNothingIsLost() throws Exception {
		List<String> free = free(this.member, this.request);
		List<List<String>> wrong = List.of(List.of(), free.subList(0, 4), List.of("2020-01-06T10:00:00Z"),
				List.of(free.get(0), "tomorrow"), List.of("<script>"));
		for (List<String> starts : wrong) {
			Document again = Jsoup
				.parse(this.pages.send(this.member, asking(this.request, starts), 422).getContentAsString());
			assertThat(again.select("[data-error-summary]").text()).contains("Please choose");
			assertThat(again.select("textarea[name=message]").text()).isEqualTo("About <b>Kafka</b>");
			assertThat(again.select("input[name=start][checked]").eachAttr("value"))
				.containsAll(starts.stream().filter(free::contains).toList());
		}
		asked(this.member, this.request, free.subList(0, 1));
		assertThat(this.jdbc.queryForObject("select count(*) from interview where consultant_id = ?", Integer.class,
				this.consultant.id()))
			.isEqualTo(1);
	}

	@Test
	void timesAreShownByTheClockThatTheClientChooses() throws Exception {
		List<String> free = free(this.member, this.request);
		Document tokyo = Jsoup.parse(
				this.pages
					.send(this.member,
							post(form(this.request)).param("consultant", this.consultant.reference())
								.param("zone", "Asia/Tokyo")
								.param("again", "true")
								.param("start", free.get(0)),
							200)
					.getContentAsString());
		assertThat(tokyo.text()).contains("yours (Tokyo)", "the person (Lisbon)");
		String nowhere = this.pages
			.send(this.member,
					post(form(this.request)).param("consultant", this.consultant.reference())
						.param("zone", "Nowhere/None")
						.param("start", free.get(0)),
					422)
			.getContentAsString();
		assertThat(nowhere).contains("There is no such time zone");
	}

	@Test
	void onlyWhoIsOnTheShortlistOfARequestUnderWayCanBeAskedFor() throws Exception {
		String stranger = this.world.consultant().reference();
		this.pages.send(this.member, get(form(this.request) + "/new?consultant=" + stranger), 404);
		this.pages.send(this.member, get(form(this.request) + "/new?consultant=nobody"), 404);
		this.pages.send(this.manager, get(form(this.request) + "/new?consultant=" + this.consultant.reference()), 403);
		StaffingRequest draft = this.world.draft(this.member);
		this.pages.send(this.member, post("/requests/" + draft.reference() + "/positions/1/shortlist")
			.param("consultant", this.consultant.reference()), 302);
		this.pages.send(this.member, get(form(draft) + "/new?consultant=" + this.consultant.reference()), 409);
	}

	@Test
	void anInterviewOfAnotherOrganisationDoesNotExist() throws Exception {
		String interview = held();
		CurrentUser other = this.world.person(Role.APPROVER, this.world.organisation());
		this.pages.send(other, get(interview), 404);
		this.pages.send(other, get(interview + ".ics"), 404);
		this.pages.send(other, post(interview + "/withdrawal"), 404);
		this.pages.send(other, get(interview + "/scorecard"), 404);
		this.pages.send(other, post(interview + "/scorecard").param("recommendation", "NO"), 404);
		this.pages.send(this.member, post(interview + "/confirmation"), 404);
		this.pages.send(this.member, post(interview + "/refusal").param("reason", "No"), 404);
		assertThat(this.pages.page(other, "/interviews").text()).doesNotContain(this.consultant.name());
	}

	@Test
	void aPersonIsNotGivenAwayTwiceAtTheSameTime() throws Exception {
		CurrentUser other = this.world.person(Role.MEMBER, this.world.organisation());
		StaffingRequest theirs = keeping(other);
		List<String> free = free(this.member, this.request);
		List<String> interviews = new ArrayList<>();
		interviews.add(asked(this.member, this.request, free.subList(0, 2)));
		interviews.add(asked(other, theirs, free.subList(0, 2)));
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Future<Integer>> answers = both.invokeAll(interviews.stream().map((one) -> (Callable<Integer>) () -> {
				together.await();
				return this.mvc
					.perform(post(one + "/confirmation").param("start", free.get(0))
						.with(csrf())
						.with(this.world.as(this.manager)))
					.andReturn()
					.getResponse()
					.getStatus();
			}).toList());
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 422);
		}
		finally {
			both.shutdown();
		}
		assertThat(free(this.world.person(Role.MEMBER, this.world.organisation()))).doesNotContain(free.get(0));
	}

	private List<String> free(CurrentUser third) throws Exception {
		return free(third, keeping(third));
	}

	@Test
	void aScorecardStandsBesideTheMatchAndCanBeWrittenAnew() throws Exception {
		String interview = held();
		Document card = this.pages.page(this.member, interview + "/scorecard");
		String java = String.valueOf(this.world.skill("Java"));
		int row = card.select("input[name$=.skill]").eachAttr("value").indexOf(java);
		String version = card.select("input[name=version]").attr("value");
		MockHttpServletRequestBuilder scored = post(interview + "/scorecard").param("version", version)
			.param("rows[" + row + "].skill", java)
			.param("rows[" + row + "].points", "4")
			.param("rows[" + row + "].note", "<i>Streams</i>")
			.param("rows[90].skill", "999999")
			.param("rows[90].points", "1")
			.param("recommendation", "YES")
			.param("verdict", "We would start tomorrow.");
		this.pages.send(this.member, scored, 302);
		assertThat(this.pages.page(this.member, interview).select("[data-recommendation=YES]").text())
			.contains("4 of 5", "We would start tomorrow.", "<i>Streams</i>");
		String match = "/requests/" + this.request.reference() + "/positions/1/matches/" + this.consultant.reference();
		for (CurrentUser one : List.of(this.member, this.manager)) {
			assertThat(
					this.pages.page(one, match).select("[data-recommendation] [data-skill=Java]").attr("data-points"))
				.isEqualTo("4");
		}
		this.pages.send(this.member,
				post(interview + "/scorecard").param("version", version).param("recommendation", "NO"), 409);
		String now = this.pages.page(this.member, interview + "/scorecard").select("input[name=version]").attr("value");
		this.pages.send(this.member, post(interview + "/scorecard").param("version", now).param("recommendation", "NO"),
				302);
		assertThat(this.pages.page(this.member, match).select("[data-recommendation]").attr("data-recommendation"))
			.isEqualTo("NO");
		assertThat(this.pages.page(this.manager, "/notifications").text()).contains("they would work with this person");
	}

	@Test
	void whatIsWrongWithAScorecardIsSaidAndWhatWasTypedStays() throws Exception {
		String interview = held();
		String version = this.pages.page(this.member, interview + "/scorecard")
			.select("input[name=version]")
			.attr("value");
		String java = String.valueOf(this.world.skill("Java"));
		Document again = Jsoup.parse(
				this.pages
					.send(this.member,
							post(interview + "/scorecard").param("version", version)
								.param("rows[0].skill", java)
								.param("rows[0].points", "7")
								.param("rows[0].note", "Typed")
								.param("verdict", "x".repeat(2001)),
							422)
					.getContentAsString());
		assertThat(again.select("[aria-invalid]").eachAttr("name")).containsExactlyInAnyOrder("rows[0].points",
				"recommendation", "verdict");
		assertThat(again.select("input[name='rows[0].note']").attr("value")).isEqualTo("Typed");
	}

	@Test
	void nothingIsScoredBeforeTheInterview() throws Exception {
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		this.pages.send(this.member, get(interview + "/scorecard"), 302);
		this.pages.send(this.member, post(interview + "/scorecard").param("recommendation", "YES"), 409);
		confirm(interview, 302);
		this.pages.send(this.member, post(interview + "/scorecard").param("recommendation", "YES"), 409);
	}

	@Test
	void aRequestThatIsWithdrawnCallsItsInterviewsOff() throws Exception {
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		this.pages.send(this.member, post("/requests/" + this.request.reference() + "/withdrawal"), 302);
		assertThat(this.pages.page(this.manager, interview).text()).contains("Called off");
		this.pages.send(this.manager, post(interview + "/confirmation").param("start", "2030-01-07T10:00:00Z"), 409);
	}

	@Test
	void twoInterviewsOfAClientAtTheSameTimeAreSaidToBeSo() throws Exception {
		List<String> free = free(this.member, this.request);
		String first = asked(this.member, this.request, free.subList(0, 1));
		confirm(first, 302);
		Consultant one = this.consultant;
		this.consultant = this.world.consultant();
		StaffingRequest other = keeping(this.approver);
		String second = asked(this.approver, other, free.subList(0, 2));
		assertThat(this.pages.page(this.manager, second).select("[data-at-once]").text())
			.contains("The client also has an interview with " + one.name());
		confirm(second, 302);
		assertThat(this.pages.page(this.member, first).select("[data-at-once]").text())
			.contains("You also have an interview with " + this.consultant.name());
	}

	private String told(CurrentUser person) throws Exception {
		return this.pages.page(person, "/notifications").text();
	}

	@Test
	void whoeverWaitsForAnInterviewHearsWhenSomebodyElseCallsItOff() throws Exception {
		List<String> free = free(this.member, this.request);
		String interview = asked(this.member, this.request, free.subList(0, 1));
		assertThat(this.pages.page(this.approver, interview).select("form[action$=withdrawal] p").text())
			.contains(this.member.name() + ", who asked for the interview");
		this.pages.post(this.approver, interview + "/withdrawal", 302);
		for (CurrentUser person : List.of(this.member, this.manager)) {
			assertThat(told(person)).contains("It was called off.");
		}
		assertThat(told(this.approver)).doesNotContain("It was called off.");
		confirm(asked(this.member, this.request, free.subList(0, 1)), 302);
		this.pages.post(this.approver, "/requests/" + this.request.reference() + "/withdrawal", 302);
		for (CurrentUser person : List.of(this.member, this.manager)) {
			assertThat(told(person)).contains("It was called off: the request was withdrawn.");
		}
		assertThat(told(this.approver)).doesNotContain("the request was withdrawn");
	}

	@Test
	void whoeverWaitsForSomebodyWhoIsErasedHearsThatTheInterviewDoesNotTakePlaceAndNotWhose() throws Exception {
		confirm(asked(this.member, this.request, free(this.member, this.request).subList(0, 1)), 302);
		this.pages.post(this.world.person(Role.ADMINISTRATOR, null),
				"/admin/consultants/" + this.consultant.reference() + "/erasure", 302, "confirmation",
				this.consultant.reference());
		for (CurrentUser person : List.of(this.member, this.manager)) {
			assertThat(told(person)).contains("no longer available", "will not take place")
				.doesNotContain(this.consultant.name());
		}
		this.pages.page(this.member, "/requests/" + this.request.reference());
	}

	@Test
	void anAcceptedProposalCallsOffInterviewsWithOthersAndBothSidesHearOfIt() throws Exception {
		String interview = asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		String proposal = "/proposals/" + this.world.drafted(this.request, this.manager).reference();
		Consultant chosen = this.world.consultant();
		this.pages.post(this.manager, proposal + "/lines", 302, "choice", "1:" + chosen.reference());
		this.pages.post(this.manager, proposal + "/lines/1/removal", 302);
		this.pages.post(this.manager, proposal + "/sending", 302, "revision", "1");
		this.pages.post(this.approver, proposal + "/acceptance", 302, "revision", "1", "fullName", this.approver.name(),
				"function", "Head", "password", "secret");
		assertThat(this.pages.page(this.manager, interview).text()).contains("Called off");
		for (CurrentUser told : List.of(this.member, this.manager)) {
			assertThat(this.pages.page(told, "/notifications").text()).contains("others are engaged for the request");
		}
		assertThat(this.pages.page(this.member, "/requests/" + this.request.reference())
			.select("a[href='/consultants/" + this.consultant.reference() + "']")).isEmpty();
	}

	@Test
	void whatWasHeldCanNeitherBeRefusedNorCalledOff() throws Exception {
		String interview = held();
		this.pages.send(this.manager, post(interview + "/refusal").param("reason", "Too late"), 409);
		this.pages.send(this.member, post(interview + "/withdrawal"), 409);
	}

	@Test
	void moreInterviewsRunNoMoreStatements() throws Exception {
		asked(this.member, this.request, free(this.member, this.request).subList(0, 1));
		List<String> pages = List.of("/interviews", "/requests/" + this.request.reference(),
				"/requests/" + this.request.reference() + "/positions/1/matches");
		List<Long> before = new ArrayList<>();
		for (String path : pages) {
			this.pages.page(this.member, path);
			before.add(Statements.count(() -> this.pages.page(this.member, path)));
		}
		for (int count = 0; count < 8; count++) {
			this.consultant = this.world.consultant();
			this.pages.send(this.member, post("/requests/" + this.request.reference() + "/positions/1/shortlist")
				.param("consultant", this.consultant.reference()), 302);
			held();
		}
		List<Long> after = new ArrayList<>();
		for (String path : pages) {
			after.add(Statements.count(() -> this.pages.page(this.member, path)));
		}
		assertThat(after).isEqualTo(before);
	}

	@Test
	void whoIsErasedLeavesNoInterview() throws Exception {
		String interview = held();
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		String admin = "/admin/consultants/" + this.consultant.reference();
		assertThat(this.pages.send(administrator, get(admin + "/personal-data.json"), 200).getContentAsString())
			.contains(interview.replace("/interviews/", ""), "Kafka");
		this.pages.send(administrator, post(admin + "/erasure").param("confirmation", this.consultant.reference()),
				302);
		assertThat(this.jdbc.queryForObject("select count(*) from notification where title = ? or detail = ?",
				Integer.class, this.consultant.name(), this.consultant.name()))
			.isZero();
		assertThat(this.jdbc.queryForObject("select count(*) from audit_entry where detail like ?", Integer.class,
				this.consultant.name() + ", %"))
			.isZero();
		this.pages.send(this.member, get(interview), 404);
	}

}
