package org.muster.proposals;

import java.sql.Date;
import java.util.Map;

import org.jsoup.Jsoup;
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
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What account managers see of margins, who approves thin ones, and when offers end. */
@IntegrationTest
class ApprovalPolicyIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Expiry expiry;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser approver;

	private CurrentUser manager;

	private String offer;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
		this.offer = this.world.drafted(this.approver, this.manager).reference();
	}

	private Document draft(CurrentUser by) throws Exception {
		return Jsoup.parse(this.pages.send(by, get("/proposals/" + this.offer + "/draft"), 200).getContentAsString());
	}

	private void save(String field, String value) throws Exception {
		this.pages.save(this.manager, "/proposals/" + this.offer + "/draft", "#draft", Map.of(field, value), 302);
	}

	private String status() {
		return String.valueOf(this.jdbc.queryForObject("select v.status from proposal_revision v join proposal p on "
				+ "p.id = v.proposal_id where p.reference = ?", String.class, this.offer));
	}

	private void sending(CurrentUser by) throws Exception {
		this.pages.send(by, post("/proposals/" + this.offer + "/sending").param("revision", "1"), 302);
	}

	@Test
	void aThinMarginOrAHighDiscountNeedsSomebodyElse() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		for (String[] thin : new String[][] { { "lines[0].billRate", "310" }, { "discountPercent", "16" },
				{ "lines[0].discountPercent", "15.01" } }) {
			String before = draft(this.manager).select("[name='" + thin[0] + "']").attr("value");
			save(thin[0], thin[1]);
			sending(this.manager);
			assertThat(status()).as(thin[0]).isEqualTo("DRAFT");
			save(thin[0], before);
		}
		save("discountPercent", "16");
		sending(this.manager);
		assertThat(draft(this.manager).select("[data-second-look]").text()).contains("Waiting for a second approver");
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/approval"), 302);
		sending(this.manager);
		assertThat(status()).isEqualTo("DRAFT");
		assertThat(Jsoup.parse(this.pages.send(administrator, get("/notifications"), 200).getContentAsString())
			.select("[data-kind=APPROVAL]")
			.text()).contains(this.offer);
		this.pages.send(administrator, post("/proposals/" + this.offer + "/approval"), 302);
		assertThat(draft(this.manager).select("[data-second-look]").text()).contains(administrator.name());
		save("note", "Changed after it was approved");
		sending(this.manager);
		assertThat(status()).isEqualTo("DRAFT");
		this.pages.send(administrator, post("/proposals/" + this.offer + "/approval"), 302);
		sending(this.manager);
		assertThat(status()).isEqualTo("SENT");
	}

	@Test
	void aNoteForTheApproverThatIsTooLongIsNotCutButAskedForAgain() throws Exception {
		save("discountPercent", "16");
		String sending = "/proposals/" + this.offer + "/sending?revision=1";
		String longer = "r".repeat(1001);
		FlashMap said = this.pages
			.sent(this.manager, this.pages.page(this.manager, sending), "form[action$=/sending]",
					Map.of("reason", longer), 302)
			.getFlashMap();
		Document again = Jsoup
			.parse(this.pages.send(this.manager, get(sending).flashAttrs(said), 200).getContentAsString());
		assertThat(again.select("#reason-about").text()).contains("at most 1,000 characters");
		assertThat(again.select("#reason").text()).isEqualTo(longer);
		assertThat(draft(this.manager).select("[data-second-look]").text()).doesNotContain("Waiting");
		this.pages.save(this.manager, sending, "form[action$=/sending]", Map.of("reason", "r".repeat(1000)), 302);
		assertThat(draft(this.manager).select("[data-second-look]").text()).contains("Waiting");
	}

	@Test
	void anOfferWithoutRevenueSaysSoEverywhereInsteadOfAPercentage() throws Exception {
		save("discountPercent", "100");
		Document draft = draft(this.manager);
		assertThat(draft.select("#margins").text()).contains("no revenue").doesNotContain(" 0 %");
		assertThat(draft.select("[data-breach=NO_REVENUE]").text()).contains("Total: given away");
		assertThat(draft.select("[data-breach]").text()).doesNotContain("-100", "−100");
		assertThat(Jsoup
			.parse(this.pages.send(this.manager, get("/proposals/" + this.offer + "/sending"), 200)
				.getContentAsString())
			.select("[data-send-margin]")
			.text()).contains("(no revenue)");
	}

	@Test
	void whatIsLeftIsShownByPersonMonthAndInAllAndNeverToAClient() throws Exception {
		save("discountPercent", "5");
		sending(this.manager);
		Document staff = Jsoup
			.parse(this.pages.send(this.manager, get("/proposals/" + this.offer), 200).getContentAsString());
		// Everybody in the tests is paid 300 and costs 400 a day.
		assertThat(staff.select("#margins").text()).contains("25 %");
		assertThat(staff.select("[data-break-even]").attr("data-break-even")).isEqualTo("25.00");
		String client = this.pages.send(this.approver, get("/proposals/" + this.offer), 200).getContentAsString();
		assertThat(Jsoup.parse(client).select("#margins, [data-break-even], [data-total-margin]")).isEmpty();
	}

	@Test
	void whatItMayComeToIsShownWithHowItIsMadeAndNeverExceedsTheCap() throws Exception {
		save("scopePercent", "10");
		Document staff = Jsoup
			.parse(this.pages.send(this.manager, get("/proposals/" + this.offer), 200).getContentAsString());
		double expected = Double.parseDouble(staff.select("[data-expected]").attr("data-expected"));
		// In Portugal 4 % are lost; days are halves, and what a day costs is 400.
		double low = Double.parseDouble(staff.select("[data-low]").attr("data-low"));
		double high = Double.parseDouble(staff.select("[data-high]").attr("data-high"));
		assertThat(low).isBetween(expected * 0.96 - 200, expected * 0.96)
			.satisfies((sum) -> assertThat(sum % 200).isZero());
		assertThat(high).isBetween(expected * 1.1, expected * 1.1 + 200);
		assertThat(staff.select("[data-capped]")).isEmpty();
		save("cap", String.valueOf(expected - 1));
		sending(this.manager);
		assertThat(status()).isEqualTo("DRAFT");
		save("cap", String.valueOf(expected + 100));
		staff = Jsoup.parse(this.pages.send(this.manager, get("/proposals/" + this.offer), 200).getContentAsString());
		assertThat(Double.parseDouble(staff.select("[data-high]").attr("data-high"))).isEqualTo(expected + 100);
		assertThat(staff.select("[data-capped]").text())
			.isEqualTo("Limited by the cap; %,.2f EUR without it.".formatted(high));
		sending(this.manager);
		assertThat(status()).isEqualTo("SENT");
		Document client = Jsoup
			.parse(this.pages.send(this.approver, get("/proposals/" + this.offer), 200).getContentAsString());
		assertThat(client.text()).contains("If the scope grows by 10 %", "no more is invoiced", "Limited by the cap");
		assertThat(client.select("[data-intact]").attr("data-intact")).isEqualTo("true");
	}

	@Test
	void anOfferThatEndsInTwoDaysIsRemindedOfOnce() throws Exception {
		sending(this.manager);
		this.jdbc
			.update("update proposal_revision set valid_until = ? where proposal_id = (select id from proposal where "
					+ "reference = ?)", Date.valueOf(this.world.today().plusDays(2)), this.offer);
		this.expiry.remind();
		this.expiry.remind();
		assertThat(this.jdbc.queryForObject(
				"select count(*) from notification where account_id = ? and kind = 'EXPIRY' and subject = ?",
				Integer.class, this.approver.id(), this.offer))
			.isEqualTo(1);
	}

}
