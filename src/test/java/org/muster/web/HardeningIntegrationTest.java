package org.muster.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Inputs that no page of ours sends, and what every answer says to browsers. */
@IntegrationTest
class HardeningIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void noListFailsForAPageFarPastItsLast() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		var organisation = this.world.organisation();
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		String request = this.world.submitted(member).reference();
		Map<String, Integer> answers = new TreeMap<>();
		this.mappings.getHandlerMethods().keySet().forEach((info) -> {
			if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				info.getPatternValues().forEach((pattern) -> answers.put(pattern, 0));
			}
		});
		for (String pattern : answers.keySet()) {
			String path = pattern
				.replace("/admin/organisations/{reference}", "/admin/organisations/" + organisation.reference())
				.replace("/requests/{reference}", "/requests/" + request)
				.replaceAll("\\{format:[^}]*}", "csv")
				.replaceAll("\\{(position)?[nN]umber}", "1")
				.replaceAll("\\{\\w+}", "1");
			for (String page : new String[] { "2147483647", "-2147483648" }) {
				MockHttpServletResponse answer = this.mvc
					.perform(get(path).param("page", page).with(this.world.as(administrator)))
					.andReturn()
					.getResponse();
				answers.merge(pattern, answer.getStatus(), Math::max);
			}
		}
		assertThat(answers).hasSizeGreaterThan(60).allSatisfy((path, status) -> assertThat(status).isLessThan(500));
	}

	/** A reload of what a form has shown, a bookmark, or the way back from signing in. */
	@Test
	void whoReadsAnAddressThatOnlyAFormIsSentToIsLedToThePageOfTheForm() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		Set<String> read = new TreeSet<>();
		Set<String> sent = new TreeSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((info) -> (info.getMethodsCondition().getMethods().contains(RequestMethod.GET) ? read : sent)
				.addAll(info.getPatternValues()));
		sent.removeAll(read);
		Map<String, String> led = new TreeMap<>();
		for (String pattern : sent) {
			String path = pattern.replaceAll("\\{format:[^}]*}", "csv").replaceAll("\\{\\w+}", "1");
			MockHttpServletResponse answer = this.mvc.perform(get(path).with(this.world.as(administrator)))
				.andReturn()
				.getResponse();
			led.put(pattern, answer.getStatus() + " " + answer.getRedirectedUrl());
		}
		assertThat(led).hasSizeGreaterThan(60)
			.containsEntry("/admin/consultants/imports/{reference}/mapping", "303 /admin/consultants/imports/1")
			.containsEntry("/admin/consultants", "303 /admin/consultants/new")
			.containsEntry("/colleagues/invitations", "303 /colleagues/invitations/new")
			.containsEntry("/requests/{reference}/comments", "303 /requests/1")
			.containsEntry("/requests/{reference}/attachments/{token}/removal", "303 /requests/1");
		// None of these ever stands in a browser: what they answer leads away.
		led.keySet().removeAll(List.of("/error", "/theme", "/consultants/searches"));
		assertThat(led).allSatisfy((pattern, answer) -> assertThat(answer).startsWith("303 /"));
	}

	@Test
	void anAccountThatDoesThingsTooOftenIsToldToWaitAndOthersAreNot() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		for (int one = 0; one < 30; one++) {
			this.pages.post(member, "/colleagues/invitations", 422);
		}
		assertThat(this.pages.post(member, "/colleagues/invitations", 429, "fullName", "Kept Name").text())
			.contains("Too many attempts", "Kept Name");
		this.pages.post(this.world.person(Role.MEMBER, this.world.organisation()), "/colleagues/invitations", 422);
		assertThat(this.pages.page(member, "/requests").text()).isNotBlank();
	}

	@Test
	void whoAsksForTheHeadOfAnExportHasAskedForIt() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		for (int one = 0; one < 60; one++) {
			this.mvc.perform(head("/requests/export.csv").with(this.world.as(member))).andExpect(status().isOk());
		}
		this.mvc.perform(head("/requests/export.csv").with(this.world.as(member)))
			.andExpect(status().isTooManyRequests());
	}

	@Test
	void linksSayTheAddressOfTheInstallationAndNotTheOneAskedFor() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String made = this.mvc
			.perform(post("http://evil.example/colleagues/invitations").header("Host", "evil.example")
				.param("fullName", "A Colleague")
				.param("email", "colleague" + member.id() + "@test.example")
				.with(csrf())
				.with(this.world.as(member)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(made).contains("http://localhost:").contains("/invitations/").doesNotContain("evil.example");
		String away = this.mvc.perform(get("http://evil.example/requests").header("Host", "evil.example"))
			.andReturn()
			.getResponse()
			.getHeader("Location");
		assertThat(away).doesNotContain("evil.example").endsWith("/login");
	}

	@Test
	void whoInvitesDoesNotLearnWhetherAnAddressHasAnAccount() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser known = this.world.person(Role.APPROVER, this.world.organisation());
		String unknown = "unknown" + member.id() + "@test.example";
		String password = this.jdbc.queryForObject("select password_hash from account where email = ?", String.class,
				known.email());
		for (String email : List.of(known.email(), unknown)) {
			String link = Objects
				.requireNonNull(this.pages
					.post(member, "/colleagues/invitations", 200, "fullName", "A Colleague", "email", email)
					.selectFirst("[data-invitation-link]"))
				.text();
			String path = link.substring(link.indexOf("/invitations/"));
			assertThat(this.mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(200);
			MockHttpServletResponse answer = this.mvc
				.perform(post(path + "/acceptance").param("email", "another@test.example")
					.param("fullName", "A Colleague")
					.param("password", "correct horse battery")
					.param("repetition", "correct horse battery")
					.with(csrf()))
				.andReturn()
				.getResponse();
			assertThat(answer.getRedirectedUrl()).as(email).isEqualTo("/login?welcome");
			assertThat(this.mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
		}
		assertThat(this.jdbc.queryForObject("select password_hash from account where email = ?", String.class,
				known.email()))
			.isEqualTo(password);
		assertThat(this.jdbc.queryForList("select full_name from account where email = ?", String.class, unknown))
			.containsExactly("A Colleague");
		assertThat(this.jdbc.queryForList("select full_name from account where email = 'another@test.example'"))
			.isEmpty();
		String client = this.jdbc.queryForObject("select name from organisation where id = ?", String.class,
				member.organisationId());
		assertThat(this.pages.page(known, "/notifications").select("[data-kind=INVITED]").text())
			.contains("Someone of another organisation invited you")
			.doesNotContain(member.name(), client);
		assertThat(
				this.jdbc.queryForList("select plain from mail_out where recipient = ?", String.class, known.email()))
			.noneMatch((mail) -> mail.contains(member.name()) || mail.contains(client));
	}

	@Test
	void whoIsInvitedByTheOwnOrganisationIsToldByWhom() throws Exception {
		var organisation = this.world.organisation();
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		CurrentUser known = this.world.person(Role.APPROVER, organisation);
		this.pages.post(member, "/colleagues/invitations", 200, "fullName", "A Colleague", "email", known.email());
		assertThat(this.pages.page(known, "/notifications").select("[data-kind=INVITED]").text())
			.contains(member.name(), organisation.name());
	}

	@Test
	void anInvitationLeadsToARequestOfTheOwnOrganisationOnly() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String own = this.world.draft(member).reference();
		String foreign = this.world.draft(this.world.person(Role.MEMBER, this.world.organisation())).reference();
		String[] colleague = { "fullName", "A Colleague", "email", "leads" + member.id() + "@test.example", "to", own };
		this.pages.send(member, get("/colleagues/invitations/new").param("to", own), 200);
		this.pages.post(member, "/colleagues/invitations", 200, colleague);
		for (String to : List.of(foreign, "R-NONE", "../admin")) {
			colleague[5] = to;
			this.pages.send(member, get("/colleagues/invitations/new").param("to", to), 404);
			this.pages.post(member, "/colleagues/invitations", 404, colleague);
		}
		assertThat(
				this.jdbc.queryForList("select leads_to from invitation where email = ?", String.class, colleague[3]))
			.containsExactly(own);
	}

	@Test
	void aPathThatTheFirewallRefusesIsAnsweredWithAPageOfOurs() throws Exception {
		for (String path : List.of("/requests/..;/admin", "/requests;x=1", "/requests/%2e%2e/admin",
				"/requests//admin")) {
			MockHttpServletResponse refused = this.mvc.perform(get(URI.create(path))).andReturn().getResponse();
			assertThat(refused.getStatus()).as(path).isEqualTo(400);
		}
		for (String accepted : List.of("*/*", "application/json", "text/html")) {
			MockHttpServletResponse answer = this.mvc.perform(get("/error").accept(accepted).with((request) -> {
				request.setDispatcherType(DispatcherType.ERROR);
				request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
				request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/requests/..;/admin");
				return request;
			})).andReturn().getResponse();
			assertThat(answer.getStatus()).isEqualTo(400);
			assertThat(answer.getContentType()).startsWith("text/html");
			assertThat(answer.getContentAsString()).doesNotContain("timestamp").doesNotContain("..;");
		}
	}

	@Test
	void aPasswordOfTooManyBytesIsAFieldErrorAndNoFailure() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String link = Objects
			.requireNonNull(
					this.pages
						.post(member, "/colleagues/invitations", 200, "fullName", "A Colleague", "email",
								"long" + member.id() + "@test.example")
						.selectFirst("[data-invitation-link]"))
			.text();
		String path = link.substring(link.indexOf("/invitations/"));
		MockHttpServletResponse answer = this.mvc
			.perform(post(path + "/acceptance").param("email", "long" + member.id() + "@test.example")
				.param("fullName", "A Colleague")
				.param("password", "é".repeat(40))
				.param("repetition", "é".repeat(40))
				.with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("This password is too long");
	}

	@Test
	void anIncompleteIntakeIsReadAgain() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		this.pages.post(member, "/requests/intake/draft", 422, "creationKey", UUID.randomUUID().toString());
		this.pages.post(member, "/requests/intake/draft", 422, "creationKey", UUID.randomUUID().toString(), "text",
				"Two Java developers from 1 March 2027 for 500 EUR a day");
	}

	@Test
	void theAddressOfErrorsIsNoPageThatAnybodyCanAskFor() throws Exception {
		assertThat(this.mvc.perform(get("/error")).andReturn().getResponse().getStatus()).isEqualTo(302);
		this.pages.send(this.world.manager(), get("/error"), 403);
		this.pages.send(this.world.manager(), get("/error").accept("application/json"), 403);
		this.pages.send(this.world.person(Role.MEMBER, this.world.organisation()), get("/error"), 404);
	}

	@Test
	void answersAreOfThisOriginAlone() throws Exception {
		MockHttpServletResponse page = this.mvc.perform(get("/login")).andReturn().getResponse();
		assertThat(page.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(page.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		MockHttpServletResponse bye = this.mvc
			.perform(post("/logout").secure(true).with(csrf()).with(this.world.as(this.world.manager())))
			.andReturn()
			.getResponse();
		assertThat(bye.getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
	}

}
