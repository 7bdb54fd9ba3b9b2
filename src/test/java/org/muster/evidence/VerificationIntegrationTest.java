package org.muster.evidence;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Administrators see whether everything is as it was sealed, on a page or by a command.
 */
@IntegrationTest
class VerificationIntegrationTest {

	@Autowired
	private Verification verification;

	@Autowired
	private VerificationRuns runs;

	@Autowired
	private List<Evidence> kinds;

	@Autowired
	private MessageSource messages;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Clock clock;

	private String report(int expected) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int code = new VerifyCommand(this.verification, this.messages)
			.report(new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(code).isEqualTo(expected);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void thePageAndTheCommandNameWhatIsBrokenFirst() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation());
		String offer = this.world.sent(approver, this.world.manager()).reference();
		this.jdbc.update("update proposal_revision set total = total + 1 where proposal_id = "
				+ "(select id from proposal where reference = ?)", offer);
		assertThat(report(1)).contains("Proposals: ", "Audit trail: ", "Terms: ", "Something does not match its seal.");
		this.pages.send(administrator, post("/admin/verification"), 302);
		await().untilAsserted(() -> {
			Document page = this.pages.page(administrator, "/admin/verification");
			assertThat(page.select("[data-verification]").text()).contains("Something does not match its seal");
			assertThat(page.select("[data-kind=proposals] td").eachText().get(0)).matches("[1-9][\\d,]*");
			assertThat(page.select("li.field-error").text()).contains("does not match its seal");
		});
		assertThat(FindingsOf.kind("proposals", this.kinds).broken())
			.contains(new Findings.Finding(offer + ", 1", "changed"));
		this.jdbc.update("update proposal_revision set total = total - 1 where proposal_id = "
				+ "(select id from proposal where reference = ?)", offer);
		assertThat(FindingsOf.kind("proposals", this.kinds).broken())
			.doesNotContain(new Findings.Finding(offer + ", 1", "changed"));
	}

	@Test
	void whileOnePortalVerifiesAllSayHowFarItIsAndNoneStartsAnother() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		await().until(() -> this.verification.running().isEmpty());
		Findings found = new Findings("audit");
		Instant now = this.clock.instant();
		long run = this.runs.begin(now, List.of(found, new Findings("terms"))).orElseThrow();
		found.begin(72_800, () -> {
		});
		found.verified(12_000);
		this.runs.tell(run, List.of(found), now);
		assertThat(this.verification.start()).isFalse();
		Document page = this.pages.page(administrator, "/admin/verification");
		assertThat(page.select("[data-running]").text()).contains("Verification is running", "Started",
				"12,000 of about 72,800 records checked", "Waiting");
		assertThat(page.select("#results").attr("hx-trigger")).isEqualTo("every 2s");
		assertThat(page.select("#results").attr("hx-select")).isEqualTo("#results");
		assertThat(page.select("form[action$=verification]")).isEmpty();
		this.jdbc.update("update verification_run set told_at = ? where id = ?",
				UtcColumns.write(now.minus(Duration.ofMinutes(6))), run);
		page = this.pages.page(administrator, "/admin/verification");
		assertThat(page.select("[data-verification]").text()).contains("could not be completed");
		assertThat(page.select("[data-running]")).isEmpty();
		assertThat(this.verification.start()).isTrue();
		await().untilAsserted(() -> assertThat(this.verification.running()).isEmpty());
		page = this.pages.page(administrator, "/admin/verification");
		assertThat(page.select("[data-verification]").text()).contains("Started", "ended");
		assertThat(page.text()).contains("was removed on request");
	}

	@Test
	void whereNothingIsBrokenTheCommandEndsWithNought() {
		Evidence sound = new Evidence() {
			@Override
			public String kind() {
				return "terms";
			}

			@Override
			public int sealOld(int most) {
				return 0;
			}

			@Override
			public void verify(Findings findings) {
				findings.verified(1234);
			}
		};
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Verification alone = new Verification(List.of(sound), this.runs, Clock.systemUTC());
		assertThat(new VerifyCommand(alone, this.messages).report(new PrintStream(out, true, StandardCharsets.UTF_8)))
			.isZero();
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("Terms: 1,234 verified, 0 problems",
				"Everything matches its seal.");
	}

}
