package org.muster.cvs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.cvs.ProfileDraft.Status;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;
import org.muster.uploads.Document;
import org.muster.uploads.Documents;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class DraftIntegrationTest {

	private static final String DRAFTS = "/admin/consultants/drafts";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private ProfileDrafts drafts;

	@Autowired
	private DraftFiles files;

	@Autowired
	private CvIntake intake;

	@Autowired
	private Consultants consultants;

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

	private ResultActions upload(String name, byte[]... files) throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart(DRAFTS);
		for (byte[] file : files) {
			request.file(new MockMultipartFile("file", name, "application/octet-stream", file));
		}
		return send(request);
	}

	private String cv() {
		return """
				Ada Lovelace
				Senior back-end developer
				ada-%s@example.com
				Lisbon, Portugal

				Experience
				Back-end developer, Engines
				2019 - 2024
				Java, Spring Boot and Quuxonite%s
				""".formatted(this.tag, this.tag);
	}

	/** The draft of a document, once it has been read. */
	private ProfileDraft read(String name, byte[] document) throws Exception {
		String address = Objects.requireNonNull(upload(name, document).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl());
		String reference = address.substring(address.lastIndexOf('/') + 1);
		await().atMost(Duration.ofSeconds(60)).until(() -> !this.drafts.require(reference).isOpen());
		return this.drafts.require(reference);
	}

	private static String address(ProfileDraft draft) {
		return DRAFTS + "/" + draft.reference();
	}

	private MockHttpServletRequestBuilder confirmation(ProfileDraft draft) {
		return post(address(draft) + "/confirmation").param("name", "Ada Lovelace")
			.param("headline", "Senior back-end developer")
			.param("email", "ada-" + this.tag + "@example.com")
			.param("roles", "BACK_END")
			.param("seniority", "SENIOR")
			.param("years", "5")
			.param("country", "PT")
			.param("timeZone", "Europe/Lisbon")
			.param("employment", "EMPLOYEE")
			.param("workModes", "REMOTE")
			.param("availableFrom", "2027-01-04")
			.param("skills[0].name", "Java")
			.param("skills[0].level", "4");
	}

	@Test
	void aPdfAWordDocumentAndATextAreReadIntoTheSameForm() throws Exception {
		for (Map.Entry<String, byte[]> document : Map
			.of("cv.pdf", Documents.pdf(cv()), "cv.docx", Documents.word(cv()), "cv.txt",
					cv().getBytes(StandardCharsets.UTF_8), "windows.txt",
					("\ufeff" + cv().replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE))
			.entrySet()) {
			ProfileDraft draft = read(document.getKey(), document.getValue());
			assertThat(draft.status()).as(document.getKey()).isEqualTo(Status.READY);
			assertThat(this.files.content(draft.id())).as("the file is not kept").isEmpty();
			send(get(address(draft))).andExpect(status().isOk())
				.andExpect(content().string(containsString("value=\"Ada Lovelace\"")))
				.andExpect(content().string(containsString("value=\"Senior back-end developer\"")))
				.andExpect(content().string(containsString("value=\"ada-" + this.tag + "@example.com\"")))
				.andExpect(content().string(containsString("value=\"Lisbon\"")))
				.andExpect(content().string(containsString("value=\"Spring Boot\"")))
				.andExpect(content().string(containsString("Java, Spring Boot and Quuxonite" + this.tag + "</q>")));
		}
	}

	@Test
	void whatIsConfirmedIsInThePoolAndNothingOfTheCvIsKept() throws Exception {
		ProfileDraft draft = read("Ada Lovelace.txt", cv().getBytes(StandardCharsets.UTF_8));
		send(confirmation(draft)).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Where it was read")));
		String profile = send(confirmation(draft).param("payRate", "300").param("billRate", "450"))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		Consultant added = this.consultants
			.findByReference(Objects.requireNonNull(profile).substring("/consultants/".length()))
			.orElseThrow();
		assertThat(added.name()).isEqualTo("Ada Lovelace");
		ProfileDraft after = this.drafts.require(draft.reference());
		assertThat(after.status()).isEqualTo(Status.CONFIRMED);
		assertThat(after.fileName()).isEmpty();
		assertThat(this.files.text(draft.id())).isEmpty();
		send(confirmation(draft).param("payRate", "300").param("billRate", "450"))
			.andExpect(redirectedUrl("/consultants/" + added.reference()));
		send(get(address(draft))).andExpect(content().string(containsString(added.reference())));
		String first = this.manager.name();
		send(confirmation(draft).param("payRate", "310").param("billRate", "450")).andExpect(status().isConflict());
		this.manager = this.world.manager();
		send(confirmation(draft).param("payRate", "300").param("billRate", "450")).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Consultant added by " + first)))
			.andExpect(content().string(containsString("<li class=\"words break\">Senior back-end developer</li>")));
		send(post(address(draft) + "/withdrawal")).andExpect(status().isConflict());
	}

	@Test
	void whatACvDoesNotStateIsNotInventedOnTheWayIntoThePool() throws Exception {
		ProfileDraft draft = read("ada.txt", (cv() + "\nLanguages\nFrench\n").getBytes(StandardCharsets.UTF_8));
		org.jsoup.nodes.Document page = Jsoup
			.parse(send(get(address(draft))).andReturn().getResponse().getContentAsString());
		assertThat(page.select("[name='skills[0].level'] option").eachText()).startsWith("Not stated");
		assertThat(page.select("[name^=skills][name$=level] option[selected]").eachAttr("value")).containsOnly("");
		assertThat(page.select("[name='languages[0].language'] option[selected]").eachText()).containsExactly("French");
		assertThat(page.select("[name='languages[0].level'] option[selected]").eachAttr("value")).doesNotContain("B2");
		MockHttpServletRequestBuilder typed = post(address(draft) + "/confirmation").param("name", "Ada Lovelace")
			.param("headline", "Senior back-end developer")
			.param("email", "ada-" + this.tag + "@example.com")
			.param("roles", "BACK_END")
			.param("seniority", "SENIOR")
			.param("years", "")
			.param("country", "PT")
			.param("timeZone", "Europe/Lisbon")
			.param("employment", "EMPLOYEE")
			.param("workModes", "REMOTE")
			.param("availableFrom", "2027-01-04")
			.param("payRate", "300")
			.param("billRate", "450")
			.param("skills[0].name", "Java")
			.param("skills[0].level", "")
			.param("languages[0].language", "fr");
		send(typed).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Choose a level, or remove the language.")));
		String profile = Objects
			.requireNonNull(send(typed.param("languages[0].level", "B1")).andReturn().getResponse().getRedirectedUrl());
		Consultant added = this.consultants.findByReference(profile.substring("/consultants/".length())).orElseThrow();
		assertThat(added.years()).isNull();
		assertThat(Jsoup.parse(send(get(profile)).andReturn().getResponse().getContentAsString()).text())
			.contains("Years of experience Not stated", "Level not stated");
	}

	@Test
	void projectsAndCertificationsAreTakenOverAsFarAsTheyAreTicked() throws Exception {
		ProfileDraft draft = read("cv.txt", (cv() + "\nCertifications\nCKA, 2023\n").getBytes(StandardCharsets.UTF_8));
		send(get(address(draft))).andExpect(content().string(containsString("name=\"projects[0].form.title\"")))
			.andExpect(content().string(containsString("value=\"Cloud Native Computing Foundation\"")));
		MockHttpServletRequestBuilder taking = confirmation(draft).param("payRate", "300")
			.param("billRate", "450")
			.param("projects[0].taken", "true")
			.param("projects[0].form.title", "Back-end developer")
			.param("projects[0].form.customer", "Engines")
			.param("projects[0].form.description", "Java and Spring Boot")
			.param("projects[0].form.skills", "Java")
			.param("projects[1].form.title", "")
			.param("certifications[0].taken", "true")
			.param("certifications[0].form.name", "CKA")
			.param("certifications[0].form.issuer", "CNCF");
		send(taking).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("data-error-summary")))
			.andExpect(content().string(containsString("<details open=\"open\">")));
		String wrong = send(confirmation(draft).param("projects[0].taken", "true"))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(wrong.split("data-error-summary", -1)).as("one summary for all").hasSize(2);
		String profile = Objects
			.requireNonNull(send(taking.param("projects[0].form.startsOn", "2019-01-01")).andReturn()
				.getResponse()
				.getRedirectedUrl());
		send(get(profile)).andExpect(content().string(containsString("Back-end developer")))
			.andExpect(content().string(containsString("Engines")))
			.andExpect(content().string(containsString("CNCF")));
	}

	@Test
	void aCvOfSomebodyInThePoolSaysSo() throws Exception {
		ProfileDraft first = read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		ProfileDraft second = read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		send(confirmation(first).param("payRate", "300").param("billRate", "450"))
			.andExpect(status().is3xxRedirection());
		send(get(address(second)))
			.andExpect(content().string(containsString("Ada Lovelace is in the pool with this e-mail already")));
		send(confirmation(second).param("payRate", "300").param("billRate", "450"))
			.andExpect(status().isUnprocessableContent());
	}

	@Test
	void aCvThatWaitsBelongsToThePersonsDataAndGoesWhenThePersonIsErased() throws Exception {
		ProfileDraft first = read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		ProfileDraft second = read("again.txt", cv().replace("ada-", "ADA-").getBytes(StandardCharsets.UTF_8));
		ProfileDraft other = read("other.txt", cv().replace("ada-", "bob-").getBytes(StandardCharsets.UTF_8));
		String profile = Objects
			.requireNonNull(send(confirmation(first).param("payRate", "300").param("billRate", "450")).andReturn()
				.getResponse()
				.getRedirectedUrl());
		this.manager = this.world.person(Role.ADMINISTRATOR, null);
		send(get("/admin" + profile + "/personal-data.json"))
			.andExpect(content().string(containsString("Quuxonite" + this.tag)))
			.andExpect(content().string(containsString("again.txt")));
		String reference = profile.substring("/consultants/".length());
		send(post("/admin" + profile + "/erasure").param("confirmation", reference))
			.andExpect(status().is3xxRedirection());
		assertThat(this.files.text(second.id())).isEmpty();
		assertThat(this.drafts.require(second.reference()).fileName()).isEmpty();
		assertThat(this.files.text(other.id())).isPresent();
	}

	@Test
	void aDiscardedDraftLeavesNothingBehind() throws Exception {
		ProfileDraft draft = read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		send(post(address(draft) + "/withdrawal")).andExpect(redirectedUrl(DRAFTS));
		assertThat(this.files.text(draft.id())).isEmpty();
		assertThat(this.drafts.require(draft.reference()).status()).isEqualTo(Status.DISCARDED);
		send(confirmation(draft).param("payRate", "300").param("billRate", "450")).andExpect(status().isConflict())
			.andExpect(content().string(containsString("CV discarded by " + this.manager.name())));
		send(get(address(draft))).andExpect(content().string(containsString("Discarded")));
	}

	@Test
	void aDraftThatNobodyDecidesOnIsLetGoAfterNinetyDays() throws Exception {
		ProfileDraft old = read("old.txt", cv().getBytes(StandardCharsets.UTF_8));
		ProfileDraft newer = read("newer.txt", cv().getBytes(StandardCharsets.UTF_8));
		age(old, 91);
		age(newer, 89);
		this.intake.letGo();
		assertThat(this.drafts.require(old.reference()).status()).isEqualTo(Status.DISCARDED);
		assertThat(this.files.text(old.id())).isEmpty();
		assertThat(this.files.text(newer.id())).isPresent();
	}

	private void age(ProfileDraft draft, int days) {
		this.jdbc.sql("update profile_draft set created_at = :then where id = :id")
			.param("then", UtcColumns.write(draft.createdAt().minus(Duration.ofDays(days))))
			.param("id", draft.id())
			.update();
	}

	@Test
	void aZipOfManyBringsEachIntoADraftAndSaysWhatIsWrongWithTheOthers() throws Exception {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int one = 0; one < 3; one++) {
			entries.put("people/" + this.tag + "-" + one + ".json",
					"""
							{"basics": {"name": "Ada Lovelace", "email": "a%d-%s@example.com"}, "work": []}"""
						.formatted(one, this.tag)
						.getBytes(StandardCharsets.UTF_8));
		}
		entries.put(this.tag + "-other.json", "{\"name\": \"no resume\"}".getBytes(StandardCharsets.UTF_8));
		entries.put(this.tag + "-picture.png", new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3 });
		entries.put(this.tag + "-huge.txt", "x".repeat(Document.LARGEST + 1).getBytes(StandardCharsets.UTF_8));
		entries.put(this.tag + "-nested.zip", Documents.zip(Map.of("cv.txt", new byte[] { 'a' })));
		entries.put(this.tag + "-broken.docx", new byte[] { 'P', 'K', 3, 4, 0, 0 });
		entries.put(this.tag + "-cut.docx", Documents.damaged(Documents.word(cv())));
		upload("people.zip", Documents.zip(entries)).andExpect(redirectedUrl(DRAFTS));
		await().atMost(Duration.ofSeconds(60)).until(() -> states("READING") == 0);
		assertThat(states("READY")).isEqualTo(3);
		assertThat(states("FAILED")).isEqualTo(6);
		send(get(DRAFTS)).andExpect(content().string(containsString("it has no “basics”")))
			.andExpect(content().string(containsString("larger than the 5 MB")));
	}

	private int states(String state) {
		return this.jdbc.sql("select count(*) from profile_draft where status = :state and file_name like :tag")
			.param("state", state)
			.param("tag", this.tag + "%")
			.query(Integer.class)
			.single();
	}

	@Test
	void severalFilesAreUploadedAtOnce() throws Exception {
		upload(this.tag + ".txt", cv().getBytes(StandardCharsets.UTF_8), cv().getBytes(StandardCharsets.UTF_8))
			.andExpect(redirectedUrl(DRAFTS));
		await().atMost(Duration.ofSeconds(60)).until(() -> states("READY") == 2);
	}

	@Test
	void hostileFilesAreRefusedWithASentence() throws Exception {
		byte[] pdf = Documents.pdf(cv());
		Map<byte[], String> refused = new LinkedHashMap<>();
		refused.put(Documents.both(pdf, Documents.zip(Map.of("evil.html", new byte[] { 'a' }))),
				"a PDF and something else at once");
		refused.put(Documents.bomb("word/document.xml", 400), "unpacks to far more");
		refused.put(Documents.zip(Map.of("[Content_Types].xml", new byte[] { '<' }, "word/document.xml",
				"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8))),
				"declarations that no");
		refused.put(
				Documents.zip(Map.of("[Content_Types].xml", new byte[] { '<' }, "xl/workbook.xml", new byte[] { '<' })),
				"This is an Excel, PowerPoint or OpenDocument file.");
		refused.put(new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0 }, "of an older format");
		refused.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0 }, "neither PDF, Word");
		refused.put(new byte[] { 'P', 'K', 3, 4, 0, 0 }, "damaged");
		refused.put(Documents.damaged(Documents.word(cv())), "damaged");
		refused.put(new byte[0], "empty");
		refused.put("x".repeat(Document.LARGEST + 1).getBytes(StandardCharsets.UTF_8), "larger than the 5 MB");
		for (Map.Entry<byte[], String> one : refused.entrySet()) {
			upload("cv", one.getKey()).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString(one.getValue())));
		}
	}

	@Test
	void zipsThatTogetherUnpackToMoreThanMemoryHasRoomForAreRefused() throws Exception {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int one = 0; one < 10; one++) {
			entries.put(this.tag + one + ".txt", "x".repeat(Document.LARGEST).getBytes(StandardCharsets.UTF_8));
		}
		byte[] zip = Documents.zip(entries);
		upload(this.tag + ".zip", zip, zip).andExpect(redirectedUrl(DRAFTS));
		assertThat(states("FAILED")).as("the second").isPositive();
		send(get(DRAFTS)).andExpect(content().string(containsString("larger than 64 MB together")));
	}

	@Test
	void whatFailsWhileItIsReadSaysWhyAndKeepsNothing() throws Exception {
		Map<byte[], String> failing = new LinkedHashMap<>();
		failing.put("%PDF-1.7\nnothing of a document".getBytes(StandardCharsets.UTF_8), "imports.cv.damaged");
		failing.put(Documents.locked(Documents.pdf("Jane")), "imports.cv.locked");
		failing.put(Documents.pdf(""), "imports.cv.scanned");
		failing.put(("{\"basics\": " + "[".repeat(50_000)).getBytes(StandardCharsets.UTF_8), "imports.cv.json");
		failing.put("word ".repeat(30_000).getBytes(StandardCharsets.UTF_8), "imports.cv.long");
		failing.put(Documents.word("word ".repeat(30_000)), "imports.cv.long");
		for (Map.Entry<byte[], String> one : failing.entrySet()) {
			ProfileDraft draft = read("cv", one.getKey());
			assertThat(draft.status()).as(one.getValue()).isEqualTo(Status.FAILED);
			assertThat(draft.problem()).isEqualTo(one.getValue());
			assertThat(this.files.content(draft.id())).isEmpty();
			send(get(address(draft))).andExpect(status().isOk());
		}
	}

	@Test
	void aWordThatNoSkillAnswersToIsCountedWithoutASentenceOfThePerson() throws Exception {
		read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		String example = this.jdbc.sql("select example from unanswered_word where word = :word")
			.param("word", "quuxonite" + this.tag)
			.query(String.class)
			.single();
		assertThat(example).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from unanswered_word where word = 'lovelace'")
			.query(Integer.class)
			.single()).as("a name is no skill").isZero();
	}

	@Test
	void theListRunsAsManyStatementsForManyAsForFew() throws Exception {
		uploadPictures(30);
		long few = statements();
		uploadPictures(60);
		assertThat(statements()).isEqualTo(few);
	}

	private void uploadPictures(int count) throws Exception {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int one = 0; one < count; one++) {
			entries.put(this.tag + "-" + one + ".png", new byte[] { (byte) 0x89, 'P', 'N', 'G', 0 });
		}
		upload("pictures.zip", Documents.zip(entries)).andExpect(redirectedUrl(DRAFTS));
	}

	private long statements() throws Exception {
		var as = this.world.as(this.manager);
		return Statements.count(() -> this.mvc.perform(get(DRAFTS).with(as)).andExpect(status().isOk()));
	}

	@Test
	void whoWaitsForADraftIsSentToItsForm() throws Exception {
		ProfileDraft draft = read("cv.txt", cv().getBytes(StandardCharsets.UTF_8));
		send(get(address(draft)).header("HX-Request", "true").header("HX-Target", "results")).andExpect(status().isOk())
			.andExpect(header().string("HX-Refresh", "true"));
		Matcher shown = Pattern.compile("<html")
			.matcher(send(get(address(draft)).header("HX-Request", "true").header("HX-Target", "results")).andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(shown.find()).isFalse();
	}

}
