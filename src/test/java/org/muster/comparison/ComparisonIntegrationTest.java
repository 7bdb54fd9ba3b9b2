package org.muster.comparison;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HolidayCorrection;
import org.muster.calendar.Place;
import org.muster.requests.Requests;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The comparison with a client's own assumptions, and who sees them. */
@IntegrationTest
class ComparisonIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private HolidayCalendar calendar;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser member;

	private CurrentUser colleague;

	private StaffingRequest request;

	@BeforeEach
	void build() {
		Organisation organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, organisation);
		this.colleague = this.world.person(Role.MEMBER, organisation);
		this.request = this.world.submitted(this.member);
	}

	private String at() {
		return "/requests/" + this.request.reference() + "/comparison";
	}

	private Document page(CurrentUser by) throws Exception {
		return Jsoup
			.parse(this.mvc.perform(get(at()).with(this.world.as(by))).andReturn().getResponse().getContentAsString());
	}

	private int save(CurrentUser by, String version, String name, String value) throws Exception {
		return this.mvc
			.perform(post(at()).param("version", version).param(name, value).with(csrf()).with(this.world.as(by)))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private static String salary(Document page) {
		return page.select("[data-assumption=salary]").attr("data-value");
	}

	@Test
	void ownAssumptionsAreKeptForTheOrganisationAlone() throws Exception {
		String usual = salary(page(this.member));
		assertThat(save(this.member, "-1", "salary", "71234")).isEqualTo(302);
		assertThat(salary(page(this.colleague))).startsWith("71234");
		CurrentUser manager = this.world.manager();
		assertThat(salary(page(manager))).isEqualTo(usual);
		assertThat(page(manager).text()).doesNotContain("71,234", "71234");
		String version = page(this.member).select("input[name=version]").val();
		assertThat(save(this.member, version, "salary", "")).isEqualTo(302);
		assertThat(salary(page(this.member))).isEqualTo(usual);
	}

	@Test
	void theSecondToSaveIsTold() throws Exception {
		assertThat(save(this.member, "-1", "salary", "70000")).isEqualTo(302);
		assertThat(save(this.colleague, "-1", "months", "9")).isEqualTo(409);
		assertThat(salary(page(this.member))).startsWith("70000");
	}

	@Test
	void nonsenseIsRefusedAndComesBackAsItWasTyped() throws Exception {
		for (String typed : new String[] { "-1", "1e9", "<script>", "99999999999" }) {
			assertThat(save(this.member, "-1", "salary", typed)).isEqualTo(422);
		}
	}

	@Test
	void theDocumentHasTheSameFigures() throws Exception {
		save(this.member, "-1", "augmentation-rate", "1234");
		byte[] pdf = this.mvc.perform(get(at() + ".pdf").with(this.world.as(this.member)))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("is the dearest way", "1,234",
					"How it is reckoned", "EuroDev");
		}
	}

	/** By the client's week, with corrections of its public holidays and closings. */
	@Test
	void theDaysAreThoseThatADraftCounts() throws Exception {
		Place place = new Place("KW", null);
		Organisation client = this.world.organisation(place, "EUR");
		this.member = this.world.person(Role.MEMBER, client);
		LocalDate friday = this.world.today().plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
		StaffingRequest draft = this.world.draft(this.member);
		draft.schedule(new Schedule(friday, friday, friday.plusDays(14), null, DayCount.of("5")), this.member,
				Instant.now());
		draft.submit(this.member, Instant.now());
		this.request = this.requests.save(draft);
		this.calendar.correct(new HolidayCorrection(0, place, HolidayCorrection.Kind.HOLIDAY, friday.plusDays(3), false,
				"Inauguration", "Decree", "Ana", Instant.now(), null, null));
		this.jdbc.update("insert into closing (organisation_id, starts_on, ends_on, name) values (?, ?, ?, 'Move')",
				client.id(), friday.plusDays(4), friday.plusDays(4));
		this.world.consultant();
		String offer = this.world.drafted(this.request, this.world.manager()).reference();
		Integer halves = this.jdbc.queryForObject(
				"select l.half_days from proposal_line l join proposal_revision v "
						+ "on v.id = l.revision_id join proposal p on p.id = v.proposal_id where p.reference = ?",
				Integer.class, offer);
		assertThat(halves).isPositive().isLessThanOrEqualTo(16);
		assertThat(page(this.member).select("[data-months=1] td").get(0).text())
			.isEqualTo(String.valueOf(java.util.Objects.requireNonNull(halves) / 2));
	}

	/** Else whoever is employed is paid for days that others are not. */
	@Test
	void workThatEndsWithinAMonthIsNotSpreadOverAllOfIt() throws Exception {
		LocalDate monday = this.world.today().plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		StaffingRequest draft = this.world.draft(this.member);
		draft.schedule(new Schedule(monday, monday, monday.plusDays(70), null, DayCount.of("5")), this.member,
				Instant.now());
		this.request = this.requests.save(draft);
		assertThat(value("months")).isEqualTo("2.3");
	}

	private String value(String name) throws Exception {
		return page(this.member).select("#" + name).attr("value");
	}

	@Test
	void assumptionsAreReadAndShownAsInOtherForms() throws Exception {
		assertThat(save(this.member, "-1", "months", "12,0")).isEqualTo(302);
		assertThat(value("months")).isEqualTo("12");
		String version = page(this.member).select("input[name=version]").val();
		assertThat(save(this.member, version, "bad-fit-cost", "30.000")).isEqualTo(302);
		assertThat(value("bad-fit-cost")).isEqualTo("30");
	}

	@Test
	void amountsHaveNoMoreDecimalsThanTheCurrencyOfTheRequest() throws Exception {
		this.member = this.world.person(Role.MEMBER, this.world.organisation("JPY"));
		this.request = this.world.submitted(this.member, "JPY");
		Document refused = Jsoup.parse(
				this.mvc
					.perform(post(at()).param("version", "-1")
						.param("augmentation-rate", "95000.5")
						.param("salary", "62.500 USD")
						.with(csrf())
						.with(this.world.as(this.member)))
					.andReturn()
					.getResponse()
					.getContentAsString());
		assertThat(refused.select("#augmentation-rate-about").text()).contains("Amounts in JPY have no decimals");
		assertThat(refused.select("#salary-about").text()).contains("Amounts here are in JPY");
		assertThat(save(this.member, "-1", "augmentation-rate", "95.000 JPY/day")).isEqualTo(302);
		assertThat(value("augmentation-rate")).isEqualTo("95000");
	}

	/** What nobody has changed can be saved as it is shown. */
	@Test
	void whatTheFormShowsIsTaken() throws Exception {
		for (String currency : new String[] { "EUR", "JPY", "HUF" }) {
			this.member = this.world.person(Role.MEMBER, this.world.organisation(currency));
			this.request = this.world.submitted(this.member, currency);
			var sent = post(at()).with(csrf()).with(this.world.as(this.member)).param("version", "-1");
			page(this.member).select("[data-assumption] input").forEach((field) -> sent.param(field.id(), field.val()));
			assertThat(this.mvc.perform(sent).andReturn().getResponse().getStatus()).as(currency).isEqualTo(302);
			assertThat(page(this.member).text()).doesNotContain("Read as");
		}
	}

}
