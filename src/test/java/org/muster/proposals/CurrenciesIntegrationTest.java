package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Offers in currencies with none, three or four decimals, and without a rate of exchange.
 */
@IntegrationTest
class CurrenciesIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
	}

	private String drafted(CurrentUser approver, String currency, Consultant consultant) throws Exception {
		StaffingRequest request = this.world.submitted(approver, currency);
		String offer = this.world.drafted(request, this.manager).reference();
		this.pages.post(this.manager, "/proposals/" + offer + "/lines", 302, "choice", "1:" + consultant.reference());
		return offer;
	}

	private String status(String offer) {
		return String.valueOf(this.jdbc.queryForObject("select v.status from proposal_revision v join proposal p on "
				+ "p.id = v.proposal_id where p.reference = ?", String.class, offer));
	}

	private Document draft(String offer) throws Exception {
		return this.pages.page(this.manager, "/proposals/" + offer + "/draft");
	}

	private void send(String offer) throws Exception {
		this.pages.post(this.manager, "/proposals/" + offer + "/sending", 302, "revision", "1");
	}

	@ParameterizedTest
	@CsvSource({ "KWD, 91.125, 121.375, 121.377", "JPY, 45000, 60000, 60001", "CLF, 9.1234, 12.3456, 12.3457",
			"HUF, 110000, 150000.50, 150000.55", "EUR, 300, 400.05, 400.15" })
	void everyCurrencyGoesThroughFromTheDraftToTheAcceptance(String currency, String pay, String bill, String typed)
			throws Exception {
		Organisation client = this.world.organisation(currency);
		CurrentUser approver = this.world.person(Role.APPROVER, client);
		String offer = drafted(approver, currency, this.world.consultant(currency, pay, bill));
		for (int line = draft(offer).select("[name$='.billRate']").size(); line > 1; line--) {
			this.pages.post(this.manager, "/proposals/" + offer + "/lines/" + line + "/removal", 302);
		}
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft",
				Map.of("lines[0].billRate", typed, "discountPercent", "3.33", "lines[0].discountPercent", "1.11"), 302);
		Document draft = draft(offer);
		assertThat(new BigDecimal(draft.select("[name='lines[0].billRate']").attr("value")))
			.isEqualByComparingTo(typed);
		send(offer);
		assertThat(status(offer)).isEqualTo("SENT");
		Document sent = this.pages.page(approver, "/proposals/" + offer);
		assertThat(sent.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		BigDecimal rate = new BigDecimal(typed);
		BigDecimal days = new BigDecimal(sent.select("[data-line-days]").text());
		int decimals = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
		BigDecimal line = rate.multiply(days)
			.multiply(new BigDecimal("0.9889"))
			.setScale(decimals, RoundingMode.HALF_UP);
		BigDecimal net = line
			.subtract(line.multiply(new BigDecimal("0.0333")).setScale(decimals, RoundingMode.HALF_UP));
		assertThat(new BigDecimal(sent.select("[data-expected]").attr("data-expected"))).isEqualByComparingTo(net);
		byte[] sheet = this.pages.send(this.manager, get("/proposals/" + offer + ".xlsx").param("revision", "1"), 200)
			.getContentAsByteArray();
		BigDecimal total = this.jdbc.queryForObject("select v.total from proposal_revision v join proposal p on "
				+ "p.id = v.proposal_id where p.reference = ?", BigDecimal.class, offer);
		assertThat(recalculated(sheet)).isEqualByComparingTo(total);
		this.pages.post(approver, "/proposals/" + offer + "/acceptance", 302, "revision", "1", "fullName",
				approver.name(), "function", "Head", "password", "secret");
		assertThat(status(offer)).isEqualTo("ACCEPTED");
	}

	private static BigDecimal recalculated(byte[] bytes) throws Exception {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			for (var row : workbook.getSheetAt(0)) {
				if (row.getCell(0) != null && row.getCell(0).toString().equals("Total")) {
					return BigDecimal.valueOf(row.getCell(row.getLastCellNum() - 1).getNumericCellValue())
						.setScale(4, RoundingMode.HALF_UP);
				}
			}
		}
		throw new AssertionError("No total");
	}

	@Test
	void moreDecimalsThanACurrencyHasAreRefused() throws Exception {
		Organisation client = this.world.organisation("JPY");
		CurrentUser approver = this.world.person(Role.APPROVER, client);
		String offer = drafted(approver, "JPY", this.world.consultant("JPY", "45000", "60000"));
		assertThat(this.pages
			.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of("lines[0].billRate", "450.5"), 422)
			.text()).contains("Amounts in JPY have no decimals");
	}

	@Test
	void aWarningShowsNoMoreDecimalsThanTheCurrencyHas() throws Exception {
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation("KWD"));
		String offer = drafted(approver, "KWD", this.world.consultant("KWD", "91.125", "121.375"));
		this.jdbc.update("update staffing_request set rate_cap = 171.5 where currency = 'KWD'");
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft",
				Map.of("lines[0].billRate", "177.409", "lines[0].discountPercent", "1.11"), 302);
		assertThat(draft(offer).select("[data-warning=RATE_ABOVE_CAP]").text()).contains("175.440")
			.contains("171.500")
			.doesNotContainPattern("\\d\\.\\d{4}");
	}

	@Test
	void aDraftInDinarsKeepsTheRateThatIsTyped() throws Exception {
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation("KWD"));
		String offer = drafted(approver, "KWD", this.world.consultant("KWD", "91.125", "121.375"));
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of("lines[0].billRate", "85.500"),
				302);
		assertThat(draft(offer).select("[name='lines[0].billRate']").attr("value")).isEqualTo("85.50");
	}

	@Test
	void withoutARateOfExchangeNothingIsPriced() throws Exception {
		Organisation client = this.world.organisation("SGD");
		CurrentUser approver = this.world.person(Role.APPROVER, client);
		Consultant inEuros = this.world.consultant();
		StaffingRequest request = this.world.submitted(approver, "SGD");
		String offer = this.world.drafted(request, this.manager).reference();
		this.pages.post(this.manager, "/proposals/" + offer + "/lines", 302, "choice", "1:" + inEuros.reference());
		Document draft = draft(offer);
		assertThat(draft.select("[name$='.billRate']")).isEmpty();
		assertThat(draft.select("[data-warning=CURRENCY_WITHOUT_RATE]").text()).contains("no exchange rate for SGD");
		String match = "/requests/" + request.reference() + "/positions/1/matches/" + inEuros.reference();
		assertThat(this.pages.page(approver, match).text()).contains("Price on request").doesNotContain("400 SGD");
		// A line that is paid in dollars, until somebody is paid in euros.
		Consultant inDollars = this.world.consultant("SGD", "300", "400");
		this.pages.post(this.manager, "/proposals/" + offer + "/lines", 302, "choice", "1:" + inDollars.reference());
		assertThat(draft(offer).select("#margins tfoot").text()).contains("25 %");
		paidIn("EUR", inDollars);
		draft = draft(offer);
		assertThat(draft.select("[data-no-margins]")).hasSize(1);
		assertThat(draft.select("[data-warning=NO_EXCHANGE_RATE]").text()).contains("from EUR to SGD");
		send(offer);
		assertThat(status(offer)).isEqualTo("DRAFT");
		paidIn("SGD", inDollars);
		send(offer);
		assertThat(status(offer)).isEqualTo("SENT");
	}

	private void paidIn(String currency, Consultant person) {
		this.jdbc.update("update consultant set currency = ? where id = ?", currency, person.id());
		this.jdbc.update("update proposal_line set pay_currency = ? where consultant_id = ?", currency, person.id());
	}

}
