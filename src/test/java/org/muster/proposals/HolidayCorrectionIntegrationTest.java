package org.muster.proposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What administrators correct in public holidays is counted by, and what was sent keeps
 * its days.
 */
@IntegrationTest
class HolidayCorrectionIntegrationTest {

	private static final String MONDAYS_WEEK = "/days?country=PT&from=2127-02-03&to=2127-02-07&weekdays=MON,TUE,WED,THU,FRI";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private HolidayCalendar calendar;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser administrator;

	private CurrentUser manager;

	private CurrentUser member;

	@BeforeEach
	void build() {
		this.administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.manager = this.world.manager();
		this.member = this.world.person(Role.APPROVER, this.world.organisation());
	}

	@AfterEach
	void withdrawAll() throws Exception {
		for (String country : List.of("PT", "DE")) {
			Document page = this.pages.page(this.administrator, "/admin/holidays?country=" + country);
			for (Element form : page.select("[data-corrections] form")) {
				this.pages.send(this.administrator, post(java.net.URI.create(form.attr("action"))), 302);
			}
		}
	}

	private void correct(String country, String region, String kind, String date, String name) throws Exception {
		this.pages.send(this.administrator,
				post("/admin/holidays/corrections").param("country", country)
					.param("region", region)
					.param("kind", kind)
					.param("date", date)
					.param("name", name)
					.param("reason", "Decree 12/2127"),
				302);
	}

	private String total(String address) throws Exception {
		return this.pages.page(this.member, address).select("[data-total-days]").attr("data-total-days");
	}

	@Test
	void aDayIsAddedTakenAwayAndRenamedAndWithdrawnAgain() throws Exception {
		assertThat(total(MONDAYS_WEEK)).isEqualTo("5");
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		assertThat(total(MONDAYS_WEEK)).isEqualTo("4");
		correct("PT", "", "RENAMED", "2127-02-05", "Bridge Day");
		assertThat(this.pages.page(this.member, MONDAYS_WEEK).text()).contains("Bridge Day");
		correct("PT", "", "WORKING", "2127-02-05", "");
		assertThat(total(MONDAYS_WEEK)).isEqualTo("5");
		Document page = this.pages.page(this.administrator, "/admin/holidays?country=PT&year=2127");
		assertThat(page.select("[data-corrections] li")).hasSizeGreaterThanOrEqualTo(3);
		assertThat(page.select("[data-corrections]").text()).contains("Decree 12/2127", this.administrator.name());
	}

	@Test
	void aCorrectionOfARegionCountsThereOnly() throws Exception {
		LocalDate day = LocalDate.parse("2127-02-05");
		correct("DE", "by", "HOLIDAY", day.toString(), "Jubilee");
		Period week = new Period(day, day);
		assertThat(this.calendar.during(week, new Place("DE", "by"))).containsEntry(day, "Jubilee");
		assertThat(this.calendar.during(week, new Place("DE", "by.ag"))).containsEntry(day, "Jubilee");
		assertThat(this.calendar.during(week, new Place("DE", null))).isEmpty();
		assertThat(this.calendar.during(week, new Place("DE", "be"))).isEmpty();
	}

	@Test
	void aDraftIsToldThatItsCountHasChangedAndAnOfferThatWasSentKeepsItsDays() throws Exception {
		this.world.consultant();
		String draft = this.world.drafted(this.member, this.manager).reference();
		Map<String, String> dates = Map.of("lines[0].start", "2127-02-03", "lines[0].end", "2127-02-14", "validUntil",
				"2126-12-01");
		String at = "/proposals/" + draft + "/draft";
		this.pages.save(this.manager, at, "#draft", dates, 302);
		assertThat(this.pages.page(this.manager, at).select("[data-recounted-days]")).isEmpty();
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		Document outdated = this.pages.page(this.manager, at);
		assertThat(outdated.select("[data-recounted-days]").text()).contains("9 days instead of 10");
		assertThat(outdated.select("[data-recounted-days] [data-corrected]").text()).contains("5 Feb 2127",
				"Day of the Bridge", this.administrator.name(), "Decree 12/2127");
		this.pages.save(this.manager, at, "#draft", Map.of(), 302);
		assertThat(this.pages.page(this.manager, at).select("[data-recounted-days]")).isEmpty();
		withdrawAll();
		assertThat(this.pages.page(this.manager, at).select("[data-recounted-days]").text())
			.contains("10 days instead of 9", "Day of the Bridge", "Withdrawn by " + this.administrator.name());
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		this.pages.send(this.manager, post("/proposals/" + draft + "/sending").param("revision", "1"), 302);
		correct("PT", "", "WORKING", "2127-02-05", "");
		Document sent = this.pages.page(this.member, "/proposals/" + draft);
		assertThat(sent.select("[data-line-days]").text()).isEqualTo("9");
		assertThat(sent.select("[data-date=2127-02-05]").attr("data-reason")).isEqualTo("HOLIDAY");
	}

