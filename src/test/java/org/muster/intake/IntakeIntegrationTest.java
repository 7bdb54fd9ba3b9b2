package org.muster.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.requests.Goal;
import org.muster.requests.GoalKind;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** From a text to a draft, as forms are sent. */
@IntegrationTest
class IntakeIntegrationTest {

	private static final String AD = """
			Senior Java Developer
			Our goal is to release every week instead of every quarter.
			We need two senior Java developers with 5 years of professional experience.
			Must have: Java, Spring Boot
			Nice to have: Kafka
			From 1 February 2199 to 31 July 2199, 4 days a week, remote, English C1, max. 520 EUR per day.
			""";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private Taxonomy taxonomy;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser member;

	@BeforeEach
	void sign() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
	}

	@Test
	void whatIsAcceptedBecomesTheDraft() throws Exception {
		Map<String, String> form = read(AD);
		String reference = accepted(form);
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = this.requests.require(reference, this.member);
			assertThat(request.goals().get(GoalKind.EFFICIENT_WORKFLOW)).extracting(Goal::measure)
				.asString()
				.contains("every week");
			Position position = request.positions().get(0);
			assertThat(position.headCount()).isEqualTo(2);
			assertThat(position.years()).isEqualTo(5);
			assertThat(position.skills()
				.stream()
				.map((skill) -> this.taxonomy.get(skill.skillId()).name() + (skill.isRequired() ? "!" : "")))
				.containsExactlyInAnyOrder("Java!", "Spring Boot!", "Kafka");
			assertThat(request.schedule().orElseThrow().expectedEnd()).hasToString("2199-07-31");
			assertThat(request.rateCap()).isEqualByComparingTo("520");
			assertThat(request.missing()).isEmpty();
		});
	}

	@Test
	void whatIsDroppedOrChangedDoesNotEnterUnseen() throws Exception {
		Map<String, String> form = read(AD);
		rowsOf(form, "RATE_CAP").forEach((row) -> form.remove(row + ".take"));
		rowsOf(form, "HEAD_COUNT").forEach((row) -> form.put(row + ".value", "3"));
		String reference = accepted(form);
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = this.requests.require(reference, this.member);
			assertThat(request.rateCap()).isNull();
			assertThat(request.positions().get(0).headCount()).isEqualTo(3);
		});
	}

	@Test
	void anAmountInAnotherCurrencyNamesItAndIsTakenOverOnlyConverted() throws Exception {
		String text = AD.replace("max. 520 EUR per day", "day rate 15 000 CZK");
		Document page = Jsoup.parse(page(text));
		assertThat(page.select("[data-field=rate-cap] [data-foreign]").text())
			.isEqualTo("In CZK; your organisation uses EUR. Enter the amount in EUR to use it.");
		Map<String, String> form = read(text);
		String row = rowsOf(form, "RATE_CAP").get(0);
		assertThat(form).doesNotContainKey(row + ".take").containsEntry(row + ".value", "15000 CZK");
		form.put(row + ".take", "true");
		this.mvc.perform(sent("/requests/intake/draft", form))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("Amounts here are in EUR")));
		form.put(row + ".value", "620");
		String reference = accepted(form);
		this.transaction
			.executeWithoutResult((status) -> assertThat(this.requests.require(reference, this.member).rateCap())
				.isEqualByComparingTo("620"));
	}

	@Test
	void whatIsKnownOfTheDatesIsKeptWhileTheEndIsOpen() throws Exception {
		String reference = accepted(read("Java developer needed from 1 February 2199, 4 days a week."));
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = this.requests.require(reference, this.member);
			assertThat(request.schedule()).isEmpty();
			assertThat(request.scheduleSoFar().earliestStart()).hasToString("2199-02-01");
			assertThat(request.scheduleSoFar().daysPerWeek()).hasToString("4");
			assertThat(request.missing()).containsExactly(StaffingRequest.Step.GOALS, StaffingRequest.Step.SCHEDULE);
		});
	}

	@Test
	void ofTwoStartsThatAreTickedNoneIsDroppedInSilence() throws Exception {
		Map<String, String> form = read(AD);
		String start = rowsOf(form, "START").get(0);
		String end = rowsOf(form, "END").get(0);
		form.put(end + ".field", "START");
		form.put(end + ".value", form.get(start + ".value"));
		this.mvc.perform(sent("/requests/intake/draft", form))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("Only one of these can apply")));
	}

	@Test
	void datesWithoutAWorkingDayComeBackWithASentence() throws Exception {
		Map<String, String> form = read(AD);
		// 2 February 2199 is a Saturday.
		String start = rowsOf(form, "START").get(0);
		String end = rowsOf(form, "END").get(0);
		form.put(start + ".value", "2199-02-02");
		form.put(end + ".value", "2199-02-03");
		this.mvc.perform(sent("/requests/intake/draft", form))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("No working day lies between")))
			.andExpect(content().string(org.hamcrest.Matchers.containsString("2199-02-03")));
	}

	@Test
	void theSameFormSentTwiceMakesOneDraft() throws Exception {
		Map<String, String> form = read(AD);
		assertThat(accepted(form)).isEqualTo(accepted(form));
	}

	@Test
	void whatIsChangedToNonsenseComesBackAsItWasTyped() throws Exception {
		Map<String, String> form = read(AD);
		String years = rowsOf(form, "YEARS").get(0);
		form.put(years + ".value", "<script>alert(1)</script>");
		String page = this.mvc.perform(sent("/requests/intake/draft", form))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("years from 0 to 50").doesNotContain("<script>alert(1)</script>");
		assertThat(Jsoup.parse(page).select("input[id=\"" + years + ".value\"]").val())
			.isEqualTo("<script>alert(1)</script>");
	}

	@Test
	void badTextsAreAnsweredWithASentence() throws Exception {
		Map<String, String> refused = new LinkedHashMap<>();
		refused.put("", "Please paste a text");
		refused.put("\u200b \u202e\n", "Please paste a text");
		refused.put("x".repeat(60_000), "longer than 50 KB");
		refused.put("lorem ipsum dolor", "Nothing in this text");
		for (Map.Entry<String, String> one : refused.entrySet()) {
			this.mvc.perform(
					post("/requests/intake").param("text", one.getKey()).with(csrf()).with(this.world.as(this.member)))
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().string(org.hamcrest.Matchers.containsString(one.getValue())));
		}
	}

	@Test
	void nothingInATextIsExecuted() throws Exception {
		String page = page("Java developer needed <img src=x onerror=alert(1)> \"><svg onload=alert(2)> \u202eEUR");
		assertThat(page).doesNotContain("<img src=x", "<svg onload");
	}

	@Test
	void aDocumentIsReadAsItsText() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (PDDocument pdf = new PDDocument()) {
			PDPage sheet = new PDPage();
			pdf.addPage(sheet);
			try (PDPageContentStream stream = new PDPageContentStream(pdf, sheet)) {
				stream.beginText();
				stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
				stream.newLineAtOffset(50, 700);
				stream.showText("We are looking for a senior Kotlin developer from 1 March 2199.");
				stream.endText();
			}
			pdf.save(out);
		}
		MvcResult result = this.mvc
			.perform(
					multipart("/requests/intake").file(new MockMultipartFile("file", "ad.pdf", null, out.toByteArray()))
						.param("text", "")
						.with(csrf())
						.with(this.world.as(this.member)))
			.andExpect(status().isOk())
			.andReturn();
		Document page = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(page.select("[data-field=skill]").attr("data-value")).isEqualTo("Kotlin");
		assertThat(page.select("[data-field=start]").attr("data-value")).isEqualTo("2199-03-01");
	}

	@Test
	void aDocumentThatIsNoneIsRefused() throws Exception {
		this.mvc
			.perform(multipart("/requests/intake")
				.file(new MockMultipartFile("file", "ad.pdf", null, "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8)))
				.param("text", "kept")
				.with(csrf())
				.with(this.world.as(this.member)))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("This document is damaged")))
			.andExpect(content().string(org.hamcrest.Matchers.containsString("kept")));
	}

	@Test
	void aLongTextRunsNoMoreStatementsThanAShortOne() throws Exception {
		StringBuilder text = new StringBuilder(AD);
		this.taxonomy.all().stream().limit(300).forEach((skill) -> text.append("- ").append(skill.name()).append('\n'));
		page(AD);
		assertThat(Statements.count(() -> page(text.toString()))).isEqualTo(Statements.count(() -> page(AD)))
			.isLessThan(4);
	}

	private String page(String text) throws Exception {
		return this.mvc
			.perform(post("/requests/intake").param("text", text).with(csrf()).with(this.world.as(this.member)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	/** The page's form as a browser would send it. */
	private Map<String, String> read(String text) throws Exception {
		Map<String, String> form = new LinkedHashMap<>();
		Jsoup.parse(page(text))
			.select("form[action=/requests/intake/draft]")
			.forms()
			.get(0)
			.formData()
			.forEach((field) -> form.put(field.key(), field.value()));
		return form;
	}

	private static java.util.List<String> rowsOf(Map<String, String> form, String field) {
		return form.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().endsWith(".field") && entry.getValue().equals(field))
			.map((entry) -> entry.getKey().replace(".field", ""))
			.toList();
	}

	private MockHttpServletRequestBuilder sent(String address, Map<String, String> form) {
		MockHttpServletRequestBuilder request = post(address).with(csrf()).with(this.world.as(this.member));
		form.forEach(request::param);
		return request;
	}

	private String accepted(Map<String, String> form) throws Exception {
		assertThat(UUID.fromString(form.get("creationKey"))).isNotNull();
		String to = this.mvc.perform(sent("/requests/intake/draft", form))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		return Objects.requireNonNull(to).split("/")[2];
	}

}
