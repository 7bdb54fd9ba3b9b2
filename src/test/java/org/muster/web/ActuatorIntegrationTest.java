package org.muster.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Who may look at the works. */
@IntegrationTest
class ActuatorIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/livez",
			"/readyz" })
	void anybodyMayAskWhetherThePortalIsWell(String path) throws Exception {
		assertThat(answer(get(path)).getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/metrics", "/actuator/prometheus", "/actuator/metrics/jvm.info",
			"/actuator/sbom" })
	void theRestIsForAdministratorsAndTheScraper(String path) throws Exception {
		assertThat(answer(get(path)).getStatus()).isEqualTo(401);
		assertThat(answer(get(path).with(httpBasic("scraper", "wrong"))).getStatus()).isEqualTo(401);
		assertThat(answer(get(path).with(httpBasic("scraper", IntegrationTest.SCRAPER))).getStatus()).isEqualTo(200);
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		assertThat(answer(get(path).with(this.world.as(member))).getStatus()).isEqualTo(403);
		assertThat(answer(get(path).with(this.world.as(this.world.manager()))).getStatus()).isEqualTo(403);
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		assertThat(answer(get(path).with(this.world.as(administrator))).getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/livez", "/readyz" })
	void whoeverAsksForAPageIsToldWhetherThePortalIsWellToo(String path) throws Exception {
		for (String accepted : List.of("text/html", "image/png", "application/xml;q=0.5", "nonsense")) {
			MockHttpServletResponse answer = answer(get(path).header("Accept", accepted));
			assertThat(answer.getStatus()).as(accepted).isEqualTo(200);
			assertThat(answer.getContentAsString()).as(accepted).contains("UP");
		}
	}

	@Test
	void everyAnswerOfTheWorksAndEveryFileHasTheHeadersOfAPage() throws Exception {
		List<String> headers = List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options",
				"Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy");
		MockHttpServletResponse page = answer(get("/login"));
		for (String path : List.of("/actuator", "/actuator/health", "/actuator/health/none", "/actuator/none",
				"/actuator/metrics", "/actuator/prometheus", "/livez", "/css/base.css", "/css/none.css", "/favicon.ico",
				"/robots.txt", "/img/none.png", "/webjars/htmx.org/dist/htmx.min.js")) {
			for (String accepted : List.of("*/*", "text/html", "application/json", "image/png", "nonsense")) {
				for (MockHttpServletRequestBuilder request : List.of(get(path),
						get(path).with(httpBasic("scraper", IntegrationTest.SCRAPER)))) {
					MockHttpServletResponse answer = answer(request.header("Accept", accepted));
					for (String header : headers) {
						assertThat(answer.getHeader(header)).as(path + ", " + accepted + ", " + header)
							.isEqualTo(page.getHeader(header))
							.isNotNull();
					}
				}
			}
		}
	}

	@Test
	void figuresSayWhatWaits() throws Exception {
		String figures = answer(get("/actuator/prometheus").with(httpBasic("scraper", IntegrationTest.SCRAPER)))
			.getContentAsString();
		assertThat(figures).contains("muster_events_waiting", "hikaricp_connections_pending", "jvm_memory_used_bytes");
	}

	@Test
	void noAccountsPasswordOpensIt() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		assertThat(answer(get("/actuator/metrics").with(httpBasic(administrator.email(), "secret"))).getStatus())
			.isEqualTo(401);
	}

	@Test
	void theScraperSeesNothingElseAndChangesNothing() throws Exception {
		assertThat(answer(get("/admin").with(httpBasic("scraper", IntegrationTest.SCRAPER))).getStatus())
			.isEqualTo(302);
		assertThat(answer(
				post("/actuator/loggers/org.muster").with(httpBasic("scraper", IntegrationTest.SCRAPER)).with(csrf()))
			.getStatus()).isEqualTo(403);
	}

}
