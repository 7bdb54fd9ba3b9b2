package org.muster.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.accounts.SignIn;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What failed, was refused or was taken away stands in the trail as well as what was
 * done.
 */
@IntegrationTest
class OccurrencesIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private SignIn signIn;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Occurrences occurrences;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
	}

	private List<String> acts(String subject) {
		return this.jdbc.queryForList("select act from audit_entry where subject = ? order by id", String.class,
				subject);
	}

	private MockHttpServletRequestBuilder signingIn(String name, String address) {
		// Where the filter that limits attempts looks.
		return post("/login").servletPath("/login")
			.param("username", name)
			.param("password", "guessed")
			.with(csrf())
			.with((request) -> {
				request.setRemoteAddr(address);
				return request;
			});
	}

	@Test
	void attemptsToSignInThatFailOrAreBlockedAreRecordedWithTheirAddress() throws Exception {
		for (int attempt = 0; attempt < 12; attempt++) {
			this.mvc.perform(signingIn(this.approver.email(), "198.51.100.7"));
		}
		await().untilAsserted(
				() -> assertThat(acts(this.approver.email())).filteredOn("account.sign-in.failed"::equals).hasSize(10));
		await().untilAsserted(
				() -> assertThat(acts(this.approver.email())).filteredOn("account.sign-in.limited"::equals).hasSize(2));
		assertThat(this.jdbc.queryForList("select distinct address from audit_entry where subject = ?", String.class,
				this.approver.email()))
			.containsExactly("198.51.100.7");
	}

	@Test
	void whatIsTypedInsteadOfANameIsNotKept() throws Exception {
		String secret = "My password " + UUID.randomUUID();
		this.mvc.perform(signingIn(secret, "198.51.100.8"));
		await().untilAsserted(() -> assertThat(
				this.jdbc.queryForList("select act from audit_entry where address = '198.51.100.8'", String.class))
			.containsExactly("account.sign-in.failed"));
		assertThat(this.jdbc.queryForObject(
				"select count(*) from audit_entry where subject like 'My pass%' or detail like 'My pass%'", Long.class))
			.isZero();
	}

	@Test
	void aFloodIsCountedAndDoesNotFillTheTrail() {
		String address = "2001:db8:" + Integer.toHexString((int) (Math.random() * 60_000)) + "::";
		for (int attempt = 0; attempt < 300; attempt++) {
			this.occurrences.note(Actor.nobody(address + attempt), AuditAct.ACCESS_REFUSED,
					() -> new Occurrences.About(null, "T-flood", address));
		}
		await().untilAsserted(() -> assertThat(
				this.jdbc.queryForObject("select count(*) from audit_entry where detail = ?", Long.class, address))
			.isEqualTo(10));
		this.occurrences.sweep(Instant.now().plusSeconds(1));
		await().untilAsserted(() -> assertThat(this.jdbc.queryForObject(
				"select count(*) from audit_entry where act = 'occurrences.more' and detail = '290 × access.refused'",
				Long.class))
			.isPositive());
	}

	@Test
	void whoSignsOutIsRecorded() throws Exception {
		this.mvc.perform(post("/logout").with(csrf()).with(this.world.as(this.approver)));
		assertThat(acts(this.approver.email())).contains("account.signed-out");
	}

	@Test
	void aWrongPasswordAtAnAcceptanceIsRecorded() throws Exception {
		String offer = this.world.sent(this.approver, this.manager).reference();
		var early = SecurityMockMvcRequestPostProcessors
			.user(this.signIn.since(this.approver.email(), Instant.now().minusSeconds(3600)));
		this.mvc.perform(post("/proposals/" + offer + "/acceptance").param("revision", "1")
			.param("fullName", this.approver.name())
			.param("function", "Head")
			.param("password", "guessed")
			.with(csrf())
			.with(early));
		await().untilAsserted(() -> assertThat(acts(this.approver.email())).contains("account.password.wrong"));
	}

	@Test
	void whatPeopleMayNotDoIsRecorded() throws Exception {
		this.pages.send(this.manager, get("/admin/terms"), 403);
		this.pages.send(this.approver, get("/admin/audit"), 404);
		for (CurrentUser one : List.of(this.manager, this.approver)) {
			await().untilAsserted(() -> assertThat(acts(one.email())).contains("access.refused"));
		}
	}

	@Test
	void everyFileThatIsDownloadedIsRecorded() throws Exception {
		String offer = this.world.sent(this.approver, this.manager).reference();
		this.pages.send(this.approver, get("/proposals/" + offer + ".pdf"), 200);
		this.pages.send(this.approver, get("/proposals/" + offer + ".xlsx"), 200);
		this.pages.send(this.approver, get("/proposals/export.csv"), 200);
		assertThat(this.jdbc.queryForList(
				"select detail from audit_entry where act = 'file.downloaded' and actor_id = ? order by id",
				String.class, this.approver.id()))
			.containsExactly(offer + "-1.pdf", offer + "-1.xlsx", "proposals.csv");
	}

}
