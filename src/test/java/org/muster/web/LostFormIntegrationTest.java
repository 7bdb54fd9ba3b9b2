package org.muster.web;

import java.net.URI;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** A form that is sent when the session has expired is not lost. */
@IntegrationTest
class LostFormIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Pages pages;

	private final MockHttpSession session = new MockHttpSession();

	@Test
	void whatWasTypedWaitsUntilThePersonHasSignedInAgain() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		MvcResult sent = this.mvc
			.perform(post("/requests").session(this.session)
				.contentType("application/x-www-form-urlencoded")
				.header("Origin", "http://localhost")
				.header("Host", "localhost")
				.param("_account", String.valueOf(member.id()))
				.param("title", "Typed with care")
				.param("password", "not kept"))
			.andReturn();
		assertThat(sent.getResponse().getRedirectedUrl()).startsWith("/login?kept=");
		MvcResult signedIn = this.mvc
			.perform(post("/login").session(this.session)
				.with(csrf())
				.param("username", member.email())
				.param("password", "secret"))
			.andReturn();
		assertThat(signedIn.getResponse().getRedirectedUrl()).startsWith("/resumption?form=");
		Document page = Jsoup.parse(
				this.mvc
					.perform(get(String.valueOf(signedIn.getResponse().getRedirectedUrl())).session(this.session)
						.with(this.world.as(member)))
					.andReturn()
					.getResponse()
					.getContentAsString());
		assertThat(page.select("form[action=/requests] input[name=title]").attr("value")).as(page.select("main").html())
			.isEqualTo("Typed with care");
		assertThat(page.select("form[action=/requests] input[name=_csrf]")).hasSize(1);
		assertThat(page.select("input[name=password]")).isEmpty();
	}

	@Test
	void whatWasTypedIsShownToNobodyElse() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		this.mvc.perform(post("/requests").session(this.session)
			.contentType("application/x-www-form-urlencoded")
			.header("Origin", "http://localhost")
			.header("Host", "localhost")
			.param("_account", String.valueOf(member.id()))
			.param("title", "Typed with care"));
		MvcResult signedIn = this.mvc
			.perform(post("/login").session(this.session)
				.with(csrf())
				.param("username", stranger.email())
				.param("password", "secret"))
			.andReturn();
		assertThat(signedIn.getResponse().getRedirectedUrl()).doesNotStartWith("/resumption");
		assertThat(LostForm.in(this.session)).isEmpty();
	}

	/** Sends a form without a token, signs in, and follows to the page of the form. */
	private Document resumed(CurrentUser by, String path, String... fields) throws Exception {
		MockHttpServletRequestBuilder form = post(path).session(this.session)
			.contentType("application/x-www-form-urlencoded")
			.header("Sec-Fetch-Site", "same-origin")
			.param("_account", String.valueOf(by.id()));
		for (int index = 0; index < fields.length; index += 2) {
			form = form.param(fields[index], fields[index + 1]);
		}
		String next = String.valueOf(this.mvc.perform(form).andReturn().getResponse().getRedirectedUrl());
		if (next.startsWith("/login?kept=")) {
			next = String.valueOf(
					this.mvc
						.perform(post("/login").session(this.session)
							.with(csrf())
							.param("kept", next.replace("/login?kept=", ""))
							.param("username", by.email())
							.param("password", "secret"))
						.andReturn()
						.getResponse()
						.getRedirectedUrl());
		}
		assertThat(next).startsWith("/resumption?form=");
		MvcResult answer = this.mvc.perform(get(URI.create(next)).session(this.session).with(this.world.as(by)))
			.andReturn();
		for (int hops = 0; hops < 2 && answer.getResponse().getStatus() == 302; hops++) {
			answer = this.mvc
				.perform(get(URI.create(String.valueOf(answer.getResponse().getRedirectedUrl()))).session(this.session)
					.flashAttrs(answer.getFlashMap())
					.with(this.world.as(by)))
				.andReturn();
		}
		assertThat(answer.getResponse().getStatus()).isEqualTo(200);
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	@Test
	void anAcceptanceIsNotSentByItselfButSignedAnewOnThePageOfTheProposal() throws Exception {
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation());
		String offer = "/proposals/" + this.world.sent(approver, this.world.manager()).reference();
		Document page = resumed(approver, offer + "/acceptance", "revision", "1", "fullName", approver.name(),
				"function", "Head of delivery", "purchaseOrder", "PO-2026-118", "password", "secret");
		assertThat(page.select("[data-resumed]").text()).contains("nothing was sent");
		String form = "form[action=" + offer + "/acceptance] ";
		assertThat(page.select(form + "[name=function]").attr("value")).isEqualTo("Head of delivery");
		assertThat(page.select(form + "[name=purchaseOrder]").attr("value")).isEqualTo("PO-2026-118");
		assertThat(page.select(form + "[name=fullName]").attr("value")).isEmpty();
		assertThat(page.select("[data-typed]")).isEmpty();
		// Answered by a colleague before: what was typed can be copied.
		this.mvc.perform(post(offer + "/refusal").param("revision", "1")
			.param("reason", "Too late")
			.with(csrf())
			.with(this.world.as(approver)));
		assertThat(resumed(approver, offer + "/acceptance", "revision", "1", "fullName", approver.name(), "function",
				"Head of delivery")
			.select("[data-typed]")
			.text()).contains("Head of delivery");
	}

	@Test
	void theReasonForApprovalIsOnThePageOfSendingAgain() throws Exception {
		CurrentUser manager = this.world.manager();
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.world.consultant();
		String offer = "/proposals/" + this.world.drafted(approver, manager).reference();
		this.pages.save(manager, offer + "/draft", "#draft", Map.of("discountPercent", "16"), 302);
		String[] sent = { "revision", "1", "seen", "", "reason", "They buy 500 days" };
		Document page = resumed(manager, offer + "/sending", sent);
		assertThat(page.select("[data-resumed]")).hasSize(1);
		assertThat(page.select("form[action=" + offer + "/sending] textarea[name=reason]").text())
			.isEqualTo("They buy 500 days");
		this.pages.save(manager, offer + "/draft", "#draft", Map.of("discountPercent", "0"), 302);
		this.pages.post(manager, offer + "/sending", 302, "revision", "1");
		Document other = resumed(manager, offer + "/sending", sent);
		assertThat(other.select("[data-resumed]")).hasSize(1);
		assertThat(other.select("[data-typed]").text()).contains("They buy 500 days");
	}

	@Test
	void whereNothingIsTypedThePageCanBeOpenedAgain() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		for (String[] referer : new String[][] { { "http://localhost/requests/R-1/review?step=2", "same-origin" },
				{ "http://evil.example/requests/R-1", "cross-site" } }) {
			MvcResult sent = this.mvc
				.perform(post("/requests/R-1/submission").session(this.session)
					.contentType("application/x-www-form-urlencoded")
					.header("Sec-Fetch-Site", referer[1])
					.header("Referer", referer[0])
					.param("_account", String.valueOf(member.id())))
				.andReturn();
			assertThat(sent.getResponse().getStatus()).isEqualTo(403);
			assertThat(sent.getRequest().getAttribute(RefusedAccess.PAGE))
				.isEqualTo(referer[1].equals("same-origin") ? "/requests/R-1/review?step=2" : null);
		}
	}

	private MvcResult send(CurrentUser by, String title, RequestPostProcessor signedIn) throws Exception {
		return this.mvc
			.perform(post("/requests").session(this.session)
				.contentType("application/x-www-form-urlencoded")
				.header("Origin", "http://localhost")
				.header("Host", "localhost")
				.param("_account", String.valueOf(by.id()))
				.param("title", title)
				.with(signedIn))
			.andReturn();
	}

	@Test
	void aFormOfAnotherAccountIsNeitherKeptNorSentNorShownToWhomeverIsSignedInByThen() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		MvcResult refused = send(member, "Typed with care", this.world.as(stranger));
		assertThat(refused.getResponse().getStatus()).isEqualTo(403);
		assertThat(LostForm.in(this.session)).isEmpty();
		// Kept while nobody was signed in, and asked for by somebody else.
		String kept = String
			.valueOf(send(member, "Typed with care", (request) -> request).getResponse().getRedirectedUrl())
			.replace("/login?kept=", "");
		MvcResult asked = this.mvc
			.perform(get("/resumption?form=" + kept).session(this.session).with(this.world.as(stranger)))
			.andReturn();
		assertThat(asked.getResponse().getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void eachTabGetsBackWhatWasTypedInIt() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String first = String
			.valueOf(send(member, "In the first", (request) -> request).getResponse().getRedirectedUrl());
		String second = String
			.valueOf(send(member, "In the second", (request) -> request).getResponse().getRedirectedUrl());
		Document login = Jsoup
			.parse(this.mvc.perform(get(first).session(this.session)).andReturn().getResponse().getContentAsString());
		MvcResult signedIn = this.mvc
			.perform(post("/login").session(this.session)
				.with(csrf())
				.param("kept", login.select("input[name=kept]").attr("value"))
				.param("username", member.email())
				.param("password", "secret"))
			.andReturn();
		assertThat(shown(member, String.valueOf(signedIn.getResponse().getRedirectedUrl()))).isEqualTo("In the first");
		// The second tab signs in as well, with a token from before.
		MvcResult again = this.mvc
			.perform(post("/login").session(this.session)
				.with(this.world.as(member))
				.param("kept", second.replace("/login?kept=", "")))
			.andReturn();
		assertThat(shown(member, String.valueOf(again.getResponse().getRedirectedUrl()))).isEqualTo("In the second");
	}

	private String shown(CurrentUser member, String path) throws Exception {
		return Jsoup
			.parse(this.mvc.perform(get(path).session(this.session).with(this.world.as(member)))
				.andReturn()
				.getResponse()
				.getContentAsString())
			.select("form[action=/requests] input[name=title]")
			.attr("value");
	}

	@Test
	void everyFormSaysWhosePageItIsOn() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		Document page = Jsoup.parse(this.mvc.perform(get("/requests/new").with(this.world.as(member)))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("form[action=/requests] input[name=_account]").attr("value"))
			.isEqualTo(String.valueOf(member.id()));
	}

	@Test
	void whatAnotherSiteSendsIsNotKept() throws Exception {
		MvcResult sent = this.mvc
			.perform(post("/requests").session(this.session)
				.contentType("application/x-www-form-urlencoded")
				.header("Origin", "https://evil.example")
				.header("Host", "localhost")
				.param("title", "Not typed here"))
			.andReturn();
		assertThat(sent.getResponse().getStatus()).isEqualTo(403);
		assertThat(LostForm.in(this.session)).isEmpty();
	}

	@Test
	void aPartOfAPageThatIsAskedForSendsThePageToTheSignIn() throws Exception {
		MvcResult sent = this.mvc
			.perform(post("/requests/R-1/shortlists").session(this.session).header("HX-Request", "true"))
			.andReturn();
		assertThat(sent.getResponse().getHeader("HX-Refresh")).isEqualTo("true");
	}

}
