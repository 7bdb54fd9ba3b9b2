package org.muster.proposals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts begin, stand beside what was sent, and are thrown away. */
@IntegrationTest
class DraftLifeIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
	}

	private String requestStatus(String request) {
		return String.valueOf(this.jdbc.queryForObject("select status from staffing_request where reference = ?",
				String.class, request));
	}

	private String start(String request, String... more) throws Exception {
		var post = MockMvcRequestBuilders.post("/proposals")
			.param("request", request)
			.param("creationKey", UUID.randomUUID().toString());
		for (int index = 0; index < more.length; index += 2) {
			post = post.param(more[index], more[index + 1]);
		}
		return String.valueOf(this.pages.send(this.manager, post, 302).getRedirectedUrl());
	}

	@Test
	void aDraftIsDiscardedAndItsRequestGoesBackToWhereItWas() throws Exception {
		String request = this.world.submitted(this.approver).reference();
		String offer = start(request).replace("/draft", "").replace("/proposals/", "");
		assertThat(requestStatus(request)).isEqualTo("MATCHING");
		Document draft = this.pages.page(this.manager, "/proposals/" + offer + "/draft");
		String discard = draft.select("form[action$='/draft/removal']").attr("action");
		this.pages.post(this.manager, discard, 302);
		assertThat(requestStatus(request)).isEqualTo("SUBMITTED");
		this.pages.send(this.manager, MockMvcRequestBuilders.get("/proposals/" + offer), 404);
		this.pages.post(this.manager, discard, 302);
		assertThat(
				this.pages.post(this.manager, "/proposals/" + offer + "/draft", 404, "note", "Typed with care").text())
			.contains("Draft proposal discarded by " + this.manager.name(), "Typed with care");
		assertThat(this.pages.page(this.manager, "/requests/" + request).select(".history").text())
			.contains("Draft proposal discarded", offer);
		assertThat(this.pages.page(this.approver, "/requests/" + request).select(".history").text())
			.doesNotContain("discarded");
		assertThat(start(request)).endsWith("/draft");
	}

	@Test
	void onlyTheNewRevisionIsDiscardedWhereOneWasSentAndItsChangeRequestIsOpenAgain() throws Exception {
		String offer = this.world.sent(this.approver, this.manager).reference();
		String at = "/proposals/" + offer;
		this.pages.post(this.approver, at + "/counter-proposals", 302, "revision", "1", "rows[0].line", "1", "reason",
				"Cheaper", "rows[0].rate", "380");
		assertThat(this.pages.page(this.manager, "/admin").select("#changes").text()).contains(offer);
		assertThat(this.pages.page(this.manager, "/admin").select("#open").text()).doesNotContain(offer);
		String answer = this.pages.page(this.manager, at).select("#counters form[action$=revision]").attr("action");
		this.pages.post(this.manager, answer, 302);
		assertThat(this.pages.page(this.manager, "/admin").select("#changes").text()).contains(offer,
				"Revision 2 in draft");
		this.pages.post(this.manager, at + "/draft/removal", 302);
		Document page = this.pages.page(this.manager, at);
		assertThat(page.select("[data-counter]").attr("data-counter")).isEqualTo("ASKED");
		assertThat(page.select(".over").text()).contains("revision 1");
		assertThat(this.pages.page(this.approver, at).select("form[action$=acceptance]")).hasSize(1);
		this.pages.post(this.manager, answer, 302);
		assertThat(this.pages.page(this.manager, at + "/draft").select(".over").text()).contains("revision 2");
	}

	@Test
	void whatWasSentStaysVisibleWhileTheNextRevisionIsDrafted() throws Exception {
		String offer = this.world.sent(this.approver, this.manager).reference();
		String at = "/proposals/" + offer;
		String request = this.pages.page(this.manager, at).select("main a[href^=/requests/]").attr("href");
		this.pages.post(this.manager, at + "/revisions", 302);
		for (String path : List.of("/proposals?q=" + offer, request, "/proposals?status=SENT&q=" + offer)) {
			assertThat(this.pages.page(this.manager, path).select("table").text()).as(path)
				.contains(offer + ", revision 1", "Waiting for an answer", "Revision 2 in draft");
			assertThat(this.pages.page(this.approver, path).text()).as(path)
				.contains(offer + ", revision 1")
				.doesNotContain("in draft");
		}
		assertThat(this.pages.page(this.manager, "/proposals?status=DRAFT&q=" + offer).select("table").text())
			.contains(offer + ", revision 2", "Draft");
		Document page = this.pages.page(this.manager, at);
		assertThat(page.select(".over").text()).contains("revision 1");
		assertThat(page.select("[data-in-draft]").text()).contains("Revision 2 is in draft");
		assertThat(page.select("form[action$='/revisions']")).isEmpty();
		this.pages.post(this.approver, at + "/acceptance", 302, "revision", "1", "fullName",
				this.approver.name().toLowerCase(java.util.Locale.ROOT), "function", "Head", "password", "secret");
		// Signed with the name of the account, however it was typed.
		assertThat(this.pages.page(this.approver, at).select("[data-signed]").text()).isEqualTo(this.approver.name());
		assertThat(this.pages.page(this.manager, "/proposals?q=" + offer).select("table").text()).contains("Accepted");
	}

	@Test
	void aSecondProposalForTheSameRequestAsksFirst() throws Exception {
		String request = this.world.submitted(this.approver).reference();
		String first = start(request).replace("/draft", "");
		String asked = start(request);
		assertThat(asked).isEqualTo("/proposals/new?request=" + request);
		Document page = this.pages.page(this.manager, asked);
		assertThat(page.select("[data-competing]").text()).contains(first.replace("/proposals/", "") + " is a draft");
		this.pages.post(this.manager, first + "/sending", 302, "revision", "1");
		assertThat(start(request)).isEqualTo(asked);
		assertThat(this.pages.page(this.manager, asked).select("[data-competing]").text()).contains("was sent on");
		this.pages.save(this.manager, asked, "main form", Map.of(), 302);
		assertThat(this.jdbc.queryForObject("select count(*) from proposal p join staffing_request r on r.id = "
				+ "p.request_id where r.reference = ?", Integer.class, request))
			.isEqualTo(2);
	}

	@Test
	void whyAPersonIsOfferedFollowsFromTheTermsOfTheLine() throws Exception {
		String request = this.world.submitted(this.approver).reference();
		this.jdbc.update("update staffing_request set rate_cap = ? where reference = ?", new BigDecimal("390"),
				request);
		String at = start(request).replace("/draft", "");
		String start = this.pages.page(this.manager, at + "/draft").select("[name='lines[0].start']").attr("value");
		assertThat(why(at)).contains("10 EUR a day above the cap", "Starts on").doesNotContain("Free from");
		save(at, Map.of("lines[0].billRate", "450"));
		assertThat(why(at)).contains("60 EUR a day above the cap").doesNotContain("10 EUR a day");
		save(at, Map.of("lines[0].discountPercent", "10"));
		assertThat(why(at)).contains("15 EUR a day above the cap");
		save(at, Map.of("lines[0].billRate", "390", "lines[0].discountPercent", "0"));
		assertThat(why(at)).contains("Within the day rate of 390 EUR").doesNotContain("above the cap");
		save(at, Map.of("rises[0].from", java.time.LocalDate.parse(start).plusMonths(2).toString(), "rises[0].percent",
				"10"));
		assertThat(why(at)).contains("39 EUR a day above the cap");
		save(at, Map.of("rises[0].from", "", "rises[0].percent", ""));
		assertThat(why(at)).contains("Within the day rate of 390 EUR");
		save(at, Map.of("lines[0].friday", "0"));
		assertThat(why(at)).contains("Works 4 days a week; 5 asked");
		save(at, Map.of("lines[0].friday", "2", "lines[0].start",
				this.world.today().plusMonths(1).plusDays(18).toString()));
		assertThat(why(at)).contains("4 days after the latest start").doesNotContain("Works 4");
		this.pages.post(this.manager, at + "/sending", 302, "revision", "1");
		this.pages.post(this.approver, at + "/counter-proposals", 302, "revision", "1", "rows[0].line", "1", "reason",
				"Sooner", "rows[0].start", start, "rows[0].rate", "380");
		String answer = this.pages.page(this.manager, at).select("#counters form[action$=revision]").attr("action");
		this.pages.post(this.manager, answer, 302);
		String revised = this.pages.page(this.manager, at + "?revision=2").select("section[data-line]").text();
		assertThat(revised).contains("Within the day rate of 390 EUR").doesNotContain("after the latest start");
	}

	@Test
	void whyAPersonIsOfferedSaysTheFirstDayThatHasWork() throws Exception {
		String at = start(this.world.submitted(this.approver).reference()).replace("/draft", "");
		java.time.LocalDate saturday = this.world.today()
			.plusMonths(1)
			.with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.SATURDAY));
		save(at, Map.of("lines[0].start", saturday.toString()));
		Document page = this.pages.page(this.manager, at);
		org.muster.forms.Formats formats = new org.muster.forms.Formats();
		String works = page.select("[data-reason=WORKING]").eachAttr("data-date").get(0);
		assertThat(java.time.LocalDate.parse(works)).isAfter(saturday);
		assertThat(why(at)).contains("Starts on " + formats.date(java.time.LocalDate.parse(works)))
			.doesNotContain("Starts on " + formats.date(saturday));
		assertThat(page.select("section[data-line]").text())
			.contains(formats.date(java.time.LocalDate.parse(works)) + " – ")
			.doesNotContain(formats.date(saturday) + " – ");
	}

	private void save(String at, Map<String, String> changed) throws Exception {
		this.pages.save(this.manager, at + "/draft", "#draft", changed, 302);
	}

	private String why(String at) throws Exception {
		return this.pages.page(this.manager, at).select("section[data-line] .measure").text();
	}

	@Test
	void whoIsOnTheShortlistButNotOnTheDraftIsTold() throws Exception {
		String request = this.world.submitted(this.approver).reference();
		String one = this.world.consultant().reference();
		String two = this.world.consultant().reference();
		this.pages.post(this.approver, "/requests/" + request + "/shortlists", 302, "member", "1:" + one, "member",
				"1:" + two);
		String at = start(request).replace("/draft", "");
		Document draft = this.pages.page(this.manager, at + "/draft");
		assertThat(draft.text()).contains("Also on the shortlist, but not on this proposal: Developer");
		this.pages.post(this.manager, at + "/lines", 302, "choice", "1:" + one);
		this.pages.post(this.manager, at + "/lines", 302, "choice", "1:" + two);
		assertThat(this.pages.page(this.manager, at + "/draft").text()).doesNotContain("Also on the shortlist");
	}

	@Test
	void aDraftWhoseRequestIsWithdrawnSaysSoAndIsNoWorkAnyMore() throws Exception {
		String request = this.world.submitted(this.approver).reference();
		String draft = start(request);
		String offer = draft.replace("/draft", "");
		assertThat(this.pages.page(this.manager, "/proposals?status=DRAFT&q=" + request).text()).isNotEmpty();
		this.pages.post(this.approver, "/requests/" + request + "/withdrawal", 302);
		for (String path : List.of(draft, offer, offer + "/sending")) {
			assertThat(this.pages.page(this.manager, path).select("[data-closed]").text()).as(path)
				.contains("Withdrawn", this.approver.name(), "cannot be sent");
		}
		assertThat(this.pages.page(this.manager, offer + "/sending").select("form[action$=sending]")).isEmpty();
		assertThat(this.pages.page(this.manager, "/admin").select("#drafts").text())
			.doesNotContain(offer.replace("/proposals/", ""));
		this.pages.post(this.manager, offer + "/draft/removal", 302);
	}

}
