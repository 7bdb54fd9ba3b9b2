package org.muster.tableimport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.SkillHeld;
import org.muster.tables.TableColumn;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ImportIntegrationTest {

	private static final String IMPORTS = "/admin/consultants/imports";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Imports imports;

	@Autowired
	private Importing importing;

	@Autowired
	private Consultants consultants;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private CurrentUser manager;

	private String tag;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		this.tag = UUID.randomUUID().toString().substring(0, 8);
	}

	private ResultActions send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.world.as(this.manager)));
	}

	private ResultActions upload(String table) throws Exception {
		return upload(table.getBytes(StandardCharsets.UTF_8));
	}

	private ResultActions upload(byte[] table) throws Exception {
		return send(multipart(IMPORTS).file(new MockMultipartFile("file", "C:\\people.csv", "text/csv", table)));
	}

	/** Of the import that an upload begins. */
	private String address(String table) throws Exception {
		return address(table.getBytes(StandardCharsets.UTF_8));
	}

	private String address(byte[] table) throws Exception {
		return Objects.requireNonNull(
				upload(table).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl());
	}

	private PoolImport imported(String table) throws Exception {
		return imported(address(table.getBytes(StandardCharsets.UTF_8)), "");
	}

	private PoolImport imported(byte[] table) throws Exception {
		return imported(address(table), "");
	}

	/**
	 * Takes the columns as they were guessed, and waits for the job.
	 * @param dates the order of day and month, or empty
	 */
	private PoolImport imported(String address, String dates) throws Exception {
		String page = send(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
		List<String> chosen = new java.util.ArrayList<>();
		for (String select : page.split("<select class=\"form-select mapped\"")) {
			Matcher option = Pattern.compile("value=\"(\\w+)\" selected").matcher(select);
			if (select.startsWith(" name=\"column\"")) {
				chosen.add(option.find() ? option.group(1) : "");
			}
		}
		send(post(address + "/mapping").param("column", chosen.toArray(String[]::new))
			.param("dates", dates)
			.param("leftOut", "1000000")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")).andExpect(status().is3xxRedirection());
		String reference = address.substring(address.lastIndexOf('/') + 1);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.imports.require(reference).finishedAt() != null);
		return this.imports.require(reference);
	}

	private String table(String... rows) {
		return "Full name;E-mail;Job title;Country;City;Day rate;Cost;Skills;Languages;Free from;Shoe size\n"
				+ String.join("\n", rows).replace("@", "-" + this.tag + "@") + "\n";
	}

	private Consultant person(String email) {
		return this.transaction.execute((status) -> {
			Consultant found = this.consultants.findByEmailIn(List.of(email.replace("@", "-" + this.tag + "@"))).get(0);
			found.skills().size();
			found.languages().size();
			found.roles().size();
			found.workModes().size();
			found.ratesOn(this.world.today());
			return found;
		});
	}

	@Test
	void theGoodRowsGoInAndEachBadOneIsReportedWithLineColumnAndReason() throws Exception {
		PoolImport done = imported(table(
				"Ana Lima;ana@pool.example;Senior back-end developer;Portugal;Porto;450;330;Java:4:8, SQL (3), k8s;Portuguese native, English:C1;31/01/2027;38",
				"Bo Berg;no address;Data engineer;SE;;450;330;;;;",
				"Cy Coe;cy@pool.example;Designer;Atlantis;;450;330;;;;",
				"Di Dee;di@pool.example;Designer;IE;;0;330;;;;",
				"Ed Eke;ed@pool.example;Quality engineer;IE;;400;300;Selenium, Zorbium;;;",
				"Fay Foe;fay@pool.example;Astronaut;IE;;400;300;;;2027-02-30;",
				";gus@pool.example;Designer;IE;;;300;;;;"));
		assertThat(done.status()).isEqualTo(ImportStatus.DONE);
		assertThat(done.fileName()).isEqualTo("people.csv");
		assertThat(List.of(done.total(), done.done(), done.added(), done.refused())).containsExactly(7, 7, 2, 5);
		Consultant ana = person("ana@pool.example");
		assertThat(ana.skills()).hasSize(3)
			.contains(new SkillHeld(this.world.skill("Java"), 4, 8, null), SkillHeld.unstated(this.world.skill("SQL")));
		assertThat(ana.languages()).containsKeys("pt", "en");
		assertThat(ana.timeZone()).isEqualTo("Europe/Lisbon");
		assertThat(ana.availableFrom()).isEqualTo("2027-01-31");
		List<String> problems = this.jdbc.sql(
				"select concat(line, ' ', column_name, ' ', reason) from pool_import_problem where import_id = ? order by id")
			.param(done.id())
			.query(String.class)
			.list();
		assertThat(problems).containsExactly("2 Skills skill.number", "3 E-mail email", "4 Country country",
				"5 Day rate rate", "6 Skills skill", "7 Free from date", "7 Roles missing", "8 Full name missing",
				"8 Day rate missing");
		send(get(IMPORTS + "/" + done.reference()))
			.andExpect(content().string(containsString("is no country that we know")))
			.andExpect(content().string(containsString("data-line=\"4\"")));
	}

	@Test
	void theSameFileTwiceChangesNothingTheSecondTimeAndAnotherBringsPeopleUpToDate() throws Exception {
		String table = table(
				"Ana Lima;ana@pool.example;Senior back-end developer;Portugal;Porto;450;330;Java:4:8;English:C1;2027-01-31;38");
		assertThat(imported(table).added()).isEqualTo(1);
		PoolImport again = imported(table);
		assertThat(List.of(again.added(), again.changed(), again.unchanged())).containsExactly(0, 0, 1);
		PoolImport newer = imported("E-mail,Day rate,Skills\n" + "ana-" + this.tag + "@pool.example,470,Kafka:2\n");
		assertThat(newer.changed()).isEqualTo(1);
		Consultant ana = person("ana@pool.example");
		assertThat(ana.ratesOn(this.world.today()).bill()).isEqualByComparingTo("470");
		assertThat(ana.ratesOn(this.world.today()).pay()).isEqualByComparingTo("330");
		assertThat(ana.skills()).hasSize(2);
		assertThat(ana.name()).isEqualTo("Ana Lima");
	}

	@Test
	void aBillRateThatATableLeavesAsItIsKeepsItsDayAndAnotherIsOfToday() throws Exception {
		imported(table("Ana Lima;ana@pool.example;Designer;Portugal;Porto;450;330;;;;"));
		LocalDate set = this.world.today().minusMonths(9);
		this.jdbc.sql("update consultant_rate set since = :since where consultant_id = :id")
			.param("since", set)
			.param("id", person("ana@pool.example").id())
			.update();
		imported(table("Ana Lima;ana@pool.example;Data engineer;Portugal;Faro;450;330;;;;"));
		imported(table("Ana Lima;ana@pool.example;Data engineer;Portugal;Faro;450.00;345;;;;"));
		assertThat(since("ana@pool.example")).containsOnly(set);
		imported(table("Ana Lima;ana@pool.example;Data engineer;Portugal;Faro;460;345;;;;"));
		assertThat(since("ana@pool.example")).containsExactly(set, this.world.today());
	}

	/** Of a person's bill rates, by the day from which on they apply. */
	private List<LocalDate> since(String email) {
		return this.jdbc.sql("select since from consultant_rate where consultant_id = :id order by applies_from")
			.param("id", person(email).id())
			.query(LocalDate.class)
			.list();
	}

	@Test
	void anImportThatARestartInterruptedGoesOnWhereItWas() throws Exception {
		String address = address(
				table("A A;a@pool.example;Designer;IE;;400;300;;;;", "B B;b@pool.example;Designer;IE;;400;300;;;;"));
		String reference = address.substring(address.lastIndexOf('/') + 1);
		// The first row is through; then the portal went away.
		this.transaction.executeWithoutResult((status) -> {
			PoolImport table = this.imports.require(reference);
			table.map(
					java.util.Map.of(TableColumn.NAME, 0, TableColumn.EMAIL, 1, TableColumn.HEADLINE, 2,
							TableColumn.COUNTRY, 3, TableColumn.BILL_RATE, 5, TableColumn.PAY_RATE, 6),
					null,
					new NewPeople("EUR", org.muster.vocabulary.Seniority.MID, Employment.EMPLOYEE, WorkMode.REMOTE));
			table.progress(new Outcome(1, 0, 0, 0));
		});
		this.importing.run(this.imports.require(reference).id());
		PoolImport done = this.imports.require(reference);
		assertThat(done.status()).isEqualTo(ImportStatus.DONE);
		assertThat(List.of(done.done(), done.added())).containsExactly(2, 2);
		assertThat(this.consultants.findByEmailIn(List.of("a-" + this.tag + "@pool.example"))).isEmpty();
		assertThat(this.consultants.findByEmailIn(List.of("b-" + this.tag + "@pool.example"))).hasSize(1);
		this.importing.run(done.id());
		assertThat(this.jdbc.sql("select count(*) from pool_import_part where import_id = ?")
			.param(done.id())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whoeverHasNoHeadlineIsCalledByTheRole() throws Exception {
		assertThat(imported(
				"Name;E-mail;Role;Country;Day rate;Cost\nIda Ix;ida-" + this.tag + "@pool.example;devops;IE;400;300\n")
			.added()).isEqualTo(1);
		assertThat(person("ida@pool.example").headline()).isEqualTo("DevOps engineer");
	}

	@Test
	void aTableThatNobodyWantsAfterAllIsForgotten() throws Exception {
		String address = address(table("A A;a@pool.example;Designer;IE;;400;300;;;;"));
		send(post(address + "/withdrawal")).andExpect(status().is3xxRedirection());
		send(post(address + "/mapping").param("column", "EMAIL")).andExpect(status().is3xxRedirection());
		PoolImport table = this.imports.require(address.substring(address.lastIndexOf('/') + 1));
		assertThat(table.status()).isEqualTo(ImportStatus.WITHDRAWN);
		assertThat(this.jdbc.sql("select count(*) from pool_import_part where import_id = ?")
			.param(table.id())
			.query(Long.class)
			.single()).isZero();
		send(get(address)).andExpect(status().isOk());
	}

	/** MySQL takes the second e-mail for the first, H2 does not. */
	@Test
	void aRowThatTheDatabaseRefusesDoesNotKeepTheOthersOut() throws Exception {
		PoolImport done = imported(table("A A;jose@pool.example;Designer;IE;;400;300;;;;",
				"B B;josé@pool.example;Designer;IE;;400;300;;;;", "C C;last@pool.example;Designer;IE;;400;300;;;;"));
		assertThat(done.status()).isEqualTo(ImportStatus.DONE);
		assertThat(done.added() + done.changed() + done.refused()).isEqualTo(3);
		assertThat(person("last@pool.example").name()).isEqualTo("C C");
	}

	@Test
	void longHeadingsAndCellsAreReadInNoTimeAndReported() throws Exception {
		PoolImport done = imported("E-mail;Skills;Languages;" + "(".repeat(200_000) + "\nx-" + this.tag
				+ "@pool.example;Java" + " ".repeat(200_000) + "x;English" + " ".repeat(200_000) + "y;z\n");
		assertThat(done.refused()).isEqualTo(1);
	}

	@Test
	void whatIsNoTableOrHasNoEmailIsRefusedWithASentence() throws Exception {
		upload("Name;E-mail\n").andExpect(status().is(422))
			.andExpect(content().string(containsString("There is nothing below the headings.")));
		upload("%PDF-1.7 x\ny").andExpect(status().is(422));
		String address = address("Name\nAna\n");
		send(post(address + "/mapping").param("column", "NAME")).andExpect(status().is(422))
			.andExpect(content().string(containsString("Please say which column has the e-mail")));
	}

	private List<String> problems(PoolImport done) {
		return this.jdbc.sql(
				"select concat(line, ' ', column_name, ' ', reason) from pool_import_problem where import_id = ? order by id")
			.param(done.id())
			.query(String.class)
			.list();
	}

	@Test
	void whatASkillIsNotSaidToBeIsNotInvented() throws Exception {
		assertThat(imported(table("Al As;al@pool.example;Designer;IE;;400;300;Java, SQL::4, k8s (expert):x;German;;"))
			.added()).isEqualTo(1);
		assertThat(person("al@pool.example").skills()).containsExactlyInAnyOrder(
				SkillHeld.unstated(this.world.skill("Java")), new SkillHeld(this.world.skill("SQL"), null, 4, null));
		assertThat(person("al@pool.example").languages()).isEmpty();
		String page = send(get("/consultants/" + person("al@pool.example").reference())).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("Level not stated", "Level not stated, 4 years").doesNotContain("last in");
		assertThat(person("al@pool.example").years()).isNull();
		assertThat(Jsoup.parse(page).text()).contains("Years of experience Not stated", "Languages Not stated");
		PoolImport more = imported("E-mail,Skills\nal-" + this.tag + "@pool.example,Java:4; SQL::: ;SQL:2::2024\n");
		assertThat(more.changed()).isEqualTo(1);
		assertThat(person("al@pool.example").skills()).containsExactlyInAnyOrder(
				new SkillHeld(this.world.skill("Java"), 4, null, null),
				new SkillHeld(this.world.skill("SQL"), 2, 4, 2024));
	}

	@Test
	void aTableOfWindowsWithTitlesAndGermanHeadingsGoesIn() throws Exception {
		String table = "Mitarbeiterübersicht Stand 01.11.2026;;;;;;;;\r\n;;;;;;;;\r\n"
				+ "Vorname;Nachname;E-Mail;Rolle;Land;Bundesland;EK-Satz (€);VK-Satz (€);Verfügbar ab\r\n"
				+ "Jürgen;Müßig;jm@pool.example;Backend developer;Deutschland;Bayern;'+400;1.250,50;04.01.2027\r\n";
		PoolImport done = imported(table.replace("'+", "").replace("@", "-" + this.tag + "@").getBytes("windows-1252"));
		assertThat(problems(done)).isEmpty();
		assertThat(done.added()).isEqualTo(1);
		Consultant person = person("jm@pool.example");
		assertThat(person.name()).isEqualTo("Jürgen Müßig");
		assertThat(person.place()).isEqualTo(new org.muster.calendar.Place("DE", "by"));
		assertThat(person.ratesOn(this.world.today()).bill()).isEqualByComparingTo("1250.50");
		assertThat(person.availableFrom()).isEqualTo("2027-01-04");
	}

	@Test
	void datesThatMayMeanTwoThingsAreAskedFor() throws Exception {
		String table = table("Da Te;dt@pool.example;Designer;IE;;400;300;;;03/04/2027;");
		String address = address(table);
		send(get(address)).andExpect(content().string(containsString("Dates such as 03/04/2027")));
		send(post(address + "/mapping").param("column", "NAME", "EMAIL", "HEADLINE", "COUNTRY", "", "", "", "", "",
				"AVAILABLE_FROM"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("Choose whether the day, the month or the year comes first")));
		assertThat(imported(address, "MONTH_FIRST").added()).isEqualTo(1);
		assertThat(person("dt@pool.example").availableFrom()).isEqualTo("2027-03-04");
	}

	@Test
	void aCheckTellsWhatWouldHappenAndChangesNothing() throws Exception {
		String address = address(table("Ok Ay;ok@pool.example;Designer;IE;;400;300;;;;",
				"No Go;no@pool.example;Designer;Atlantis;;1.150,50;300;;;;", "In Co;in@pool.example;;IE;;;;;;;"));
		String page = send(post(address + "/mapping")
			.param("column", "NAME", "EMAIL", "HEADLINE", "COUNTRY", "CITY", "BILL_RATE", "PAY_RATE")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")
			.param("act", "check")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("One row can be imported. 2 will be left out.", "is no country that we know",
				"Read as 1,150.50", "is missing", "Read as Ireland");
		assertThat(this.consultants.findByEmailIn(List.of("ok-" + this.tag + "@pool.example"))).isEmpty();
	}

	@Test
	void theRowsLeftOutCanBeMendedAndUploadedAgain() throws Exception {
		PoolImport done = imported(table("No Go;no@pool.example;Designer;Atlantis;;400;300;;;;=1+1"));
		String csv = send(get(IMPORTS + "/" + done.reference() + "/left-out.csv")).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(csv).contains("\"Full name\",\"E-mail\"", "Atlantis", "'=1+1", "Country is no country that we know");
		PoolImport again = imported(csv.replace("Atlantis", "Irland"));
		assertThat(problems(again)).isEmpty();
		assertThat(again.added()).isEqualTo(1);
	}

	@Test
	void theLineOfTheHeadingsAndTheEncodingCanBeChosen() throws Exception {
		String address = address("Nom;Ville\nNom de chacun;E-mail\nŁucja;lucja-" + this.tag + "@pool.example\n");
		send(post(address + "/reading").param("line", "2").param("encoding", "ISO-8859-15"))
			.andExpect(status().is3xxRedirection());
		PoolImport table = this.imports.require(address.substring(address.lastIndexOf('/') + 1));
		assertThat(List.of(table.headingLine(), table.total())).containsExactly(2, 1);
		assertThat(table.headings()).containsExactly("Nom de chacun", "E-mail");
		send(post(address + "/reading").param("line", "3")).andExpect(status().is(422));
		send(get(address)).andExpect(content().string(containsString("ISO-8859-15\" selected")));
	}

	@Test
	void aQuotationMarkThatDoesNotFitIsReportedWithItsLine() throws Exception {
		upload("E-mail;Name\na@b.example;\"A\"\nb@b.example;\"B\" and more\n").andExpect(status().is(422))
			.andExpect(content().string(containsString("a cell that begins in line 3")));
		upload("E-mail;Name\na@b.example;A\n\nb@b.example;\"B\n").andExpect(status().is(422))
			.andExpect(content().string(containsString("The cell that begins in line 4 has no end")));
	}

	@Test
	void aCheckCountsTheSameRowsAsTheImportLeavesOut() throws Exception {
		assertThat(imported(table("Ed Ix;ed@pool.example;Designer;IE;;400;300;;;;")).added()).isEqualTo(1);
		String table = ("E-mail;Name;Role;Country;Region;Currency;Cost;Day rate\n"
				+ "us@pool.example;U S;Designer;IE;;USD;300;400\n" + "ed@pool.example;;;;;GBP;;500\n"
				+ "ed@pool.example;;;;Nowhere;;;401\n" + "fr@pool.example;F R;Designer;FR;Erewhon;;300;400\n"
				+ "wi@pool.example;W I;Designer;FR;;;300;400;00\n")
			.replace("@", "-" + this.tag + "@");
		String address = address(table);
		String page = send(post(address + "/mapping")
			.param("column", "EMAIL", "NAME", "ROLES", "COUNTRY", "REGION", "CURRENCY", "PAY_RATE", "BILL_RATE")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")
			.param("act", "check")).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("2 rows can be imported. 3 will be left out.");
		PoolImport done = imported(address, "");
		assertThat(problems(done)).containsExactly("2 Currency currency.other", "3 Currency currency.other",
				"4 Region region", "5 Region region", "6 Row wide");
		assertThat(List.of(done.added(), done.changed(), done.refused())).containsExactly(1, 1, 3);
		String csv = send(get(IMPORTS + "/" + done.reference() + "/left-out.csv")).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(csv).contains("give the column a heading: 00");
		assertThat(imported(csv).refused()).isEqualTo(3);
	}

	@Test
	void theMappingSaysThatTheEncodingIsAGuessAndShowsTheNames() throws Exception {
		String table = "Name;E-mail;Country\n" + "Ann Lee;a@pool.example;Ireland\n".repeat(40)
				+ "Jiří Dvořák;b@pool.example;Czechia\n";
		String page = send(get(address(table.getBytes("windows-1250")))).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("The encoding is a guess: windows-1250", "Jiří Dvořák");
		assertThat(send(get(address(table))).andReturn().getResponse().getContentAsString())
			.doesNotContain("The encoding is a guess");
	}

	@Test
	void theMappingSaysThatAFirstPersonStandsInTheRowOfTheHeadings() throws Exception {
		send(get(address("Ann Lee;ann@pool.example;Ireland\nBo Berg;bo@pool.example;Ireland\n")))
			.andExpect(content().string(containsString("that person will not be imported")));
	}

	@Test
	void theMappingNamesTheSheetsThatAreNotRead() throws Exception {
		java.io.ByteArrayOutputStream output = new java.io.ByteArrayOutputStream();
		org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(output, "Test", "1.0");
		for (String name : List.of("Lisbon", "Porto", "Berlin")) {
			org.dhatim.fastexcel.Worksheet sheet = workbook.newWorksheet(name);
			sheet.value(0, 0, "Name");
			sheet.value(0, 1, "E-mail");
			sheet.value(1, 0, "Ann");
			sheet.value(1, 1, "ann@pool.example");
		}
		workbook.finish();
		send(get(address(output.toByteArray()))).andExpect(content().string(
				containsString("Only the first visible sheet, “Lisbon”, is imported. Not imported: Porto, Berlin.")));
	}

	@Test
	void aPartOfTheUnitedKingdomIsARegionAndAnUnknownRegionLeavesNobodyOut() throws Exception {
		PoolImport done = imported(
				("E-mail;Name;Role;Country;Region;Cost;Day rate\n" + "sc@pool.example;S C;Designer;Scotland;;300;400\n"
						+ "no@pool.example;N O;Designer;DE;Erewhon;300;400\n")
					.replace("@", "-" + this.tag + "@"));
		assertThat(problems(done)).containsExactly("3 Region region");
		assertThat(person("sc@pool.example").place().region()).isNotNull();
		assertThat(person("no@pool.example").place().region()).isNull();
	}

	@Test
	void whatATitleSaysOfAmountsIsConfirmedBeforeTheyAreTaken() throws Exception {
		String address = address("Consultants, all amounts in USD\nName;E-mail;Role;Country;Cost;Rate\nA U;au-"
				+ this.tag + "@pool.example;Designer;IE;400;500\n");
		String[] columns = { "NAME", "EMAIL", "ROLES", "COUNTRY", "PAY_RATE", "BILL_RATE" };
		send(get(address)).andExpect(content().string(containsString("value=\"Consultants, all amounts in USD\"")));
		send(post(address + "/mapping").param("column", columns)).andExpect(status().is(422))
			.andExpect(content().string(containsString("may mean other amounts than net day rates in EUR")));
		send(post(address + "/mapping").param("column", columns).param("amounts", "something else"))
			.andExpect(status().is(422));
		send(post(address + "/mapping").param("column", columns)
			.param("amounts", "Consultants, all amounts in USD")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")).andExpect(status().is3xxRedirection());
	}

	@Test
	void aHeadingThatIsNotUnderstoodIsConfirmedBeforeItsAmountsAreTaken() throws Exception {
		String address = address("Name;E-mail;Rate (per sprint)\nA U;au@pool.example;500\n");
		send(get(address)).andExpect(content().string(org.hamcrest.Matchers.not(containsString("name=\"amounts\""))));
		send(post(address + "/mapping").param("column", "NAME", "EMAIL", "BILL_RATE")).andExpect(status().is(422))
			.andExpect(content().string(containsString("value=\"Rate (per sprint)\"")));
	}

	@Test
	void peopleOfAnAgencyWithOneEmailAreNotMixed() throws Exception {
		String table = table("Anna Alpha;info@agency.example;Designer;DE;;400;300;Java;;;",
				"Bruno Beta;info@agency.example;Designer;FR;;410;310;React;;;");
		String checked = send(post(address(table) + "/mapping")
			.param("column", "NAME", "EMAIL", "HEADLINE", "COUNTRY", "", "BILL_RATE", "PAY_RATE", "SKILLS")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")
			.param("act", "check")).andReturn().getResponse().getContentAsString();
		assertThat(checked).contains("One row can be imported. One will be left out.");
		PoolImport done = imported(table);
		assertThat(List.of(done.added(), done.changed(), done.refused())).containsExactly(1, 0, 1);
		assertThat(problems(done)).containsExactly("3 Full name name.other");
		assertThat(person("info@agency.example").name()).isEqualTo("Anna Alpha");
	}

	@Test
	void anEmailThatIsCorrectedInAnExportIsThatOfTheSameProfile() throws Exception {
		assertThat(imported(table("Ed Ix;edd@pool.example;Designer;IE;;400;300;;;;")).added()).isEqualTo(1);
		String reference = person("edd@pool.example").reference();
		PoolImport done = imported("Reference;Name;E-mail\n" + reference + ";Ed Ix;ed.ix-" + this.tag
				+ "@pool.example\n" + reference + ";Bo Berg;bo-" + this.tag + "@pool.example\n");
		assertThat(List.of(done.added(), done.changed(), done.refused())).containsExactly(0, 1, 1);
		assertThat(problems(done)).containsExactly("3 Name name.other");
		assertThat(person("ed.ix@pool.example").reference()).isEqualTo(reference);
	}

	@Test
	void whoeverIsSaidToBeNothingIsLeftOutUnlessSomebodyChoosesTheSeniority() throws Exception {
		String address = address(table("Ed Ix;ed@pool.example;Designer;IE;;400;300;;;;",
				"Di Dee;di@pool.example;Senior designer;IE;;400;300;;;;"));
		String page = send(post(address + "/mapping")
			.param("column", "NAME", "EMAIL", "HEADLINE", "COUNTRY", "", "BILL_RATE", "PAY_RATE")
			.param("employment", "CONTRACTOR")
			.param("mode", "ON_SITE")
			.param("act", "check")).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("One row can be imported. One will be left out.",
				"New people whose row does not state it");
		assertThat(Jsoup.parse(page).select("#mapping option[selected]").eachAttr("value")).contains("CONTRACTOR",
				"ON_SITE");
		assertThat(imported(address, "").added()).isEqualTo(2);
		assertThat(person("ed@pool.example").seniority()).isEqualTo(org.muster.vocabulary.Seniority.MID);
		assertThat(person("di@pool.example").seniority()).isEqualTo(org.muster.vocabulary.Seniority.SENIOR);
	}

	private ResultActions act(String address, String act, String... form) throws Exception {
		var request = post(address + "/mapping")
			.param("column", "NAME", "EMAIL", "ROLES", "COUNTRY", "YEARS", "BILL_RATE", "PAY_RATE", "AVAILABLE_FROM")
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")
			.param("act", act);
		for (int at = 0; at + 4 < form.length; at += 5) {
			request.param("mendedLine", form[at])
				.param("mendedField", form[at + 1])
				.param("mendedTyped", form[at + 2])
				.param("mendedBefore", form[at + 3])
				.param("mended", form[at + 4]);
		}
		return send(request);
	}

	@Test
	void aCellThatCannotBeReadIsAskedForAndNobodyIsLeftOutUnasked() throws Exception {
		String address = address(("Name;E-mail;Role;Country;Years;Day rate;Cost;Available\n"
				+ "A A;a@pool.example;Software-Entwickler;IE;viele;400;300;ab sofort\n"
				+ "B B;b@pool.example;Software-Entwickler;IE;3-5;400;300;soon\n"
				+ "C C;c@pool.example;Java Developer;Atlantis;>10;on request;300;per direct\n")
			.replace("@", "-" + this.tag + "@"));
		String asked = act(address, "").andExpect(status().is(422)).andReturn().getResponse().getContentAsString();
		assertThat(asked)
			.contains("3 rows would be left out", "Correct Role in line 2", "Correct Years in line 2",
					"Correct Available in line 3", "Correct Day rate in line 4", "and one more",
					"Available: “ab sofort” is read as available from the day of the import",
					"Years: “3-5” is read as 3 years", "Role: “Java Developer” is read as Back-end developer")
			.doesNotContain("Correct Role in line 3");
		assertThat(this.consultants.findByEmailIn(List.of("a-" + this.tag + "@pool.example"))).isEmpty();
		String[] form = { "2", "ROLES", "Software-Entwickler", "Software-Entwickler", "BACK_END", "2", "YEARS", "viele",
				"viele", "", "3", "AVAILABLE_FROM", "soon", "soon", "2027-02-01", "4", "COUNTRY", "Atlantis",
				"Atlantis", "Nowhere", "4", "BILL_RATE", "on request", "on request", "1,250" };
		assertThat(
				act(address, "check", form).andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
			.contains("2 rows can be imported. One will be left out.", "Start, leaving out one row",
					"Undo all corrections", "value=\"Nowhere\"");
		assertThat(act(address, "undo").andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
			.contains("3 will be left out.");
		form[19] = "PT";
		act(address, "", form).andExpect(status().is3xxRedirection());
		String reference = address.substring(address.lastIndexOf('/') + 1);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.imports.require(reference).finishedAt() != null);
		assertThat(this.imports.require(reference).added()).isEqualTo(3);
		assertThat(person("b@pool.example").roles()).containsExactly(org.muster.vocabulary.JobRole.BACK_END);
		assertThat(person("a@pool.example").availableFrom()).isEqualTo(this.world.today());
		assertThat(person("c@pool.example").ratesOn(this.world.today()).bill()).isEqualByComparingTo("1250");
		assertThat(this.jdbc.sql("select count(*) from pool_import_mend").query(Long.class).single()).isZero();
	}

	@Test
	void aTableInUtf16WithoutAMarkAndOneWithSpoiltLettersGoIn() throws Exception {
		String table = table("Łucja Müller;lu@pool.example;Designer;IE;;400;300;;;;");
		assertThat(imported(table.getBytes(StandardCharsets.UTF_16LE)).added()).isEqualTo(1);
		assertThat(person("lu@pool.example").name()).isEqualTo("Łucja Müller");
		String spoilt = new String("PrÃ©nom;Nom;E-mail;Titre;Pays;TJM;Coût\n".getBytes(StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
		assertThat(imported(spoilt + "RenÃ©e;Dupré;re-" + this.tag + "@pool.example;Designer;FR;400;300\n").headings())
			.contains("Prénom");
	}

	@Test
	void employmentAndWorkModeThatATableDoesNotStateAreChosenAndNotInvented() throws Exception {
		String address = address(table("Ed Ix;emp@pool.example;Senior designer;IE;;400;300;;;;"));
		String page = send(get(address)).andReturn().getResponse().getContentAsString();
		assertThat(Jsoup.parse(page).select("#seniority, #employment, #mode").select("option[selected]")).isEmpty();
		String[] columns = { "NAME", "EMAIL", "HEADLINE", "COUNTRY", "", "BILL_RATE", "PAY_RATE" };
		String left = send(post(address + "/mapping").param("column", columns)).andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(left).text()).contains("One row would be left out", "Employment", "is missing");
		send(post(address + "/mapping").param("column", columns)
			.param("employment", "CONTRACTOR")
			.param("mode", "HYBRID")).andExpect(status().is3xxRedirection());
		String reference = address.substring(address.lastIndexOf('/') + 1);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.imports.require(reference).finishedAt() != null);
		Consultant person = person("emp@pool.example");
		assertThat(person.employment()).isEqualTo(Employment.CONTRACTOR);
		assertThat(person.workModes()).containsExactly(WorkMode.HYBRID);
	}

	private static final String[] USUAL = { "NAME", "EMAIL", "ROLES", "COUNTRY", "BILL_RATE", "PAY_RATE" };

	/** What a check says of a table with the usual columns. */
	private Document checked(String rows) throws Exception {
		String address = address("Name;E-mail;Role;Country;Rate;Cost\n" + rows.replace("@", "-" + this.tag + "@"));
		return Jsoup
			.parse(asked(address, "check").andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
	}

	private ResultActions asked(String address, String act) throws Exception {
		return send(post(address + "/mapping").param("column", USUAL)
			.param("seniority", "MID")
			.param("employment", "EMPLOYEE")
			.param("mode", "REMOTE")
			.param("act", act));
	}

	@Test
	void howAmountsThatCanBeReadTwoWaysWereReadIsSaidOnceForEachColumn() throws Exception {
		StringBuilder rows = new StringBuilder();
		for (int row = 0; row < 38; row++) {
			rows.append("A B;two")
				.append(row)
				.append("@pool.example;Designer;IE;1.25")
				.append(row % 10)
				.append(";300\n");
		}
		String said = checked(rows + "C D;one@pool.example;Designer;IE;500;1.100\n").text();
		assertThat(said).contains("Rate: “1.250” is read as 1,250.00 EUR, and 37 more rows are read the same way.",
				"Cost: “1.100” is read as 1,100.00 EUR.");
		assertThat(checked("A B;plain@pool.example;Designer;IE;1250;300,50\n").text()).doesNotContain("is read as",
				"What was wrong");
	}

	@Test
	void aRateThatIsPerhapsOfThousandsIsSaid() throws Exception {
		assertThat(checked("A B;few@pool.example;Designer;IE;1.25;0,95\n").text())
			.contains("Rate: “1.25” is read as 1.25 EUR.", "Cost: “0,95” is read as 0.95 EUR.");
	}

	@Test
	void whoIsPaidMoreThanAClientPaysIsSaidAndGoesIn() throws Exception {
		String said = checked("A B;loss@pool.example;Designer;IE;500;600\nC D;even@pool.example;Designer;IE;500;500\n")
			.text();
		assertThat(said)
			.contains("2 rows can be imported.", "Rates below cost",
					"Line 2: the pay rate of 600 EUR is above the day rate for clients of 500 EUR.")
			.doesNotContain("Line 3: the pay");
		assertThat(checked("A B;gain@pool.example;Designer;IE;600;500\n").text()).doesNotContain("Rates below cost");
		Consultant there = this.world.consultant();
		String address = address("E-mail;Cost\n" + there.email() + ";4321\n");
		String one = send(post(address + "/mapping").param("column", "EMAIL", "PAY_RATE").param("act", "check"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(one).text()).contains("Line 2: the pay rate of 4,321 EUR is above the day rate");
	}

	@Test
	void aLevelOfALanguageThatIsAWordIsSaid() throws Exception {
		String address = address("Name;E-mail;Role;Country;Rate;Cost;Languages\n"
				+ "A B;word1@pool.example;Designer;IE;500;300;English native, German B1\n"
				+ "C D;word2@pool.example;Designer;IE;500;300;English native, Portuguese fluent\n");
		String said = send(post(address + "/mapping")
			.param("column", "NAME", "EMAIL", "ROLES", "COUNTRY", "BILL_RATE", "PAY_RATE", "LANGUAGES")
			.param("act", "check")).andReturn().getResponse().getContentAsString();
		assertThat(Jsoup.parse(said).text())
			.contains("Languages: “English native” is read as English C2 Line 2 and one more",
					"Languages: “Portuguese fluent” is read as Portuguese C1 Line 3")
			.doesNotContain("German B1”");
	}

	@Test
	void aCheckSaysHowManyProblemsItDoesNotShowAndHandsOutAll() throws Exception {
		StringBuilder rows = new StringBuilder("Name;E-mail;Role;Country;Rate;Cost\n");
		for (int row = 0; row < 25; row++) {
			rows.append("A B;many")
				.append(row)
				.append('-')
				.append(this.tag)
				.append("@pool.example;Designer;IE;x")
				.append(row)
				.append(";y\n");
		}
		String address = address(rows.toString());
		Document page = Jsoup.parse(asked(address, "check").andReturn().getResponse().getContentAsString());
		assertThat(page.select("tbody tr:has([name=mended])")).hasSize(20);
		assertThat(page.text()).contains("25 will be left out", "30 more values are not listed here");
		assertThat(page.select("button[name=act][value=problems]")).hasSize(1);
		String all = asked(address, "problems").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(all.lines().toList()).hasSize(51)
			.contains(
					"\"26\",\"Rate\",\"x24\",\"is not a plausible day rate in the currency of the pool\",\"the row\"");
		assertThat(checked("A B;few@pool.example;Designer;IE;x;300\n").select("button[value=problems]")).isEmpty();
	}

	@Test
	void aValueThatIsRejectedDoesNotHideTheOthersOfItsRow() throws Exception {
		Document page = checked("A B;all@pool.example;Astronaut;Atlantis;x;\nC D;;Designer;IE;400;300\n");
		assertThat(page.select("tbody tr:has([name=mended])")
			.stream()
			.map((row) -> row.child(0).text() + " " + row.child(1).text() + " " + row.child(3).text().split(" ")[1])
			.toList()).containsExactly("2 Role no", "2 Country no", "2 Rate not", "2 Cost missing", "3 E-mail missing");
	}

	@Test
	void columnsThatATableLacksForNewPeopleAreSaidBeforeAnyCheck() throws Exception {
		String lacking = address("Name;E-mail;Role\nA B;lack-" + this.tag + "@pool.example;Designer\n");
		assertThat(Jsoup.parse(send(get(lacking)).andReturn().getResponse().getContentAsString()).text())
			.contains("No column contains: Country, Pay rate a day, Day rate for clients.");
		String full = address("First name;Last name;E-mail;Headline;Country;Day rate;Cost\nA;B;full-" + this.tag
				+ "@pool.example;Designer;IE;400;300\n");
		assertThat(Jsoup.parse(send(get(full)).andReturn().getResponse().getContentAsString()).text())
			.doesNotContain("No column contains");
	}

	@Test
	void anExampleSaysAllThatIsWrongWithItsCell() throws Exception {
		String address = address("Name;E-mail;Skills\nA B;cell-" + this.tag + "@pool.example;Java 4, Zorbium\n");
		assertThat(Jsoup.parse(send(get(address)).andReturn().getResponse().getContentAsString()).text())
			.contains("Write Java:4 for a level, Java::6 for years; is no skill that we know");
	}

}
