package org.muster.discussion;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.uploads.Documents;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What is said beside a request, who hears of it, and what is attached. */
@IntegrationTest
class DiscussionIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Discussion discussion;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Pages pages;

	private CurrentUser member;

	private CurrentUser colleague;

	private CurrentUser manager;

	private StaffingRequest request;

	@BeforeEach
	void build() {
		Organisation organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, organisation);
		this.colleague = this.world.person(Role.MEMBER, organisation);
		this.manager = this.world.manager();
		this.request = this.world.submitted(this.member);
	}

	private String at(String rest) {
		return "/requests/" + this.request.reference() + rest;
	}

	private void say(CurrentUser by, String text, boolean toManager) throws Exception {
		this.mvc
			.perform(post(at("/comments")).param("text", text)
				.param("manager", String.valueOf(toManager))
				.with(csrf())
				.with(this.world.as(by)))
			.andExpect(status().is3xxRedirection());
	}

	private String page(CurrentUser by) throws Exception {
		return this.mvc.perform(get(at("")).with(this.world.as(by)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private int unread(CurrentUser user, String kind) throws Exception {
		String list = this.mvc.perform(get("/notifications").with(this.world.as(user)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return Jsoup.parse(list)
			.select("[data-kind=" + kind + "].is-unread:contains(" + this.request.reference() + ")")
			.size();
	}

	@Test
	void whatColleaguesSayAmongThemselvesStaysWithThem() throws Exception {
		say(this.colleague, "Is 500 a day not too little?", false);
		assertThat(page(this.member)).contains("Is 500 a day not too little?");
		assertThat(page(this.manager)).doesNotContain("too little");
		assertThat(unread(this.member, "COMMENT")).isEqualTo(1);
		assertThat(unread(this.manager, "QUESTION")).isZero();
	}

	@Test
	void theSameCommentTwiceIsASecondClickUnlessTheFirstStandsOnThePage() throws Exception {
		String form = "form[action='" + at("/comments") + "']";
		Document opened = this.pages.page(this.colleague, at(""));
		Map<String, String> question = Map.of("text", "Any news?", "manager", "true", "part", "REQUEST");
		this.pages.send(this.colleague, opened, form, question, 302);
		this.pages.send(this.colleague, opened, form, question, 302);
		assertThat(unread(this.manager, "QUESTION")).isEqualTo(1);
		this.pages.save(this.colleague, at(""), form, question, 302);
		assertThat(unread(this.manager, "QUESTION")).isEqualTo(2);
	}

	@Test
	void aQuestionReachesTheAccountManagerAndTheAnswerThoseWhoTakePart() throws Exception {
		say(this.colleague, "Can somebody start sooner?", true);
		assertThat(page(this.manager)).contains("Can somebody start sooner?");
		assertThat(unread(this.manager, "QUESTION")).isEqualTo(1);
		say(this.manager, "Two people can.", false);
		assertThat(page(this.member)).contains("Two people can.");
		assertThat(unread(this.member, "ANSWER")).isEqualTo(1);
		assertThat(unread(this.colleague, "ANSWER")).isEqualTo(1);
		assertThat(unread(this.manager, "ANSWER")).isZero();
	}

	@Test
	void whoeverIsMentionedIsToldSoAndNotTwice() throws Exception {
		say(this.colleague, "What do you think, @" + this.member.name() + "?", false);
		assertThat(unread(this.member, "MENTION")).isEqualTo(1);
		assertThat(unread(this.member, "COMMENT")).isZero();
	}

	@Test
	void whoHasWrittenSomethingCanTakeItBackAndNobodyElseCan() throws Exception {
		say(this.member, "That was meant for another request", true);
		String removal = Jsoup.parse(page(this.member)).select("#discussion article form").attr("action");
		assertThat(removal).contains("/comments/");
		assertThat(Jsoup.parse(page(this.colleague)).select("#discussion article form")).isEmpty();
		for (CurrentUser other : new CurrentUser[] { this.colleague, this.manager }) {
			this.mvc.perform(post(removal).with(csrf()).with(this.world.as(other)));
			assertThat(page(this.manager)).contains("meant for another request");
		}
		this.mvc.perform(post(removal).with(csrf()).with(this.world.as(this.member)))
			.andExpect(status().is3xxRedirection());
		assertThat(page(this.manager)).doesNotContain("meant for another request");
	}

	@Test
	void whatIsWrittenIsShownAndNotRun() throws Exception {
		say(this.member, "<script>alert(1)</script> \u202e<b>x</b>", false);
		assertThat(page(this.member)).doesNotContain("<script>alert(1)", "\u202e").contains("&lt;script&gt;");
	}

	@Test
	void anEmptyCommentIsAnsweredWithASentence() throws Exception {
		for (String text : new String[] { "", "  \n", "x".repeat(4001), "\0", "\u202e\u202c", "\u200b" }) {
			this.mvc.perform(post(at("/comments")).param("text", text).with(csrf()).with(this.world.as(this.member)))
				.andExpect(status().isUnprocessableContent());
		}
	}

	@Test
	void aFileIsKeptUnderANameThatNobodyGuessesAndOnlyHandedOut() throws Exception {
		byte[] content = pdf();
		attach("../../etc/päß\u202ewd.pdf", content, 302);
		String link = Jsoup.parse(page(this.colleague)).select("#attachments a[download]").attr("href");
		assertThat(link).matches(at("/attachments/[\\w-]{43}"));
		MockHttpServletResponse answer = this.mvc.perform(get(link).with(this.world.as(this.manager)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Type", "application/octet-stream"))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andReturn()
			.getResponse();
		assertThat(answer.getContentAsByteArray()).isEqualTo(content);
		assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment")
			.doesNotContain("/")
			.doesNotContain("\u202e");
		CurrentUser stranger = this.world.person(Role.APPROVER, this.world.organisation());
		this.mvc.perform(get(link).with(this.world.as(stranger))).andExpect(status().isNotFound());
		Path stored = Path.of("target/attachments", link.substring(link.lastIndexOf('/') + 1));
		assertThat(stored).exists();
		this.mvc.perform(post(link + "/removal").with(csrf()).with(this.world.as(this.member)))
			.andExpect(status().is3xxRedirection());
		assertThat(stored).doesNotExist();
		this.mvc.perform(get(link).with(this.world.as(this.member))).andExpect(status().isNotFound());
	}

	@Test
	void aFileOfAnotherKindIsRefusedWhateverItIsCalled() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		packed.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			zip.putNextEntry(new ZipEntry("evil.html"));
		}
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("a.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
		files.put("b.png", "GIF".getBytes(StandardCharsets.UTF_8));
		files.put("c.docx", "PK\u0003\u0004broken".getBytes(StandardCharsets.UTF_8));
		files.put("d.pdf", packed.toByteArray());
		files.put("e.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
		files.put("f.webp", "RIFF\u0010\u0000\u0000\u0000WEBPVP8 ".getBytes(StandardCharsets.UTF_8));
		files.put("h.pdf", "%PDF-1.7 that nobody can read".getBytes(StandardCharsets.UTF_8));
		files.put("f.pdf", new byte[0]);
		files.put("g.pdf", new byte[21 * 1024 * 1024]);
		long before = count();
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			attach(file.getKey(), file.getValue(), 422);
		}
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void aFileThatIsRefusedForWhatItDoesSaysWhatThatIs() throws Exception {
		byte[] script = new String(pdf(), StandardCharsets.ISO_8859_1).concat("\n% /JavaScript")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(attach("a.pdf", script, 422)).contains("This file contains scripts.")
			.doesNotContain("macros", "encrypted");
		assertThat(attach("h.pdf", "%PDF-1.7 that nobody can read".getBytes(StandardCharsets.UTF_8), 422))
			.contains("This file ends too early: part of it is missing.")
			.doesNotContain("scripts");
		try (InputStream picture = DiscussionIntegrationTest.class.getResourceAsStream("/pictures/lossy.webp")) {
			attach("team.webp", Objects.requireNonNull(picture).readAllBytes(), 302);
		}
		assertThat(page(this.colleague)).contains("team.webp");
	}

	private static byte[] pdf() throws Exception {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static long count() throws Exception {
		Path folder = Path.of("target/attachments");
		if (!Files.exists(folder)) {
			return 0;
		}
		try (var files = Files.list(folder)) {
			return files.count();
		}
	}

	private String attach(String name, byte[] content, int expected) throws Exception {
		return this.mvc
			.perform(multipart(at("/attachments")).file(new MockMultipartFile("file", name, "application/pdf", content))
				.with(csrf())
				.with(this.world.as(this.member)))
			.andExpect(status().is(expected))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	@Test
	void twoWhoHaveADraftOpenSeeEachOther() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		String presence = "/requests/" + draft.reference() + "/presence";
		this.mvc.perform(get(presence + "?at=budget").with(this.world.as(this.colleague))).andExpect(status().isOk());
		String seen = this.mvc.perform(get(presence + "?at=goals").with(this.world.as(this.member)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(seen).select("[data-here]").eachAttr("data-here"))
			.containsExactly(this.colleague.name());
		assertThat(seen).contains("(Budget)");
	}

	@Test
	void moreCommentsAndFilesRunNoMoreStatements() throws Exception {
		say(this.member, "One", false);
		page(this.member);
		long before = Statements.count(() -> page(this.member));
		for (int count = 0; count < 20; count++) {
			say(this.member, "More", false);
			attach("a.gif", Documents.picture("gif"), 302);
		}
		assertThat(Statements.count(() -> page(this.member))).isEqualTo(before);
	}

	@Test
	void ofALongDiscussionTheLatestStandOnThePageAndTheOthersAreOneClickAway() throws Exception {
		for (int number = 1; number <= 32; number++) {
			say(this.member, "Remark number %02d".formatted(number), true);
		}
		Document latest = this.pages.page(this.manager, at(""));
		assertThat(latest.select("article.comment .words").eachText()).hasSize(30)
			.startsWith("Remark number 03")
			.endsWith("Remark number 32");
		assertThat(Statements.count(() -> page(this.manager)))
			.isEqualTo(Statements.count(() -> this.pages.page(this.manager, at("?comments=all"))));
		Document all = this.pages.page(this.manager,
				latest.select("a[data-earlier]").attr("href").replace("#discussion", ""));
		assertThat(all.select("article.comment .words").eachText()).hasSize(32).startsWith("Remark number 01");
		assertThat(all.select("a[data-earlier]")).isEmpty();
	}

	@Test
	void whoWasOnAFormDaysAgoIsForgotten() {
		this.jdbc.update(
				"insert into request_presence (request_id, account_id, name, place, seen_at) values (?, ?, ?, 'goals', ?)",
				this.request.id(), this.member.id(), this.member.name(),
				UtcColumns.write(Instant.now().minus(Duration.ofDays(2))));
		this.jdbc.update(
				"insert into request_presence (request_id, account_id, name, place, seen_at) values (?, ?, ?, 'goals', ?)",
				this.request.id(), this.colleague.id(), this.colleague.name(), UtcColumns.write(Instant.now()));
		this.discussion.forgetPresence();
		assertThat(this.jdbc.queryForList("select name from request_presence where request_id = ?", String.class,
				this.request.id()))
			.containsExactly(this.colleague.name());
	}

}
