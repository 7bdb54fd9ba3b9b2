package org.muster.daycalculator;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.proposals.Proposal;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The day calculator, and what becomes of its counts. */
@IntegrationTest
class DayCalculatorIntegrationTest {

	private static final String QUARTER = "country=PT&from=2027-01-04&to=2027-03-31&weekdays=MON,TUE,WED,THU,FRI";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	private CurrentUser member;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		this.manager = this.world.manager();
	}

	private Document count(CurrentUser by, String query, int expected) throws Exception {
		return Jsoup
			.parse(this.pages.send(by, get(java.net.URI.create("/days?" + query)), expected).getContentAsString());
	}

	@Test
	void everybodyWhoIsSignedInCountsDaysByTheMonth() throws Exception {
		for (CurrentUser one : new CurrentUser[] { this.member, this.manager }) {
			Document page = count(one, QUARTER + "&rate=450", 200);
			assertThat(page.select("[data-month]").eachAttr("data-month")).containsExactly("2027-01", "2027-02",
					"2027-03");
			assertThat(page.select("[data-month]").eachAttr("data-days")).containsExactly("20", "20", "22");
			assertThat(page.select("[data-total-days]").attr("data-total-days")).isEqualTo("62");
			assertThat(page.select("[data-total]").attr("data-total")).isEqualTo("27900.00");
			assertThat(page.select("[data-date=2027-03-26]").attr("data-reason")).isEqualTo("HOLIDAY");
			assertThat(page.select("[data-date=2027-01-09]").attr("data-reason")).isEqualTo("NOT_ALLOCATED");
			assertThat(page.text()).contains("26: Good Friday, public holiday");
		}
	}

	@Test
	void theAddressOfACountShowsTheSameAgain() throws Exception {
		Document page = count(this.member,
				"country=DE&region=BY-AG&from=2027-08-02&days=10&weekdays=MON,TUE/2,WED&rate=9.5", 200);
		String address = page.select("a[href^=/days?]").attr("href");
		Document again = count(this.manager, address.substring(address.indexOf('?') + 1), 200);
		assertThat(again.select("[data-total-days]").attr("data-total-days")).isEqualTo("10");
		assertThat(again.select(".month-calendar").outerHtml()).isEqualTo(page.select(".month-calendar").outerHtml());
		assertThat(page.text()).contains("Bavaria, Augsburg");
		assertThat(page.select("select[name=weekdays] option[selected]").eachAttr("value")).containsExactly("MON",
				"TUE/2", "WED");
		assertThat(page.select("#region option[selected]").attr("value")).isEqualTo("by.ag");
	}

	@Test
	void withoutAnythingInTheAddressItCountsAQuarterWhereTheOrganisationIs() throws Exception {
		Document page = count(this.member, "", 200);
		assertThat(page.select("#country option[selected]").attr("value")).isEqualTo("PT");
		assertThat(page.select("[data-month]")).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void aNumberOfDaysAloneIsCountedToTheHalfFromTheComingMondayOnWhereTheOrganisationIs() throws Exception {
		Document page = count(this.member, "days=7.5", 200);
		assertThat(page.select("[data-total-days]").attr("data-total-days")).isEqualTo("7.5");
		assertThat(page.select("#country option[selected]").attr("value")).isEqualTo("PT");
		assertThat(page.select("#days").val()).isEqualTo("7.5");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					country=XX&from=2027-01-04&to=2027-03-31&weekdays=MON           | one of the countries
					country=PT&region=atlantis&from=2027-01-04&to=2027-03-31        | no such region
					country=PT&from=2027-02-30&to=2027-03-31                        | date
					country=PT&from=2027-01-04                                      | a last day or a number of days
					country=PT&from=2027-01-04&to=2027-03-31&days=5                 | not both
					country=PT&from=2027-03-31&to=2027-01-04                        | last day
					country=PT&from=2027-01-04&to=2077-01-04                        | five years
					country=PT&from=2027-01-04&days=-3                              | days
					country=PT&from=2027-01-04&days=0.3                             | Enter whole or half days, from 0.5 to 1,300
					country=PT&from=2027-01-04&days=0                               | Enter whole or half days, from 0.5 to 1,300
					days=0                                                          | Enter whole or half days, from 0.5 to 1,300
					days=-3                                                         | Enter whole or half days, from 0.5 to 1,300
					days=soon                                                       | Enter whole or half days, from 0.5 to 1,300
					days=1e99                                                       | Enter whole or half days, from 0.5 to 1,300
					to=soon                                                         | date
					rate=none                                                       | Enter a day rate
					region=by                                                       | one of the countries
					country=PT&from=2027-01-04&days=99999999                        | days
					country=PT&from=2027-01-04&to=2027-03-31&weekdays=MOO           | half a day a week
					country=PT&from=2027-01-04&to=2027-03-31&weekdays=MON,MON       | half a day a week
					country=PT&from=2027-01-04&to=2027-03-31&rate=-1                | Enter a day rate
					country=PT&from=2027-01-04&to=2027-03-31&rate=1e9               | Enter a day rate
					country=PT&from=2027-01-04&to=2027-03-31&currency=WON           | no such currency
					country=%3Cscript%3E&from=%3Cscript%3E&to=2027-03-31            | one of the countries
					""")
	void whatCannotBeCountedIsAnsweredWithASentence(String query, String said) throws Exception {
		Document page = count(this.member, query, 422);
		assertThat(page.text()).contains(said).doesNotContain("Nothing has been saved");
		assertThat(page.select("[data-error-summary]").text()).contains("could not be counted");
		assertThat(page.select("[data-total-days]")).isEmpty();
		assertThat(page.html()).doesNotContain("<script>&");
	}

	@Test
	void oneClickMakesTheCountALineOfADraft() throws Exception {
		this.world.consultant();
		this.world.consultant();
		Proposal drafted = this.world.drafted(this.member, this.manager);
		String seat = drafted.reference() + ":1";
		int before = lines(drafted);
		this.pages.send(this.manager, counted("/days/lines").param("seat", seat), 302);
		assertThat(lines(drafted)).isEqualTo(before + 1);
		Consultant person = this.world.consultant();
		this.pages.send(this.manager,
				counted("/days/lines").param("seat", seat).param("consultant", person.reference()), 302);
		String page = this.pages.send(this.manager, get("/proposals/" + drafted.reference() + "/draft"), 200)
			.getContentAsString();
		assertThat(Jsoup.parse(page).select("input[name$=.start][value=2027-01-04]")).hasSize(2);
		assertThat(Jsoup.parse(page).select("input[name$=.billRate][value=455.00]")).hasSize(2);
		for (String[] wrong : new String[][] { { seat, person.reference(), "on the draft already" },
				{ seat, "C-NOBODY", "No consultant has" }, { "", "", "choose a draft" },
				{ "x", "", "choose a draft" } }) {
			assertThat(this.pages
				.send(this.manager, counted("/days/lines").param("seat", wrong[0]).param("consultant", wrong[1]), 422)
				.getContentAsString()).contains(wrong[2]);
		}
		this.pages.send(this.manager, counted("/days/lines").param("seat", "P-2000-0000:1"), 404);
		this.pages.send(this.member, counted("/days/lines").param("seat", seat), 404);
	}

	private static MockHttpServletRequestBuilder counted(String address) {
		return post(address).param("country", "PT")
			.param("from", "2027-01-04")
			.param("to", "2027-03-31")
			.param("weekdays", "MON,TUE/2")
			.param("rate", "455");
	}

	private int lines(Proposal drafted) throws Exception {
		return Jsoup
			.parse(this.pages.send(this.manager, get("/proposals/" + drafted.reference() + "/draft"), 200)
				.getContentAsString())
			.select("input[name$=.start]")
			.size();
	}

	@Test
	void datesWithoutAWorkingDayAreNotTakenIntoARequest() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		Document refused = this.pages.post(this.member, "/days/schedule", 422, "country", "PT", "from", "2027-01-09",
				"to", "2027-01-10", "weekdays", "SAT,SUN", "rate", "455", "request",
				draft.reference() + "@" + draft.version());
		assertThat(refused.text()).contains("No working day lies between");
	}

	@Test
	void aClientTakesTheDatesIntoADraftOfARequest() throws Exception {
		StaffingRequest draft = this.world.draft(this.member);
		this.pages.send(this.member, counted("/days/schedule"), 422);
		String seen = draft.reference() + "@" + draft.version();
		this.pages.send(this.member, counted("/days/schedule").param("request", seen), 302);
		Document schedule = Jsoup
			.parse(this.pages.send(this.member, get("/requests/" + draft.reference() + "/schedule"), 200)
				.getContentAsString());
		assertThat(schedule.select("#earliestStart").attr("value")).isEqualTo("2027-01-04");
		assertThat(schedule.select("#end").attr("value")).isEqualTo("2027-03-31");
		assertThat(schedule.select("#daysPerWeek").attr("value")).isEqualTo("1.5");
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		this.pages.send(stranger, counted("/days/schedule").param("request", seen), 404);
		// What somebody changed meanwhile is not written over.
		this.pages.send(this.member, counted("/days/schedule").param("request", seen), 409);
	}

}
