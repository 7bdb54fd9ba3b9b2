package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts follow the rates of profiles over time; what was sent does not. */
@IntegrationTest
class RateChangeIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser manager;

	private CurrentUser approver;

	private String offer;

	/** Everybody in the tests is paid 300 and costs 400 a day. */
	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.world.consultant();
		this.offer = this.world.drafted(this.approver, this.manager).reference();
	}

	/** Others meet the same people. */
	@AfterEach
	void forget() {
		this.jdbc.sql("delete from consultant_rate where consultant_id = ? and applies_from > '2000-01-01'")
			.param(person())
			.update();
	}

	private long person() {
		return this.jdbc.sql("""
				select l.consultant_id from proposal_line l join proposal_revision v on v.id = l.revision_id
				join proposal p on p.id = v.proposal_id where p.reference = ?""")
			.param(this.offer)
			.query(Long.class)
			.list()
			.get(0);
	}

	private void charge(String pay, String bill, LocalDate from) {
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(person())
			.orElseThrow()
			.charge(new Consultant.Rates(new BigDecimal(pay), new BigDecimal(bill)), from, "Somebody",
					Clock.systemUTC()));
	}

	private Document draft() throws Exception {
		return this.pages.page(this.manager, "/proposals/" + this.offer + "/draft");
	}

	private void save(Map<String, String> changed) throws Exception {
		this.pages.save(this.manager, "/proposals/" + this.offer + "/draft", "#draft", changed, 302);
	}

	private void send(Document from) throws Exception {
		this.pages.post(this.manager, "/proposals/" + this.offer + "/sending", 302, "revision",
				from.select("[name=revision]").attr("value"), "seen", from.select("[name=seen]").attr("value"));
	}

	private Document sending() throws Exception {
		return this.pages.page(this.manager, "/proposals/" + this.offer + "/sending");
	}

	private String status() {
		return this.jdbc.sql("""
				select v.status from proposal_revision v join proposal p on p.id = v.proposal_id
				where p.reference = ? order by v.number""").param(this.offer).query(String.class).list().get(0);
	}

	@Test
	void aDraftTakesUpThePayRateOfEachDayAndIsNotSentAtALossWithoutApproval() throws Exception {
		charge("700", "400", this.world.today());
		charge("1250", "400", this.world.today().plusMonths(2));
		Document sending = sending();
		assertThat(sending.select("[data-send-margin]").hasClass("is-loss")).isTrue();
		assertThat(sending.select("[data-approval-needed]")).isNotEmpty();
		assertThat(sending.select("[data-recounted]").text()).contains("margins");
		save(Map.of());
		Document draft = draft();
		assertThat(draft.text()).contains("Pay rate 700 EUR1,250 EUR from", "makes a loss");
		assertThat(draft.select("[data-loss]")).isNotEmpty();
		send(sending());
		assertThat(status()).isEqualTo("DRAFT");
		assertThat(draft().select("[data-second-look]").text()).contains("Waiting for a second approver",
				"sold at a loss");
	}

	@Test
	void anApprovalDoesNotOutliveThePayRatesThatItWasGivenFor() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		save(Map.of("discountPercent", "16"));
		send(sending());
		this.pages.post(administrator, "/proposals/" + this.offer + "/approval", 302);
		charge("320", "400", this.world.today().plusMonths(2));
		Document sending = sending();
		assertThat(sending.select("[data-approval-needed]")).isNotEmpty();
		send(sending);
		assertThat(status()).isEqualTo("DRAFT");
		this.pages.post(administrator, "/proposals/" + this.offer + "/approval", 302);
		charge("330", "400", this.world.today().plusMonths(2));
		save(Map.of());
		assertThat(draft().select("[data-second-look]").text()).doesNotContain(administrator.name());
		send(sending());
		this.pages.post(administrator, "/proposals/" + this.offer + "/approval", 302);
		save(Map.of());
		send(sending());
		assertThat(status()).isEqualTo("SENT");
	}

	@Test
	void whatWasSentKeepsItsCostsAndTheNextRevisionHasNewOnes() throws Exception {
		send(sending());
		assertThat(status()).isEqualTo("SENT");
		String path = "/proposals/" + this.offer;
		String margins = this.pages.page(this.manager, path).select("#margins").text();
		charge("380", "400", this.world.today());
		charge("395", "400", this.world.today().plusMonths(2));
		assertThat(this.pages.page(this.manager, path).select("#margins").text()).isEqualTo(margins);
		this.pages.post(this.manager, path + "/revisions", 302);
		Document draft = draft();
		assertThat(draft.text()).contains("Pay rate 380 EUR395 EUR from");
		Document client = this.pages.page(this.approver, path);
		assertThat(client.text()).doesNotContain("380 EUR", "395 EUR", "300 EUR");
		assertThat(client.select("[data-later-pay]")).isEmpty();
	}

	@Test
	void aMatchIsPricedByTheRatesOfItsFirstDayAndSoIsItsLine() throws Exception {
		CurrentUser client = this.world.person(Role.APPROVER, this.world.organisation());
		Consultant somebody = this.world.consultant();
		String request = this.world.submitted(client).reference();
		LocalDate start = this.world.today().plusMonths(1);
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(somebody.id())
			.orElseThrow()
			.charge(new Consultant.Rates(new BigDecimal("380"), new BigDecimal("475")), start, "Somebody",
					Clock.systemUTC()));
		String match = "/requests/" + request + "/positions/1/matches/" + somebody.reference();
		assertThat(this.pages.page(this.manager, match).text()).contains("475 EUR", "Pay rate 380 EUR, margin 20 %");
		assertThat(this.pages.page(client, match).text()).contains("475 EUR").doesNotContain("380");
		this.pages.post(this.manager, "/proposals/" + this.offer + "/lines", 302, "choice",
				"1:" + somebody.reference());
		assertThat(draft().select("[name='lines[1].billRate']").attr("value")).isEqualTo("475.00");
	}

	@Test
	void aDraftSaysThatItsBillRateStaysWhereTheProfilesChanges() throws Exception {
		charge("350", "400", this.world.today().plusMonths(2));
		assertThat(draft().text()).doesNotContain("charges the rate of its first day throughout");
		charge("350", "460", this.world.today().plusMonths(3));
		assertThat(draft().text()).contains("the profile has a bill rate of 460 EUR",
				"charges the rate of its first day throughout");
	}

}
