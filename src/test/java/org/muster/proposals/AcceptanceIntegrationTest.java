package org.muster.proposals;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.accounts.SignIn;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What is sent stays what it is, and what is accepted is on record. */
@IntegrationTest
class AcceptanceIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private SignIn signIn;

	@Autowired
	private JdbcTemplate jdbc;

	private Organisation organisation;

	private CurrentUser approver;

	private CurrentUser manager;

	private CurrentUser administrator;

	private String offer;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.approver = this.world.person(Role.APPROVER, this.organisation);
		this.manager = this.world.manager();
		this.administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.offer = this.world.sent(this.approver, this.manager).reference();
	}

	private MockHttpServletRequestBuilder accepting() {
		return post("/proposals/" + this.offer + "/acceptance").param("revision", "1")
			.param("fullName", this.approver.name())
			.param("function", "Head of <b>delivery</b>")
			.header("User-Agent", "A browser");
	}

	private Document show() throws Exception {
		return this.pages.page(this.approver, "/proposals/" + this.offer);
	}

	@Test
	void whoMayNotAcceptSeesWhoCan() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.organisation);
		Document refused = this.pages.post(member, "/proposals/" + this.offer + "/acceptance", 403, "revision", "1",
				"fullName", member.name());
		assertThat(refused.select("h1").text()).isEqualTo("Only an approver can answer a proposal");
		assertThat(refused.select("main").text()).contains(this.approver.name());
	}

	@Test
	void theHashOfWhatWasSentStandsOnThePageAndOnEverySheetOfTheDocument() throws Exception {
		Document shown = show();
		String hash = shown.select("[data-hash]").text();
		assertThat(hash).matches("[0-9a-f]{64}");
		assertThat(shown.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		byte[] document = this.pages.send(this.approver, get("/proposals/" + this.offer + ".pdf"), 200)
			.getContentAsByteArray();
		try (PDDocument pdf = Loader.loadPDF(document)) {
			for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++) {
				PDFTextStripper text = new PDFTextStripper();
				text.setStartPage(sheet);
				text.setEndPage(sheet);
				assertThat(text.getText(pdf)).contains("SHA-256 " + hash);
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | %s accepted revision 1 on behalf of %s on | \\d{1,2} \\w{3,4} \\d{4}, \\d\\d:\\d\\d \\(Lisbon\\)
			de | %s hat Fassung 1 im Namen von %s angenommen, | \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d \\(Lisbon\\)
			fr | %s a accepté la version 1 au nom de %s, | \\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d \\(Lisbon\\)
			es | %s aceptó la versión 1 en nombre de %s, | \\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d \\(Lisbon\\)
			pt | %s aceitou a versão 1 em nome de %s, | \\d\\d/\\d\\d/\\d{4}, \\d\\d:\\d\\d \\(Lisbon\\)""")
	void theDocumentSaysWhoAcceptedForWhomAndByWhichClock(String language, String sentence, String when)
			throws Exception {
		this.pages.send(this.approver, accepting(), 302);
		byte[] document = this.pages
			.send(this.manager, get("/proposals/" + this.offer + ".pdf").param("language", language), 200)
			.getContentAsByteArray();
		try (PDDocument pdf = Loader.loadPDF(document)) {
			String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
			assertThat(text).containsPattern(
					Pattern.quote(sentence.formatted(this.approver.name(), this.organisation.name())) + " " + when);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "update proposal_revision set total = total - 1 where ",
			"update proposal_line set bill_rate = "
					+ "bill_rate - 0.01 where revision_id in (select id from (select * from proposal_revision) v where ",
			"update proposal_revision set note = 'We pay your holidays' where ",
			"update proposal_revision set valid_until = '2099-12-31' where ",
			"update proposal_line_month set half_days = half_days - 1 where line_id in (select l.id from proposal_line l "
					+ "join proposal_revision v on v.id = l.revision_id where v." })
	void whatSomebodyChangesInTheDatabaseIsSeenAndCannotBeAccepted(String change) throws Exception {
		Long proposal = this.jdbc.queryForObject("select id from proposal where reference = ?", Long.class, this.offer);
		int changed = this.jdbc.update(change + "proposal_id = " + proposal + (change.contains("(select") ? ")" : ""));
		assertThat(changed).isPositive();
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(this.pages.send(this.approver, accepting(), 409).getContentAsString())
			.contains("This is not what was sent");
		assertThat(this.jdbc.queryForObject("select status from proposal_revision where proposal_id = ?", String.class,
				proposal))
			.isEqualTo("SENT");
	}

	@Test
	void allThatHasHappenedToARequestTellsThatPeopleWereEngaged() throws Exception {
		this.pages.send(this.approver, accepting(), 302);
		String request = this.jdbc.queryForObject("select r.reference from staffing_request r "
				+ "join proposal p on p.request_id = r.id where p.reference = ?", String.class, this.offer);
		for (CurrentUser reader : new CurrentUser[] { this.approver, this.manager }) {
			await().untilAsserted(() -> assertThat(this.pages.page(reader, "/requests/" + request + "/timeline").text())
				.contains("Engagement entered"));
		}
	}

	@Test
	void aPersonWhoIsErasedDoesNotBreakTheSeal() throws Exception {
		String consultant = this.jdbc.queryForObject("select l.consultant_reference from proposal_line l "
				+ "join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id "
				+ "where p.reference = ?", String.class, this.offer);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/withdrawal").param("revision", "1"), 302);
		// Other tests may have offered the same person.
		this.jdbc.update(
				"delete from consultant_absence where consultant_id = (select id from consultant where reference = ?)",
				consultant);
		this.pages.send(this.administrator,
				post("/admin/consultants/" + consultant + "/erasure").param("confirmation", String.valueOf(consultant)),
				302);
		Document shown = show();
		assertThat(shown.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(shown.select("[data-intact]").text()).contains("personal data that was erased");
	}

	@Test
	void whatWasAcceptedIsOnRecordWithFunctionOrderAddressAndBrowser() throws Exception {
		this.pages.send(this.approver, get("/proposals/" + this.offer + "/receipt"), 404);
		this.pages.send(this.approver, accepting().param("purchaseOrder", "PO-1234"), 302);
		for (CurrentUser one : new CurrentUser[] { this.approver, this.manager }) {
			Document receipt = this.pages.page(one, "/proposals/" + this.offer + "/receipt");
			assertThat(receipt.text()).contains(this.approver.name(), "Head of <b>delivery</b>", "PO-1234", "127.0.0.1",
					"A browser");
			assertThat(receipt.select("[data-hash]").text()).matches("[0-9a-f]{64}");
		}
		assertThat(this.pages.page(this.approver, "/notifications").select("[data-kind=RECEIPT] .words").text())
			.matches("What you accepted, as SHA-256: [0-9a-f]{64}");
		CurrentUser stranger = this.world.person(Role.APPROVER, this.world.organisation());
		this.pages.send(stranger, get("/proposals/" + this.offer + "/receipt"), 404);
	}

	@Test
	void whereAnOrganisationWantsOrdersNothingIsAcceptedWithoutOne() throws Exception {
		String orders = "/admin/organisations/" + this.organisation.reference() + "/purchase-orders";
		this.pages.send(this.manager, post(orders).param("required", "true"), 302);
		Document again = Jsoup.parse(this.pages.send(this.approver, accepting(), 422).getContentAsString());
		assertThat(again.text()).contains("wants a purchase order");
		assertThat(again.select("#function").attr("value")).isEqualTo("Head of <b>delivery</b>");
		this.pages.send(this.approver, accepting().param("purchaseOrder", "PO-1"), 302);
	}

	@Test
	void whoSignedInLongAgoTypesThePasswordAgain() throws Exception {
		var early = SecurityMockMvcRequestPostProcessors
			.user(this.signIn.since(this.approver.email(), Instant.now().minus(Duration.ofMinutes(16))));
		assertThat(this.mvc.perform(get("/proposals/" + this.offer).with(early))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("Your password");
		for (String wrong : new String[] { "", "guessed" }) {
			MockHttpServletResponse answer = this.mvc
				.perform(accepting().param("password", wrong).with(csrf()).with(early))
				.andReturn()
				.getResponse();
			assertThat(answer.getStatus()).isEqualTo(422);
			assertThat(answer.getContentAsString()).contains("This is not your password").doesNotContain("guessed");
		}
		assertThat(this.mvc.perform(accepting().param("password", "secret").with(csrf()).with(early))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(302);
	}

	@Test
	void guessingThePasswordIsLimited() throws Exception {
		var early = SecurityMockMvcRequestPostProcessors
			.user(this.signIn.since(this.approver.email(), Instant.now().minus(Duration.ofMinutes(16))));
		String last = "";
		for (int attempt = 0; attempt < 12; attempt++) {
			last = this.mvc.perform(accepting().param("password", "guess" + attempt).with(csrf()).with(early))
				.andReturn()
				.getResponse()
				.getContentAsString();
		}
		assertThat(last).contains("Too many attempts");
	}

	@Test
	void anOfferComesWithTheTermsThatHeldWhenItWasSent() throws Exception {
		this.pages.send(this.administrator, post("/admin/terms").param("text", "  "), 422);
		this.pages.send(this.administrator, post("/admin/terms").param("text", "x".repeat(20_001)), 422);
		String first = "Paid within 30 days. " + this.offer;
		this.pages.send(this.administrator, post("/admin/terms").param("text", first), 302);
		this.pages.send(this.administrator, post("/admin/terms").param("text", first), 302);
		String sent = this.world.sent(this.approver, this.manager).reference();
		this.pages.send(this.administrator, post("/admin/terms").param("text", "Paid at once. " + this.offer), 302);
		String link = this.pages.page(this.approver, "/proposals/" + sent).select("a[href^=/terms/]").attr("href");
		assertThat(this.pages.page(this.approver, link).text()).contains(first);
		byte[] document = this.pages.send(this.approver, get("/proposals/" + sent + ".pdf"), 200)
			.getContentAsByteArray();
		try (PDDocument pdf = Loader.loadPDF(document)) {
			assertThat(new PDFTextStripper().getText(pdf)).contains("Paid within 30 days.")
				.doesNotContain("Paid at once");
		}
		assertThat(this.pages.page(this.administrator, "/admin/terms").select("ul a[href^=/terms/]").size())
			.isGreaterThanOrEqualTo(2);
		this.pages.send(this.approver, get("/terms/99999"), 404);
	}

}