	@Test
	void aCountNamesTheCorrectionsInItToClientsWithoutTheReason() throws Exception {
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		String told = this.pages.page(this.member, MONDAYS_WEEK).select("[data-holiday-notice]").text();
		assertThat(told)
			.contains("5 Feb 2127: Day of the Bridge, public holiday in Portugal",
					"entered by " + this.administrator.name())
			.doesNotContain("Decree");
		assertThat(this.pages.page(this.manager, MONDAYS_WEEK).select("[data-holiday-notice]").text())
			.contains("Decree 12/2127");
	}

	@Test
	void aCountSaysWhichYearsItsCalendarWasNotComparedFor() throws Exception {
		String poland = this.pages.page(this.member, "/days?country=PL&from=2031-08-10&to=2033-08-20")
			.select("[data-holiday-notice]")
			.text();
		assertThat(poland).contains("Unverified years", "2025–2030 only");
		String japan = this.pages.page(this.member, "/days?country=JP&from=2037-03-16&to=2037-03-27")
			.select("[data-holiday-notice]")
			.text();
		assertThat(japan).contains("Incomplete calendar", "end with 2035");
	}

	@Test
	void aCorrectionThatChangesNothingIsRefusedBesideItsDate() throws Exception {
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		for (String kind : List.of("HOLIDAY", "RENAMED")) {
			Document page = this.pages.post(this.administrator, "/admin/holidays/corrections", 422, "country", "PT",
					"kind", kind, "date", "2127-02-05", "name", "Day of the Bridge", "reason", "Once more");
			assertThat(page.select("#date-about .field-error").text()).contains("Nothing would change");
		}
		Document page = this.pages.post(this.administrator, "/admin/holidays/corrections", 422, "country", "PT", "kind",
				"WORKING", "date", "2127-02-06", "name", "", "reason", "It is one");
		assertThat(page.select("#date-about .field-error").text()).contains("already is a working day");
	}

	@Test
	void theYearThatWasCorrectedIsTheOneThatIsShown() throws Exception {
		correct("PT", "", "HOLIDAY", "2127-02-05", "Day of the Bridge");
		Document page = this.pages.page(this.administrator, "/admin/holidays?country=PT&year=2127");
		assertThat(page.select("#year").val()).isEqualTo("2127");
		assertThat(page.select("[data-holidays]").text()).contains("Day of the Bridge");
		for (String edge : List.of("2000", "2199")) {
			Document far = this.pages.page(this.administrator, "/admin/holidays?country=ES&year=" + edge);
			assertThat(far.select("#year").val()).isEqualTo(edge);
		}
	}

	@Test
	void aDraftByTheHolidaysOfAnotherPlaceThanTheClientsIsWarnedOfBeforeItIsSent() throws Exception {
		this.world.consultant();
		String draft = this.world.drafted(this.member, this.manager).reference();
		String at = "/proposals/" + draft + "/draft";
		String warning = "[data-warning=HOLIDAYS_OF_ANOTHER_PLACE]";
		assertThat(this.pages.page(this.manager, at).select(warning)).isEmpty();
		this.jdbc.update("update organisation set region = '30' where id = ?", this.member.organisationId());
		this.pages.save(this.manager, at, "#draft", Map.of(), 302);
		assertThat(this.pages.page(this.manager, at).select(warning).text()).contains("holidays of Portugal, but",
				"Madeira");
		assertThat(this.pages.page(this.manager, "/proposals/" + draft + "/sending").select(warning)).hasSize(1);
		this.pages.save(this.manager, at, "#draft", Map.of("rule", "CONSULTANT"), 302);
		assertThat(this.pages.page(this.manager, at).select(warning)).isEmpty();
		this.pages.save(this.manager, at, "#draft", Map.of("rule", "BOTH", "region", "30"), 302);
		assertThat(this.pages.page(this.manager, at).select(warning)).isEmpty();
	}

