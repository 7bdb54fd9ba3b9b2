package org.muster.proposals;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.skills.SkillsMerged;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What changes after others have begun to work on it. */
@IntegrationTest
class AmendmentIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcTemplate jdbc;

	private Document page(String address, CurrentUser by) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(this.world.as(by)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private List<String> gaps(String address, CurrentUser by) throws Exception {
		return page(address, by).select("[data-gap]").eachText();
	}

	private void cap(StaffingRequest request, String cap, CurrentUser by) throws Exception {
		change(request, "budget", by, "rateCap", cap, "budget", "");
	}

	private void change(StaffingRequest request, String step, CurrentUser by, String... fields) throws Exception {
		long version = this.transaction.execute((status) -> this.requests.require(request.reference(), by).version());
		MockHttpServletRequestBuilder form = post("/requests/" + request.reference() + "/" + step);
		for (int at = 0; at < fields.length; at += 2) {
			form.param(fields[at], fields[at + 1]);
		}
		this.mvc.perform(form.param("version", String.valueOf(version)).with(csrf()).with(this.world.as(by)))
			.andExpect(status().is3xxRedirection());
	}

	@Test
	void anAmendmentSaysWhatStoodThereBeforeAndMarksTheProposalsThatDoNotCoverIt() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		assertThat(page(offer, member).select("[data-covers]")).isEmpty();
		cap(request, "600", member);
		Document shown = page("/requests/" + request.reference(), manager);
		assertThat(shown.select("#amendments del").text()).contains("500");
		assertThat(shown.select("#amendments ins").text()).contains("600");
		assertThat(page(offer, manager).select("[data-covers]").attr("data-covers")).isEqualTo("true");
		cap(request, "50", member);
		Document marked = page(offer, manager);
		assertThat(marked.select("[data-covers]").attr("data-covers")).isEqualTo("false");
		assertThat(marked.text()).contains("a day costs 400 EUR; the cap is 50 EUR");
		assertThat(page("/notifications", manager).select("[data-kind=AMENDED]:contains(" + request.reference() + ")"))
			.hasSize(2);
		cap(request, "50", member);
		assertThat(page("/requests/" + request.reference(), member).select("#amendments .comment")).hasSize(2);
	}

	@Test
	void aProposalCoversAChangedRequestOnlyIfAllThatIsAskedForNowIsMet() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		String start = this.world.today().plusMonths(1).toString();
		change(request, "schedule", member, "earliestStart", start, "latestStart", start, "days", "10", "daysPerWeek",
				"1");
		assertThat(gaps(offer, member)).hasSize(2)
			.anySatisfy((gap) -> assertThat(gap).contains("days in total; 10 asked for"))
			.anySatisfy((gap) -> assertThat(gap).contains("5 days/week; 1 asked for"));
		change(request, "positions/1", member, "role", "FRONT_END", "seniority", "LEAD", "years", "15", "headCount",
				"2", "responsibilities", "Other work", "workMode", "ON_SITE", "country", "DE", "timeZone", "Asia/Tokyo",
				"overlapHours", "6", "skills[0].name", "COBOL", "skills[0].level", "5", "skills[0].necessity",
				"REQUIRED", "languages[0].language", "de", "languages[0].level", "C1");
		for (CurrentUser reader : List.of(member, manager)) {
			assertThat(gaps(offer, reader)).hasSize(11)
				.anySatisfy((gap) -> assertThat(gap).contains("1 person is offered; 2 asked for"))
				.anySatisfy((gap) -> assertThat(gap).contains("Front-end developer asked for"))
				.anySatisfy((gap) -> assertThat(gap).contains("Lead is asked"))
				.anySatisfy((gap) -> assertThat(gap).contains("8 years of experience of 15 asked"))
				.anySatisfy((gap) -> assertThat(gap).contains("COBOL"))
				.anySatisfy((gap) -> assertThat(gap).contains("German is not stated in the profile"))
				.anySatisfy((gap) -> assertThat(gap).contains("hours in common a day of 6 asked"))
				.anySatisfy((gap) -> assertThat(gap).contains("On site"))
				.anySatisfy((gap) -> assertThat(gap).contains("works from Portugal; the work is in Germany"));
		}
		assertThat(page(offer, member).select("[data-to-read]").text()).contains("Responsibilities");
	}

	@Test
	void aProposalDoesNotCoverAnotherStartAnotherEndOrASmallerBudget() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		Proposal proposal = this.world.sent(member, this.world.manager());
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		String later = this.world.today().plusYears(3).toString();
		String end = this.world.today().plusYears(4).toString();
		change(request, "schedule", member, "earliestStart", later, "latestStart", later, "end", end, "daysPerWeek",
				"5");
		assertThat(gaps(offer, member)).hasSize(2)
			.anySatisfy((gap) -> assertThat(gap).contains("starts on"))
			.anySatisfy((gap) -> assertThat(gap).contains("ends on"));
		change(request, "budget", member, "rateCap", "", "budget", "399");
		assertThat(gaps(offer, member)).hasSize(3).anySatisfy((gap) -> assertThat(gap).contains("budget", "399"));
	}

	@Test
	void whatAnOfferDidNotMeetBeforeTheChangeIsNotSaidToComeOfIt() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		cap(request, "600", member);
		Document shown = page(offer, member);
		assertThat(shown.select("[data-gap]")).isEmpty();
		assertThat(shown.select("[data-covered]").text()).isEqualTo("This proposal meets what was changed.");
	}

	@Test
	void aTextThatWasChangedIsNotSaidToBeCovered() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		change(request, "goals", member, "title", "Something else altogether", "efficientWorkflow", "true",
				"efficientWorkflowMeasure", "Weekly releases");
		Document shown = page("/proposals/" + proposal.reference(), member);
		assertThat(shown.select("[data-covers] strong").text()).contains("Title");
		assertThat(shown.select("[data-to-read]").text()).contains("Title");
		assertThat(shown.select("[data-covered]")).isEmpty();
	}

	@Test
	void whoeverDraftsAndSendsIsToldWhatTheDraftDoesNotMeetSinceTheRequestWasChanged() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		Proposal proposal = this.world.drafted(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		assertThat(page(offer + "/draft", manager).select("[data-covers]")).isEmpty();
		cap(request, "50", member);
		assertThat(gaps(offer + "/draft", manager)).singleElement().asString().contains("the cap is 50 EUR");
		assertThat(gaps(offer + "/sending", manager)).singleElement().asString().contains("the cap is 50 EUR");
	}

	@Test
	void aNewRevisionOfWhatWasSentBeforeTheChangeSaysWhatItDoesNotMeet() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		String offer = "/proposals/" + proposal.reference();
		cap(request, "50", member);
		this.mvc.perform(post(offer + "/revisions").with(csrf()).with(this.world.as(manager)))
			.andExpect(status().is3xxRedirection());
		assertThat(gaps(offer + "/draft", manager)).singleElement().asString().contains("the cap is 50 EUR");
	}

	@Test
	void whatWasAskedBeforeAChangeFollowsWhenTwoSkillsBecomeOne() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.require(proposal.requestId(), Viewer.muster());
		cap(request, "600", member);
		long from = this.world.skill("Spring Boot");
		long into = this.world.skill("COBOL");
		String before = asked(request);
		assertThat(before).contains("\"skillId\":" + from);
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new SkillsMerged(from, into));
			assertThat(asked(request)).isEqualTo(before.replace("\"skillId\":" + from, "\"skillId\":" + into));
			status.setRollbackOnly();
		});
	}

	private String asked(StaffingRequest request) {
		return this.jdbc
			.queryForList("select asked from request_amendment where request_id = ?", String.class, request.id())
			.get(0);
	}

	@Test
	void whatIsChangedInADraftIsNobodysBusiness() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		StaffingRequest draft = this.world.draft(member);
		cap(draft, "600", member);
		assertThat(page("/requests/" + draft.reference(), member).select("#amendments")).isEmpty();
	}

}
