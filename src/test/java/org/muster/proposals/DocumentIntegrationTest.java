package org.muster.proposals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** The document of a proposal, as an archive and a screen reader want it. */
@IntegrationTest
class DocumentIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private ProposalEvidence evidence;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	private CurrentUser approver;

	private String offer;

	@BeforeAll
	static void prepare() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.offer = this.world.sent(this.approver, this.world.manager()).reference();
	}

	private byte[] document(String path) throws Exception {
		MockHttpServletResponse answer = this.mvc.perform(get(path).with(this.world.as(this.approver)))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(200);
		return answer.getContentAsByteArray();
	}

	@ParameterizedTest
	@CsvSource({ "PDFA_2_A,en", "PDFUA_1,en", "PDFA_2_A,de", "PDFUA_1,es" })
	void isWhatItSaysItIs(PDFAFlavour flavour, String language) throws Exception {
		byte[] document = document("/proposals/" + this.offer + ".pdf?language=" + language);
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			ValidationResult result = validator.validate(parser);
			List<String> wrong = result.getTestAssertions()
				.stream()
				.filter((assertion) -> assertion.getStatus() == TestAssertion.Status.FAILED)
				.map((assertion) -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
				.distinct()
				.toList();
			assertThat(wrong).isEmpty();
			assertThat(result.isCompliant()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			pt | Proposta | Pessoas e custos | Preço por dia | autoliquidação | Calendário | anos de experiência
			de | Angebot | Personen und Kosten | Tagessatz | Umsatzsteuer | Kalender | Jahre Erfahrung
			fr | Offre | Personnes et coûts | Tarif journalier | TVA | Calendrier | ans d'expérience
			es | Oferta | Personas y costes | Tarifa por día | IVA | Calendario | años de experiencia""")
	void speaksTheLanguageThatWasAskedFor(String language, String title, String people, String rate, String vat,
			String calendar, String years) throws Exception {
		this.jdbc.update("update proposal_revision set vat_treatment = 'REVERSE_CHARGE' where proposal_id = "
				+ "(select id from proposal where reference = ?)", this.offer);
		sealAgain();
		try (PDDocument pdf = Loader.loadPDF(document("/proposals/" + this.offer + ".pdf?language=" + language))) {
			// Lines break where they have to.
			String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
			assertThat(text).contains(title + " " + this.offer, people, rate, vat, calendar, years);
			assertThat(text).doesNotContain("People and cost", "Day rate", "Subtotal\n", "Allocated", "public holiday",
					"Counted from", "years of experience", "At the least");
			assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
		}
	}

	private void say(String title, String note) {
		this.jdbc.update("update staffing_request set title = ? where id = (select request_id from proposal where "
				+ "reference = ?)", title, this.offer);
		this.jdbc.update("update proposal_revision set title = ?, note = ? where proposal_id = "
				+ "(select id from proposal where reference = ?)", title, note, this.offer);
		sealAgain();
	}

	/** What a test has written is what was sent: nothing else becomes a document. */
	private void sealAgain() {
		this.jdbc.update(
				"update proposal_revision set content_hash = null, seal = null, sealed_later = false where proposal_id = "
						+ "(select id from proposal where reference = ?)",
				this.offer);
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(new Audited(Actor.MUSTER, null, AuditAct.PROPOSAL_SENT, this.offer, null));
			this.evidence.sealOld(1000);
		});
	}

	private String text() throws Exception {
		try (PDDocument pdf = Loader.loadPDF(document("/proposals/" + this.offer + ".pdf"))) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(false);
			return stripper.getText(pdf);
		}
	}

	/** Where each character of the document ends, from the left edge, in points. */
	private float rightmost() throws Exception {
		float[] rightmost = { 0 };
		try (PDDocument pdf = Loader.loadPDF(document("/proposals/" + this.offer + ".pdf"))) {
			new PDFTextStripper() {
				@Override
				protected void writeString(String text, List<TextPosition> positions) {
					positions.forEach((one) -> rightmost[0] = Math.max(rightmost[0], one.getEndX()));
				}
			}.getText(pdf);
		}
		return rightmost[0];
	}

	@Test
	void arabicAndHebrewAreWrittenFromTheRightAndJoined() throws Exception {
		say("منصة البيانات שלום (2027) data", "مرحبا بالعالم\nולום");
		String drawn = drawn();
		// The first letter stands rightmost, and has the form that it has beside the
		// next.
		assertThat(drawn).contains("\ufe94\ufebc\ufee8\ufee3")
			.contains("םולש")

			.doesNotContain("#", "▯");
		assertThat(this.pages.page(this.approver, "/proposals/" + this.offer).select("[data-unprintable]")).isEmpty();
	}

	/** The characters in the order in which they stand on the page, left to right. */
	private String drawn() throws Exception {
		StringBuilder drawn = new StringBuilder();
		try (PDDocument pdf = Loader.loadPDF(document("/proposals/" + this.offer + ".pdf"))) {
			new PDFTextStripper() {
				@Override
				protected void processTextPosition(TextPosition position) {
					drawn.append(position.getUnicode());
				}
			}.getText(pdf);
		}
		return drawn.toString();
	}

	@Test
	void whatNoFontHasIsMarkedAndSaidBesideTheDownload() throws Exception {
		say("数据平台 · डेटा मंच · 🚀 · Łódź", "👩🏽‍💻 한국어");
		assertThat(text()).contains("▯▯▯▯ · ", "Łódź").doesNotContain("#");
		assertThat(this.pages.page(this.approver, "/proposals/" + this.offer).select("[data-unprintable]").text())
			.contains("数据平台", "🚀");
		say("Łódź – Ελλάδα – Київ – Tiếng Việt", "İstanbul ₺ € ✓");
		assertThat(this.pages.page(this.approver, "/proposals/" + this.offer).select("[data-unprintable]")).isEmpty();
	}

	@Test
	void longWordsAndAddressesEndAtTheMargin() throws Exception {
		String address = "https://files.example/" + "shared-documents-of-the-programme/".repeat(12) + "brief.pdf";
		say("Donau" + "dampfschifffahrts".repeat(6), address + " " + "W".repeat(300));
		this.jdbc.update("update proposal_revision set buyer = ? where proposal_id = "
				+ "(select id from proposal where reference = ?)", "Name\n" + "X".repeat(200), this.offer);
		this.jdbc.update("update proposal_line set consultant_name = ?, consultant_headline = ? where revision_id = "
				+ "(select id from proposal_revision where proposal_id = (select id from proposal where reference = ?))",
				"N".repeat(120), "H".repeat(200), this.offer);
		sealAgain();
		String text = text().replaceAll("\\s", "");
		assertThat(text).contains(address, "W".repeat(300), "X".repeat(200), "N".repeat(120), "H".repeat(200));
		// A4 is 595 points wide, its margin is 51.
		assertThat(rightmost()).isLessThan(546);
	}

	@ParameterizedTest
	@CsvSource({ "PDFA_2_A", "PDFUA_1" })
	void isWhatItSaysItIsWithForeignText(PDFAFlavour flavour) throws Exception {
		say("منصة البيانات · שלום · 数据 · 🚀", "مرحبا (2027) بالعالم\n" + "x".repeat(400));
		isWhatItSaysItIs(flavour, "en");
	}

	@Test
	void isToBeHadInNoOtherLanguage() throws Exception {
		this.pages.send(this.approver, get("/proposals/" + this.offer + ".pdf?language=xx"), 404);
	}

	@Test
	void hasTheLogoAndTheColourItWasSentWith() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		BufferedImage picture = new BufferedImage(1200, 300, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(picture, "png", png);
		MockMultipartFile logo = new MockMultipartFile("file", "logo.png", "image/png", png.toByteArray());
		this.pages.send(administrator, multipart("/admin/letterhead").file(logo).param("colour", "#24508F"), 302);
		String sent = this.world.sent(this.approver, this.world.manager()).reference();
		byte[] before = document("/proposals/" + sent + ".pdf");
		try (PDDocument pdf = Loader.loadPDF(before)) {
			assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
		}
		assertThat(this.pages.page(administrator, "/admin/letterhead").select("img.letterhead-logo")).hasSize(1);
		for (String[] wrong : new String[][] { { "blue", "colour as" }, { "#ffee00", "too light" } }) {
			assertThat(this.pages.post(administrator, "/admin/letterhead", 422, "colour", wrong[0]).text())
				.contains(wrong[1]);
		}
		MockMultipartFile text = new MockMultipartFile("file", "logo.png", "image/png", "<svg/>".getBytes(UTF_8));
		MockMultipartFile large = new MockMultipartFile("file", "logo.png", "image/png", new byte[2 * 1024 * 1024 + 1]);
		for (Map.Entry<MockMultipartFile, String> wrong : Map
			.of(text, "This is not a PNG, JPEG or WebP picture.", large, "This file is larger than 2 MB.")
			.entrySet()) {
			assertThat(this.pages
				.send(administrator, multipart("/admin/letterhead").file(wrong.getKey()).param("colour", "#24508f"),
						422)
				.getContentAsString()).contains(wrong.getValue());
		}
		this.pages.post(administrator, "/admin/letterhead", 302, "colour", "#7a1f5c", "without", "true");
		assertThat(this.pages.page(administrator, "/admin/letterhead").text()).contains("#7a1f5c", "no logo");
		assertThat(document("/proposals/" + sent + ".pdf")).isEqualTo(before);
	}

	@Test
	void theSameRevisionGivesTheSameBytes() throws Exception {
		byte[] first = document("/proposals/" + this.offer + ".pdf");
		Thread.sleep(1100);
		assertThat(document("/proposals/" + this.offer + ".pdf")).isEqualTo(first);
	}

	@Test
	void hasItsFontsInsideAndNumbersItsPages() throws Exception {
		try (PDDocument pdf = Loader.loadPDF(document("/proposals/" + this.offer + ".pdf"))) {
			for (PDPage page : pdf.getPages()) {
				for (var name : page.getResources().getFontNames()) {
					assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
				}
			}
			assertThat(new PDFTextStripper().getText(pdf)).contains("1 / " + pdf.getNumberOfPages());
			assertThat(pdf.getDocumentInformation().getTitle()).contains(this.offer);
			assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
		}
	}

}
