package org.muster.web;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What a page says when the database goes away: what is known, and no more. */
@IntegrationTest
class LostDatabaseIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	private CurrentUser member;

	private StaffingRequest draft;

	@BeforeEach
	void build() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		this.draft = this.world.draft(this.member);
	}

	private MockHttpServletRequestBuilder submission() {
		return post("/requests/" + this.draft.reference() + "/submission").param("anyway", "true")
			.with(csrf())
			.with(this.world.as(this.member));
	}

	private Document away(MockHttpServletRequestBuilder request) throws Exception {
		MockHttpServletResponse answer = this.mvc.perform(request).andReturn().getResponse();
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(503);
		return Jsoup.parse(answer.getContentAsString());
	}

	private RequestStatus status() {
		return this.requests.require(this.draft.id(), Viewer.muster()).status();
	}

	@Test
	void aPageThatCannotBeReadSaysNothingOfWhatWasSavedAndLeadsToItself() throws Exception {
		MockHttpServletRequestBuilder page = get("/requests").queryParam("page", "2").with(this.world.as(this.member));
		Statements.losingDatabaseAfter(0, () -> {
			Document away = away(page);
			assertThat(away.select("[data-saved]")).isEmpty();
			assertThat(away.text()).doesNotContainIgnoringCase("saved");
			assertThat(away.select("a[data-again]").attr("href")).isEqualTo("/requests?page=2");
		});
	}

	@Test
	void aFormWhoseTransactionWasLostBeforeItsCommitWasNotSaved() throws Exception {
		MockHttpServletRequestBuilder submission = submission();
		for (int statements = 0; statements < 4; statements++) {
			Statements.losingDatabaseAfter(statements,
					() -> assertThat(away(submission).select("[data-saved]").attr("data-saved")).isEqualTo("nothing"));
			assertThat(status()).isEqualTo(RequestStatus.DRAFT);
		}
	}

	@Test
	void aFormWhoseCommitWasNotAnsweredMayHaveBeenSaved() throws Exception {
		MockHttpServletRequestBuilder submission = submission();
		Statements.losingDatabaseAtCommit(() -> {
			Document away = away(submission);
			assertThat(away.select("[data-saved]").attr("data-saved")).isEqualTo("unknown");
			assertThat(away.select("main form[method=post] input[type=hidden][name=anyway]")).isEmpty();
		});
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	@Test
	void whatWasTypedCanBeSentAgainAsItIs() throws Exception {
		MockHttpServletRequestBuilder form = post("/requests/" + this.draft.reference() + "/comments")
			.contentType("application/x-www-form-urlencoded")
			.header("Origin", "http://localhost")
			.header("Host", "localhost")
			.param("_account", String.valueOf(this.member.id()))
			.param("text", "Typed with care")
			.with(csrf())
			.with(this.world.as(this.member));
		Statements.losingDatabaseAfter(0, () -> {
			Document away = away(form);
			assertThat(away.select("main form[method=post] input[name=text]").attr("value"))
				.isEqualTo("Typed with care");
			assertThat(away.select("[data-typed]").text()).contains("Typed with care");
		});
	}

}
