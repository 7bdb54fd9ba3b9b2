package org.muster.proposals;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The VAT of offers, by where the client is. The consultancy is in Portugal. */
@IntegrationTest
class VatIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private Organisation client;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.client = this.world.organisation();
		this.approver = this.world.person(Role.APPROVER, this.client);
		this.manager = this.world.manager();
		this.world.consultant();
	}

	private void edit(Map<String, String> changed) throws Exception {
		this.pages.save(this.manager, "/admin/organisations/" + this.client.reference() + "/edit", "#organisation",
				changed, 302);
	}

	private String draft() {
		return this.world.drafted(this.approver, this.manager).reference();
	}

	private Document recalculated(String offer) throws Exception {
		this.pages.save(this.manager, "/proposals/" + offer + "/draft", "#draft", Map.of(), 302);
		return this.pages.page(this.manager, "/proposals/" + offer + "/draft");
	}

	private Document send(String offer) throws Exception {
		this.pages.post(this.manager, "/proposals/" + offer + "/sending", 302, "revision", "1");
		return this.pages.page(this.approver, "/proposals/" + offer);
	}

	private String status(String offer) {
		return String.valueOf(this.jdbc.queryForObject("select v.status from proposal_revision v join proposal p on "
				+ "p.id = v.proposal_id where p.reference = ?", String.class, offer));
	}

	private BigDecimal amount(String offer, String column) {
		return Objects.requireNonNull(this.jdbc.queryForObject("select " + column + " from proposal_revision v join "
				+ "proposal p on p.id = v.proposal_id where p.reference = ?", BigDecimal.class, offer));
	}

	private String text(String offer, String language) throws Exception {
		try (PDDocument pdf = Loader
			.loadPDF(this.pages.send(this.approver, get("/proposals/" + offer + ".pdf?language=" + language), 200)
				.getContentAsByteArray())) {
			return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					ES | cn  |                        |               | VAT           | Canary Islands: outside the EU VAT territory | IGIC
					ES |     | 51001 Ceuta            |               | VAT           | Ceuta: outside the EU VAT territory | IPSI
					IT |     | 23041 Livigno          |               | VAT           | Livigno: outside | Article 6
					DE |     | 78266 Büsingen         |               | VAT           | Büsingen am Hochrhein: outside | Article 6
					GB | nir |                        | XI110305878   | VAT           | Northern Ireland follows UK VAT rules | XI
					GB |     |                        |               | VAT           | in the seller's country. | seller's
					MC |     |                        | FR83404833048 | VAT, reverse charge | in Monaco | Article 196
					PT | 30  |                        |               | VAT 22 %      | VAT rate for Madeira. | Madeira
					""")
	void theOfferSaysWhichVatThereIsAndWhy(String country, String region, String address, String number, String label,
			String why, String also) throws Exception {
		edit(Map.of("country", country, "region", (region != null) ? region : "", "address",
				(address != null) ? address : "", "vatNumber", (number != null) ? number : ""));
		String offer = draft();
		Document page = send(offer);
		assertThat(status(offer)).isEqualTo("SENT");
		assertThat(page.select(".sums").text()).contains(label, why, also).doesNotContain("''");
		assertThat(page.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(text(offer, "en")).contains(why);
		assertThat(text(offer, "de")).doesNotContain("''", "outside", "follows");
	}

	@Test
	void theTerritoryIsUnderTheSeal() throws Exception {
		edit(Map.of("country", "ES", "region", "cn"));
		String offer = draft();
		send(offer);
		this.jdbc.update("update proposal_revision set vat_territory = 'ES-CE' where proposal_id = "
				+ "(select id from proposal where reference = ?)", offer);
		assertThat(this.pages.page(this.approver, "/proposals/" + offer).select("[data-intact]").attr("data-intact"))
			.isEqualTo("false");
	}

	@ParameterizedTest
	@CsvSource({ "'',has none", "DE123,not valid", "PT501964843,not valid" })
	void reverseChargeWithoutAVatNumberIsNotSent(String number, String said) throws Exception {
		edit(Map.of("country", "DE"));
		this.jdbc.update("update organisation set vat_number = nullif(?, '') where id = ?", number, this.client.id());
		String offer = draft();
		Document page = this.pages.page(this.manager, "/proposals/" + offer + "/draft");
		assertThat(page.select("[data-without-number]").text()).contains(this.client.name(), said);
		assertThat(page.select("[data-without-number] a").attr("href"))
			.isEqualTo("/admin/organisations/" + this.client.reference() + "/edit");
		this.pages.post(this.manager, "/proposals/" + offer + "/sending", 302, "revision", "1");
		assertThat(status(offer)).isEqualTo("DRAFT");
		edit(Map.of("vatNumber", "DE 136.695.976"));
		assertThat(this.pages.page(this.manager, "/proposals/" + offer + "/draft").select("[data-without-number]"))
			.isEmpty();
		assertThat(send(offer).text()).contains("reverse charge");
		assertThat(status(offer)).isEqualTo("SENT");
	}

	@Test
	void whereNothingTellsTheTaxTerritoryItIsSaidThatTheMainlandIsAssumed() throws Exception {
		String organisation = "/admin/organisations/" + this.client.reference();
		edit(Map.of("address", "Rua da Sé 3, Funchal"));
		assertThat(this.pages.page(this.manager, organisation).select("[data-tax-territory-assumed]").text())
			.contains("Portugal, mainland (assumed");
		String offer = draft();
		assertThat(recalculated(offer).select("[data-warning=TAX_TERRITORY_ASSUMED]")).hasSize(1);
		edit(Map.of("address", "Rua da Sé 3, 9000-036, Funchal"));
		assertThat(this.pages.page(this.manager, organisation).select("[data-tax-territory]").text())
			.contains("Madeira");
		Document draft = recalculated(offer);
		assertThat(draft.select("[data-warning=TAX_TERRITORY_ASSUMED]")).isEmpty();
		assertThat(draft.text()).contains("VAT 22 %");
	}

	@Test
	void draftsTakeUpWhereTheClientIsNowAndWhatWasSentStays() throws Exception {
		String sent = draft();
		Document before = send(sent);
		assertThat(before.select(".sums").text()).contains("VAT 23 %");
		this.world.consultant();
		String offer = draft();
		edit(Map.of("country", "ES", "region", "cn"));
		assertThat(recalculated(offer).select(".sums").text()).contains("Canary Islands").doesNotContain("23 %");
		Document after = this.pages.page(this.approver, "/proposals/" + sent);
		assertThat(after.select(".sums").text()).isEqualTo(before.select(".sums").text());
		assertThat(after.select("[data-intact]").attr("data-intact")).isEqualTo("true");
	}

	@Test
	void listsAndTablesCompareNetAmountsAndClientsSeeNoMargins() throws Exception {
		String offer = draft();
		send(offer);
		BigDecimal total = amount(offer, "v.total").setScale(2);
		BigDecimal vat = amount(offer, "v.vat").setScale(2);
		BigDecimal net = total.subtract(vat);
		for (CurrentUser reader : new CurrentUser[] { this.manager, this.approver }) {
			Document list = this.pages.page(reader, "/proposals?q=" + offer);
			assertThat(new BigDecimal(list.select("[data-net]").attr("data-net"))).isEqualByComparingTo(net);
			assertThat(list.select("[data-net]").text()).contains("VAT");
			assertThat(list.select("thead").text()).contains("Net").doesNotContain("Total");
		}
		String table = this.pages.send(this.manager, get("/proposals/export.csv?q=" + offer), 200)
			.getContentAsString()
			.replace("\"", "");
		assertThat(table.lines().findFirst().orElseThrow()).contains("Organisation,Account manager,",
				"Net,VAT,Gross,Currency,Days,First day,Last day,Margin,Margin %");
		assertThat(table).contains(net + "," + vat + "," + total + ",EUR,", this.client.name());
		String theirs = this.pages.send(this.approver, get("/proposals/export.csv?q=" + offer), 200)
			.getContentAsString()
			.replace("\"", "");
		assertThat(theirs).contains("Net,VAT,Gross,Currency,Days").doesNotContain("Margin", "Organisation,");
	}

}
