package org.muster.accounts;

import java.util.HashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The data of organisations: made, changed, archived. */
@IntegrationTest
class OrganisationIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private Organisation client;

	private CurrentUser manager;

	private String path;

	@BeforeEach
	void build() {
		this.client = this.world.organisation();
		this.manager = this.world.manager();
		this.path = "/admin/organisations/" + this.client.reference();
	}

	private Document change(Map<String, String> changed, int expected) throws Exception {
		return this.pages.save(this.manager, this.path + "/edit", "#organisation", changed, expected);
	}

	@Test
	void everythingOfAnOrganisationCanBeChangedAndTheTrailSaysWhat() throws Exception {
		String name = this.client.name() + " Holding";
		change(Map.of("name", name, "country", "DE", "region", "by", "vatNumber", "DE 136 695 976", "address",
				"Leopoldstraße 8, 80802 München", "currency", "CHF", "manager", String.valueOf(this.manager.id())),
				302);
		Document page = this.pages.page(this.manager, this.path);
		assertThat(page.text()).contains(name, "Germany, Bavaria", "DE 136 695 976", "CHF", "Leopoldstraße 8",
				this.manager.name(), "Organisation changed", "PT → DE", "EUR → CHF");
		// Nothing is changed, and nothing is written down.
		change(Map.of(), 302);
		assertThat(this.jdbc.queryForObject(
				"select count(*) from audit_entry where act = 'organisation.changed' and subject = ?", Long.class,
				this.client.reference()))
			.isEqualTo(1);
		assertThat(this.pages.page(this.manager, this.path + "/edit").select("[name=region] option[selected]").text())
			.isEqualTo("Bavaria");
	}

	@Test
	void whoSavesSecondIsToldAndKeepsWhatWasTyped() throws Exception {
		Map<String, String> mine = new HashMap<>(Map.of("address", "Mine"));
		Document form = this.pages.page(this.manager, this.path + "/edit");
		mine.put("version", form.select("[name=version]").attr("value"));
		change(Map.of("address", "Theirs"), 302);
		Document stale = change(mine, 409);
		assertThat(stale.select("[name=address]").text()).isEqualTo("Mine");
		mine.put("version", stale.select("[name=version]").attr("value"));
		change(mine, 302);
		assertThat(this.pages.page(this.manager, this.path).text()).contains("Mine");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name      |                | fill this in
			country   | XX             | countries
			region    | zz             | no such region
			vatNumber | PT501964844    | not a valid VAT number
			vatNumber | DE136695976    | not a valid VAT number
			currency  | XTS            | No exchange rate
			currency  | EURO           | No exchange rate
			territory | ES-CN          | tax territory of that country
			timeZone  | America/Lima   | time zones of that country
			manager   | 0              | one of the account managers
			manager   | -              | one of the account managers
			""")
	void whatIsWrongIsSaidBesideItsField(String field, String typed, String said) throws Exception {
		Document page = change(Map.of(field, (typed != null) ? typed : ""), 422);
		assertThat(page.select("#" + field + "-about .field-error").text()).contains(said);
	}

	@Test
	void aNameThatAnotherHasIsTaken() throws Exception {
		Organisation other = this.world.organisation();
		assertThat(change(Map.of("name", other.name().toUpperCase(java.util.Locale.ROOT)), 422).text())
			.contains("organisation of this name already");
		change(Map.of("name", this.client.name()), 302);
	}

	@Test
	void aNewOneHasTheSameFormAndItsTaxTerritoryIsFoundByThePostcode() throws Exception {
		String name = "Isleña " + this.client.name();
		assertThat(this.pages.page(this.manager, "/admin/organisations/places?country=ES").select("#territory option"))
			.hasSize(5);
		assertThat(this.pages.page(this.manager, "/admin/organisations/places?country=PL").select("#territory"))
			.isEmpty();
		assertThat(this.pages.page(this.manager, "/admin/organisations/places?country=PL").select("[data-clock]"))
			.isEmpty();
		assertThat(
				this.pages.page(this.manager, "/admin/organisations/places?country=US").select("[data-clock]").text())
			.contains("New York time");
		assertThat(this.pages.page(this.manager, "/admin/organisations/places?country=").select("#region option"))
			.hasSize(1);
		this.pages.post(this.manager, "/admin/organisations", 302, "name", name, "country", "ES", "currency", "EUR",
				"address", "Calle de Triana 12, 35002 Las Palmas", "vatNumber", "B-58378431");
		String reference = this.jdbc.queryForObject("select reference from organisation where name = ?", String.class,
				name);
		this.path = "/admin/organisations/" + reference;
		Document page = this.pages.page(this.manager, this.path);
		assertThat(page.select("[data-tax-territory]").text()).contains("Canary Islands");
		assertThat(page.text()).contains("only national holidays are counted");
		change(Map.of("territory", "ES"), 302);
		assertThat(this.pages.page(this.manager, this.path).select("[data-tax-territory]")).isEmpty();
		change(Map.of("territory", "ES-ML"), 302);
		assertThat(this.pages.page(this.manager, this.path).select("[data-tax-territory]").text()).contains("Melilla");
	}

	@Test
	void whereACountryHasSeveralTimeZonesOneCanBeChosenAndDeadlinesEndByIt() throws Exception {
		Document places = this.pages.page(this.manager, "/admin/organisations/places?country=MX");
		assertThat(places.select("#timeZone option").eachText()).contains("Detect from region", "Cancun (Eastern Time)",
				"Mexico City (Central Time)");
		assertThat(this.pages.page(this.manager, "/admin/organisations/places?country=DE").select("#timeZone"))
			.isEmpty();
		change(Map.of("country", "MX", "region", "", "timeZone", "", "vatNumber", ""), 302);
		assertThat(this.pages.page(this.manager, this.path).select("[data-clock]").text())
			.contains("Deadlines end at midnight, Mexico City time", "several time zones", "Choose time zone");
		change(Map.of("timeZone", "America/Cancun"), 302);
		Document page = this.pages.page(this.manager, this.path);
		assertThat(page.select("[data-clock]").text()).isEqualTo("Deadlines end at midnight, Cancun time.");
		assertThat(page.text()).contains("– → America/Cancun");
		assertThat(this.pages.page(this.manager, this.path + "/edit").select("#timeZone option[selected]").text())
			.isEqualTo("Cancun (Eastern Time)");
		assertThat(this.pages
			.send(this.manager, get("/admin/organisations/export.csv").param("q", this.client.name()), 200)
			.getContentAsString()).contains("Time zone", "America/Cancun");
		change(Map.of("country", "DE"), 422);
	}

	@Test
	void anArchivedOneGetsNothingNewUntilItIsActiveAgain() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.client);
		this.pages.post(this.manager, this.path + "/archival", 302, "archived", "true");
		assertThat(this.pages.page(this.manager, this.path).text()).contains("This organisation is archived",
				"Organisation archived");
		String list = "/admin/organisations?q=" + this.client.name();
		assertThat(this.pages.page(this.manager, list + "&state=ACTIVE").select("tbody").text())
			.doesNotContain(this.client.reference() + " ");
		assertThat(this.pages.page(this.manager, list + "&state=ARCHIVED").text()).contains(this.client.reference());
		assertThat(this.pages
			.post(this.manager, this.path + "/invitations", 409, "email", "new@client.example", "fullName", "New",
					"role", "MEMBER")
			.text()).contains("Archived");
		assertThat(this.pages.page(member, "/requests").text()).isNotBlank();
		Document home = this.pages.page(member, "/");
		assertThat(home.text()).contains("Your organisation is archived");
		assertThat(home.select("a[href='/requests/new']")).isEmpty();
		Document refused = Jsoup.parse(this.pages.send(member, get("/requests/new"), 409).getContentAsString());
		assertThat(refused.select("main a").eachAttr("href")).containsExactly("/");
		this.pages.post(this.manager, this.path + "/archival", 302, "archived", "false");
		this.pages.post(this.manager, this.path + "/invitations", 200, "email", "new@client.example", "fullName", "New",
				"role", "MEMBER");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zoë+test@ohne.example", "jos@exämple.example", "a b@c.example", "nobody", "ж@пример.рф" })
	void anAddressThatCannotBeDeliveredIsRefused(String email) throws Exception {
		assertThat(this.pages
			.post(this.manager, this.path + "/invitations", 422, "email", email, "fullName", "Zoë", "role", "MEMBER")
			.select("#email-about .field-error")
			.text()).contains("can be delivered");
	}

}
