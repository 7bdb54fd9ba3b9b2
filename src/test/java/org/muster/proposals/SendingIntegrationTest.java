package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.Viewer;
import org.muster.forms.Formats;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What is sent is what was seen, and nothing that was typed is lost. */
@IntegrationTest
class SendingIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Seals seals;

	@Autowired
	private org.springframework.transaction.support.TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcTemplate jdbc;

	private Organisation organisation;

	private CurrentUser approver;

	private CurrentUser manager;

	private String offer;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.approver = this.world.person(Role.APPROVER, this.organisation);
		this.manager = this.world.manager();
		this.world.consultant();
		this.offer = this.world.drafted(this.approver, this.manager).reference();
	}

	private String at(String rest) {
		return "/proposals/" + this.offer + rest;
	}

	private List<String> statuses() {
		return this.jdbc
			.queryForList("select v.status from proposal_revision v join proposal p on p.id = v.proposal_id "
					+ "where p.reference = ? order by v.number", String.class, this.offer);
	}

	private Document draft() throws Exception {
		return this.pages.page(this.manager, at("/draft"));
	}

	private static String value(Document page, String field) {
		return page.select("[name='" + field + "']").attr("value");
	}

	/** As if it had been sent with what was changed since. */
	private void reseal() {
		String hash = this.transaction.execute((status) -> Seal
			.of(this.proposals.findByReference(this.offer, Viewer.staff()).orElseThrow().requireRevision(1)));
		this.jdbc.update("update proposal_revision set content_hash = ? where proposal_id = (select id from proposal "
				+ "where reference = ?)", hash, this.offer);
		this.transaction.executeWithoutResult((status) -> {
			Proposal proposal = this.proposals.findByReference(this.offer, Viewer.muster()).orElseThrow();
			this.events
				.publishEvent(new Audited(this.manager.actor(), proposal.organisationId(), AuditAct.PROPOSAL_SENT,
						this.offer, "1")
					.proving(this.seals.seal(List.of(proposal.requireRevision(1)))));
		});
	}

	/** Two days on which the client is closed, which nobody has counted yet. */
	private void closed() throws Exception {
		LocalDate monday = LocalDate.parse(value(draft(), "lines[0].start"))
			.plusMonths(1)
			.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
		this.jdbc.update(
				"insert into closing (organisation_id, name, starts_on, ends_on) "
						+ "select organisation_id, 'Stocktaking', ?, ? from proposal where reference = ?",
				Date.valueOf(monday), Date.valueOf(monday.plusDays(1)), this.offer);
	}

	private String location(String path, String... parameters) throws Exception {
		var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path);
		for (int index = 0; index < parameters.length; index += 2) {
			request = request.param(parameters[index], parameters[index + 1]);
		}
		return String.valueOf(this.pages.send(this.manager, request, 302).getRedirectedUrl());
	}

	/** The page that a redirect leads to: its address is encoded already. */
	private Document followed(String location) throws Exception {
		return org.jsoup.Jsoup.parse(
				this.pages
					.send(this.manager,
							org.springframework.test.web.servlet.request.MockMvcRequestBuilders
								.get(java.net.URI.create(location)),
							200)
					.getContentAsString());
	}

	@Test
	void aPageNamesEverybodyWhoHearsOfAProposal() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.organisation);
		this.offer = this.world.drafted(member, this.manager).reference();
		assertThat(this.pages.page(this.manager, at("/sending?revision=1")).select("[data-recipients]").text())
			.contains(this.approver.name(), member.name());
	}

	@Test
	void whoeverSavesWhatWasSentMeanwhileIsToldByWhomAlsoWhileTheNextRevisionIsInDraft() throws Exception {
		Document open = draft();
		CurrentUser colleague = this.world.manager();
		this.pages.save(colleague, at("/sending?revision=1"), "form[action$=sending]", Map.of(), 302);
		this.pages.post(colleague, at("/revisions"), 302);
		assertThat(statuses()).containsExactly("SENT", "DRAFT");
		assertThat(this.pages.send(this.manager, open, "#draft", Map.of(), 409).text()).contains(colleague.name());
	}

	@Test
	void whoeverDiscardsARevisionThatAnswersNoChangeRequestIsNotToldThatSomeReopen() throws Exception {
		this.pages.save(this.manager, at("/sending?revision=1"), "form[action$=sending]", Map.of(), 302);
		this.pages.post(this.manager, at("/revisions"), 302);
		assertThat(draft().select("form[action$=/draft/removal]").text()).contains("What was sent stays")
			.doesNotContain("reopen");
	}

	@Test
	void aPageSaysToWhomItGoesUntilWhenAndForHowMuchBeforeAnythingIsSent() throws Exception {
		String total = draft().select("[data-total]").text();
		Document page = this.pages.page(this.manager, at("/sending?revision=1"));
		assertThat(page.select("[data-recipients]").text()).isEqualTo(this.approver.name());
		assertThat(page.select(".sums [data-total]").text()).isEqualTo(total);
		assertThat(page.select(".facts").text()).contains("23:59 (Lisbon)");
		assertThat(page.select("[data-recounted], [data-obstacle]")).isEmpty();
		assertThat(statuses()).containsExactly("DRAFT");
		this.pages.save(this.manager, at("/sending?revision=1"), "form[action$=sending]", Map.of(), 302);
		assertThat(statuses()).containsExactly("SENT");
	}

	@Test
	void everyPageAndDocumentAddsUpTheSameRowsFromTheSubtotalToTheTotal() throws Exception {
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("discountPercent", "5", "scopePercent", "20"),
				302);
		List<String> rows = draft().select(".sums [data-cost]").eachText();
		assertThat(draft().select(".sums [data-cost]").eachAttr("data-cost")).containsExactly("SUBTOTAL", "DISCOUNT",
				"NET", "TAX", "TOTAL");
		Document sending = this.pages.page(this.manager, at("/sending?revision=1"));
		assertThat(sending.select(".sums [data-cost]").eachText()).isEqualTo(rows);
		assertThat(sending.select("[data-send-subtotal]").text())
			.isEqualTo(sending.select("[data-cost=SUBTOTAL] > :last-child").text());
		assertThat(sending.select("[data-high]").text()).contains("If the scope grows by 20 %");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(this.pages.page(this.approver, at("")).select(".sums [data-cost]").eachText()).isEqualTo(rows);
		byte[] pdf = this.pages.send(this.approver, get(at(".pdf")), 200).getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", "");
			assertThat(text).contains(String.join("", rows).replaceAll("[\\s\\u00a0]+", ""));
		}
		byte[] xlsx = this.pages.send(this.approver, get(at(".xlsx")), 200).getContentAsByteArray();
		assertThat(sums(xlsx)).isEqualTo(sending.select(".sums [data-cost] > :last-child")
			.eachText()
			.stream()
			.map((amount) -> Double.valueOf(amount.replace('−', '-').replaceAll("[^-\\d.]", "")))
			.toList());
	}

	/** What stands in the last column below the lines. */
	private static List<Double> sums(byte[] bytes) throws IOException {
		List<Double> sums = new ArrayList<>();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			Sheet sheet = workbook.getSheetAt(0);
			// Below the heads and the one line.
			for (int row = 5; row <= sheet.getLastRowNum(); row++) {
				sums.add(sheet.getRow(row).getCell(sheet.getRow(row).getLastCellNum() - 1).getNumericCellValue());
			}
		}
		return sums;
	}

	@Test
	void aLineWithoutADayOfWorkIsNamedAndNotSent() throws Exception {
		LocalDate saturday = LocalDate.parse(value(draft(), "lines[0].start"))
			.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY));
		this.pages.save(this.manager, at("/draft"), "#draft",
				Map.of("lines[0].start", saturday.toString(), "lines[0].end", saturday.plusDays(1).toString()), 302);
		assertThat(draft().select(".note.is-bad")).hasSize(1);
		String named = draft().select("#draft h2").eachText().get(0) + " (" + new Formats().date(saturday) + " – "
				+ new Formats().date(saturday.plusDays(1)) + ")";
		assertThat(draft().select(".note.is-bad").text()).contains("No days are left for " + named);
		assertThat(obstacles()).singleElement().asString().contains("No days are left for " + named);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("DRAFT");
	}

	@Test
	void figuresBesideWhatWasNotSavedSayThatTheyAreOfTheLastSave() throws Exception {
		assertThat(draft().select("[data-last-saved], .note.is-bad")).isEmpty();
		Document again = this.pages.save(this.manager, at("/draft"), "#draft",
				Map.of("lines[0].billRate", "999", "discountPercent", "200"), 422);
		assertThat(again.select("[data-last-saved]")).hasSizeGreaterThanOrEqualTo(3);
		Document open = draft();
		this.pages.save(this.world.manager(), at("/draft"), "#draft", Map.of("note", "Mine"), 302);
		assertThat(
				this.pages.send(this.manager, open, "#draft", Map.of("note", "Yours"), 409).select("[data-last-saved]"))
			.isNotEmpty();
	}

	@Test
	void otherDaysThanWereSeenAreShownOldAndNewAndNothingIsSentUntilThatIsConfirmed() throws Exception {
		Element form = java.util.Objects.requireNonNull(
				this.pages.page(this.manager, at("/sending?revision=1")).selectFirst("form[action$=sending]"));
		String seen = form.select("[name=seen]").attr("value");
		String before = draft().select("[data-total]").text();
		closed();
		String asked = location(at("/sending"), "revision", "1", "seen", seen);
		assertThat(asked).contains("/sending?");
		assertThat(statuses()).containsExactly("DRAFT");
		// Without what was seen, what was saved last counts.
		assertThat(location(at("/sending"), "revision", "1")).contains("/sending?");
		assertThat(location(at("/sending"), "revision", "1")).contains("/sending?");
		assertThat(statuses()).containsExactly("DRAFT");
		Document page = followed(asked);
		assertThat(page.select("[data-recounted]").text()).contains("Nothing was sent", "Days", before + " →");
		Element days = java.util.Objects.requireNonNull(page.selectFirst("[data-changed$=': Days']"));
		assertThat(Double.parseDouble(days.select("del").text()) - Double.parseDouble(days.select("ins").text()))
			.isEqualTo(2);
		this.pages.save(this.manager, asked, "form[action$=sending]", Map.of(), 302);
		assertThat(statuses()).containsExactly("SENT");
		assertThat(this.pages.page(this.approver, at("")).select("[data-total-days]").text())
			.isEqualTo(days.select("ins").text());
		assertThat(this.pages.page(this.approver, at("")).select("[data-intact]").attr("data-intact"))
			.isEqualTo("true");
	}

	@Test
	void whatAColleagueHasChangedMeanwhileIsNotSentUnseen() throws Exception {
		String seen = this.pages.page(this.manager, at("/sending?revision=1")).select("[name=seen]").attr("value");
		this.pages.save(this.world.manager(), at("/draft"), "#draft", Map.of("note", "A word more"), 302);
		String asked = location(at("/sending"), "revision", "1", "seen", seen);
		assertThat(statuses()).containsExactly("DRAFT");
		assertThat(followed(asked).select("[data-recounted]").text()).contains("no longer what you saw");
	}

	@Test
	void sendSavesWhatWasTypedAndShowsTheDaysThatChangedSinceThePageWasOpened() throws Exception {
		closed();
		Document page = this.pages.save(this.manager, at("/draft"), "#draft",
				Map.of("lines[0].billRate", "399", "note", "Typed", "then", "send"), 302);
		assertThat(page.text()).isEmpty();
		assertThat(value(draft(), "lines[0].billRate")).isEqualTo("399.00");
		assertThat(draft().select("[name=note]").text()).isEqualTo("Typed");
		assertThat(statuses()).containsExactly("DRAFT");
	}

	@Test
	void everyButtonOfADraftSavesFirstOrRefusesAndKeepsWhatWasTyped() throws Exception {
		String other = this.world.consultant().reference();
		int rate = 380;
		for (String then : List.of("add", "copy", "drop-2", "team", "preview", "send", "remove-2", "save", "approve")) {
			String typed = String.valueOf(rate++);
			this.pages.save(this.manager, at("/draft"), "#draft",
					Map.of("lines[0].billRate", typed, "then", then, "choice", "1:" + other), 302);
			assertThat(value(draft(), "lines[0].billRate")).as(then).isEqualTo(typed + ".00");
			Document refused = this.pages.save(this.manager, at("/draft"), "#draft",
					Map.of("lines[0].billRate", "much", "note", "Kept " + then, "then", then, "choice", "1:" + other),
					422);
			assertThat(value(refused, "lines[0].billRate")).as(then).isEqualTo("much");
			assertThat(refused.select("[name=note]").text()).as(then).isEqualTo("Kept " + then);
		}
		// Each button of the page belongs to the form that is saved.
		Document page = draft();
		assertThat(page.select("main button"))
			.allSatisfy((button) -> assertThat(button.attr("form").equals("draft") || button.closest("#draft") != null
					|| button.closest("form[action$='/draft/removal']") != null)
				.as(button.outerHtml())
				.isTrue());
		assertThat(page.select("main form").eachAttr("action"))
			.allSatisfy((action) -> assertThat(action).containsAnyOf("/draft?revision=1", "/draft/removal"));
	}

	@Test
	void anAlternativeThatOffersTheSameAsAnotherIsNotSent() throws Exception {
		this.pages.post(this.manager, at("/alternatives"), 302);
		assertThat(this.pages.page(this.manager, at("/sending")).select("[data-obstacle]").text())
			.contains("exactly the same as alternative A");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("DRAFT", "DRAFT");
		assertThat(draft().select("#alternatives").text()).contains("1 person");
		this.pages.save(this.manager, at("/draft?revision=2"), "#draft", Map.of("note", "Another"), 302);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("SENT", "SENT");
	}

	@Test
	void approvalIsOnTheDashboardAndIsGivenOrRefusedWithAReasonOfWhichTheAskerHears() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("discountPercent", "16"), 302);
		Document page = this.pages.page(this.manager, at("/sending"));
		assertThat(page.select("[data-approval-needed]")).hasSize(1);
		this.pages.save(this.manager, at("/sending"), "form[action$=sending]", Map.of("reason", "They buy 500 days"),
				302);
		assertThat(this.pages.page(administrator, "/admin").select("#approvals").text()).contains(this.offer);
		Document asked = this.pages.page(administrator, at(""));
		assertThat(asked.select("[data-second-look]").text()).contains("They buy 500 days");
		assertThat(asked.select("form[action$=approval]")).hasSize(1);
		this.pages.post(administrator, at("/approval/refusal"), 422, "why", " ");
		this.pages.post(administrator, at("/approval/refusal"), 302, "why", "15 % is enough");
		assertThat(kinds()).contains("APPROVAL_REFUSED").doesNotContain("APPROVED");
		assertThat(draft().select("[data-second-look]").text()).contains("15 % is enough");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("DRAFT");
		// On the page of the draft too, saving nothing that takes the question back.
		this.pages.save(administrator, at("/draft"), "#draft", Map.of("then", "approve"), 302);
		assertThat(kinds()).contains("APPROVED");
		// Other days than were approved are approved once more.
		closed();
		String again = location(at("/sending"), "revision", "1");
		assertThat(this.pages.page(this.manager, again).select("[data-approval-needed]")).hasSize(1);
		this.pages.save(this.manager, again, "form[action$=sending]", Map.of(), 302);
		assertThat(statuses()).containsExactly("DRAFT");
		this.pages.post(administrator, at("/approval"), 302);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("SENT");
		String request = this.pages.page(this.approver, at("")).select("a[href^=/requests/]").attr("href");
		assertThat(this.pages.page(this.approver, request).select(".history").text()).doesNotContain("Second look",
				"approved", "Alternative added");
	}

	@Test
	void whoSettlesAnApprovalThatAColleagueHasSettledIsToldByWhomAndKeepsTheReason() throws Exception {
		CurrentUser first = this.world.person(Role.ADMINISTRATOR, null);
		CurrentUser second = this.world.person(Role.ADMINISTRATOR, null);
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("discountPercent", "16"), 302);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1", "reason", "They buy 500 days");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1", "reason", "They buy 500 days");
		Document other = this.pages.post(second, at("/sending"), 409, "revision", "1", "reason", "Year end");
		assertThat(other.text()).contains("Internal approval requested by " + this.manager.name());
		assertThat(other.select("[data-typed]").text()).contains("Year end");
		Document opened = this.pages.page(second, at(""));
		this.pages.post(first, at("/approval"), 302);
		this.pages.post(first, at("/approval"), 302);
		Document refused = this.pages.send(second, opened, "form[action$='approval/refusal']",
				Map.of("why", "15 % is enough"), 409);
		assertThat(refused.text()).contains("Internal approval given by " + first.name());
		assertThat(refused.select("[data-typed]").text()).contains("15 % is enough");
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("discountPercent", "17"), 302);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		Document edited = this.pages.send(second, opened, "form[action$='approval/refusal']",
				Map.of("why", "15 % is enough"), 409);
		assertThat(edited.text()).contains("Proposal edited by " + this.manager.name(), "15 % is enough");
	}

	@Test
	void theReasonForApprovalIsKeptWhenTheDaysHaveChanged() throws Exception {
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("discountPercent", "16"), 302);
		closed();
		MvcResult changed = this.mvc
			.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(at("/sending"))
				.param("revision", "1")
				.param("reason", "They buy 500 days")
				.with(csrf())
				.with(this.world.as(this.manager)))
			.andReturn();
		assertThat(changed.getFlashMap().get("typedReason")).isEqualTo("They buy 500 days");
		String page = this.mvc
			.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(at("/sending"))
				.flashAttrs(changed.getFlashMap())
				.with(this.world.as(this.manager)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(org.jsoup.Jsoup.parse(page).select("textarea[name=reason]").text()).isEqualTo("They buy 500 days");
	}

	private List<String> kinds() {
		return this.jdbc.queryForList("select kind from notification where account_id = ? and subject = ?",
				String.class, this.manager.id(), this.offer);
	}

	@Test
	void twoOfTheSameNameAreTwo() throws Exception {
		CurrentUser namesake = this.world.manager();
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		this.jdbc.update("update account set full_name = ? where id = ?", this.manager.name(), namesake.id());
		CurrentUser renamed = new CurrentUser(namesake.id(), this.manager.name(), namesake.email(), namesake.role(),
				null, null);
		this.pages.post(renamed, at("/sending"), 409, "revision", "1");
	}

	private List<String> obstacles() throws Exception {
		return this.pages.page(this.manager, at("/sending?revision=1")).select("[data-obstacle]").eachText();
	}

	@Test
	void workThatIsOverIsNeitherSentNorAccepted() throws Exception {
		LocalDate today = this.world.today();
		this.pages.save(
				this.manager, at("/draft"), "#draft", Map.of("lines[0].start", today.minusDays(30).toString(),
						"lines[0].end", today.plusDays(20).toString(), "validUntil", today.plusDays(21).toString()),
				302);
		assertThat(draft().select("[data-warning]").eachAttr("data-warning")).contains("START_PAST");
		assertThat(obstacles()).singleElement().asString().contains("valid beyond the last day of work of");
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("validUntil", today.plusDays(20).toString()), 302);
		assertThat(obstacles()).isEmpty();
		this.pages.save(this.manager, at("/sending?revision=1"), "form[action$=sending]", Map.of(), 302);
		String line = "update proposal_line set ends_on = ? where revision_id in (select v.id from proposal_revision v "
				+ "join proposal p on p.id = v.proposal_id where p.reference = ?)";
		this.jdbc.update(line, Date.valueOf(today.minusDays(2)), this.offer);
		reseal();
		Document offered = this.pages.page(this.approver, at(""));
		assertThat(offered.text()).contains("The last day of work has passed, so this cannot be accepted.");
		assertThat(offered.select("form[action$=acceptance]")).isEmpty();
		var acceptance = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(at("/acceptance"))
			.param("revision", "1")
			.param("fullName", this.approver.name())
			.param("function", "Head")
			.param("password", "secret");
		assertThat(this.pages.send(this.approver, acceptance, 409).getContentAsString())
			.contains("The days of work have passed", "Ask your account manager for other dates");
		assertThat(statuses()).containsExactly("SENT");
		this.jdbc.update("update proposal_revision set status = 'DRAFT' where proposal_id = (select id from proposal "
				+ "where reference = ?)", this.offer);
		assertThat(obstacles()).singleElement().asString().contains("The last day of work has passed for");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "1");
		assertThat(statuses()).containsExactly("DRAFT");
	}

	/** One or the other is on another day than the server most of the time. */
	@Test
	void aDraftGoesByTheDayOfTheClientAndNotOfTheServer() throws Exception {
		for (String country : List.of("NZ", "US")) {
			Organisation there = this.world.organisation(new org.muster.calendar.Place(country, null), "EUR");
			LocalDate today = there.today(java.time.Clock.systemUTC());
			this.offer = this.world.drafted(this.world.person(Role.APPROVER, there), this.manager).reference();
			this.pages.save(this.manager, at("/draft"), "#draft", Map.of("validUntil", today.minusDays(1).toString()),
					422);
			this.pages.save(this.manager, at("/draft"), "#draft", Map.of("validUntil", today.toString()), 302);
		}
	}

	@Test
	void anOfferEndsBeforeTheWorkBeginsAndADraftWarnsOfDatesThatWereNotAskedFor() throws Exception {
		LocalDate start = LocalDate.parse(value(draft(), "lines[0].start"));
		assertThat(LocalDate.parse(value(draft(), "validUntil"))).isBefore(start);
		LocalDate early = this.world.today().plusDays(3);
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("lines[0].start", early.toString(),
				"lines[0].friday", "0", "validUntil", early.plusDays(5).toString()), 302);
		assertThat(draft().select("[data-warning]").eachAttr("data-warning")).contains("START_BEFORE_EARLIEST",
				"FEWER_DAYS_A_WEEK", "VALID_AFTER_START");
		this.pages.save(this.manager, at("/draft"), "#draft",
				Map.of("lines[0].start", start.plusDays(30).toString(), "lines[0].end", start.plusDays(60).toString()),
				302);
		assertThat(draft().select("[data-warning]").eachAttr("data-warning")).contains("START_AFTER_LATEST",
				"ENDS_EARLY");
		assertThat(this.pages.page(this.manager, at("/sending")).select("[data-warning=START_AFTER_LATEST]"))
			.hasSize(1);
	}

}
