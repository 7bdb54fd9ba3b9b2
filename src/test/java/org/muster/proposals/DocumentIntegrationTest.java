package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The document of a proposal, as an archive and a screen reader want it. */
@IntegrationTest
class DocumentIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

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
	@ValueSource(strings = { "PDFA_2_A", "PDFUA_1" })
	void isWhatItSaysItIs(PDFAFlavour flavour) throws Exception {
		byte[] document = document("/proposals/" + this.offer + ".pdf");
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