	@Test
	void aDraftHasANoticeOfEachPlaceWhoseHolidaysCount() throws Exception {
		this.world.consultant();
		String at = "/proposals/" + this.world.drafted(this.member, this.manager).reference() + "/draft";
		Map<String, Integer> notices = Map.of("PLACE", 1, "CONSULTANT", 1, "BOTH", 2);
		for (Map.Entry<String, Integer> rule : notices.entrySet()) {
			this.pages.save(this.manager, at, "#draft", Map.of("rule", rule.getKey(), "country", "DE", "region", ""),
					302);
			String told = this.pages.page(this.manager, at).select("[data-holiday-notice]").text();
			assertThat(this.pages.page(this.manager, at).select("[data-holiday-notice]")).hasSize(rule.getValue());
			assertThat(told.contains("holidays of Germany")).isEqualTo(!rule.getKey().equals("CONSULTANT"));
			assertThat(told.contains("holidays of Portugal")).isEqualTo(!rule.getKey().equals("PLACE"));
		}
	}

	@Test
	void onlyAdministratorsCorrectAndWhatIsWrongIsSaidBesideTheField() throws Exception {
		this.pages.send(this.manager, get("/admin/holidays"), 403);
		Document page = org.jsoup.Jsoup.parse(
				this.pages
					.send(this.administrator,
							post("/admin/holidays/corrections").param("country", "PT")
								.param("kind", "HOLIDAY")
								.param("date", "2127-02-31")
								.param("reason", ""),
							422)
					.getContentAsString());
		assertThat(page.select("#date-about, #name-about, #reason-about").select(".field-error")).hasSize(3);
	}

	@Test
	void aCountSaysWhetherItsCalendarIsVerifiedAndWhereRegionsDiffer() throws Exception {
		Document germany = this.pages.page(this.member,
				"/days?country=DE&from=2028-08-14&to=2028-08-18&weekdays=MON,TUE,WED,THU,FRI");
		assertThat(germany.select("[data-verified]").attr("data-verified")).isEqualTo("true");
		assertThat(germany.select("[data-holiday-notice]").text()).contains("differ by region", "15 Aug 2028",
				"Bavaria", "Saarland");
		Document turkey = this.pages.page(this.member,
				"/days?country=TR&from=2027-03-08&to=2027-03-12&weekdays=MON,TUE,WED,THU,FRI");
		assertThat(turkey.select("[data-total-days]").attr("data-total-days")).isEqualTo("2");
		assertThat(turkey.select("[data-holiday-notice]").text()).contains("8 Mar 2027 Ramadan Feast eve");
		Document india = this.pages.page(this.member,
				"/days?country=IN&from=2027-03-08&to=2027-03-12&weekdays=MON,TUE,WED,THU,FRI");
		assertThat(india.select("[data-verified]").attr("data-verified")).isEqualTo("false");
	}

	@Test
	void aPlaceDecidesWhichDaysAreWorkedWhereNoneAreSaid() throws Exception {
		assertThat(total("/days?country=IL&from=2027-01-03&to=2027-01-09")).isEqualTo("5");
		Document page = this.pages.page(this.member, "/days?country=IL&from=2027-01-03&to=2027-01-09");
		assertThat(page.select("[data-date=2027-01-03]").attr("data-reason")).isEqualTo("WORKING");
		assertThat(page.select("[data-date=2027-01-08]").attr("data-reason")).isEqualTo("NOT_ALLOCATED");
		List<String> names = page.select("#country option[value~=[A-Z]]").eachText();
		assertThat(names).isSortedAccordingTo(java.text.Collator.getInstance(java.util.Locale.UK))
			.contains("Israel", "South Korea", "Taiwan", "Thailand", "Germany")
			.doesNotContain("Antarctica", "Bouvet Island");
	}

}
