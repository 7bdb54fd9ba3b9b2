package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.availability.AbsenceRow;
import org.muster.consultants.Consultants;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What a line counts by: ramps, pauses, closings, and whose holidays. */
@IntegrationTest
class CalendarIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private org.springframework.transaction.support.TransactionTemplate transaction;

	private Organisation organisation;

	private CurrentUser member;

	private CurrentUser manager;

	private String offer;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.member = this.world.person(Role.APPROVER, this.organisation);
		this.manager = this.world.manager();
		this.world.consultant();
		this.offer = this.world.drafted(this.member, this.manager).reference();
	}

	/** The form as it stands, with some fields changed. */
	private Document save(Map<String, String> changed, int expected) throws Exception {
		return this.pages.save(this.manager, "/proposals/" + this.offer + "/draft", "#draft", changed, expected);
	}

	private List<String> months(CurrentUser by) throws Exception {
		return this.pages.page(by, "/proposals/" + this.offer)
			.select("section[data-line=1] .month-calendar")
			.eachAttr("data-days");
	}

	private static final Map<String, String> QUARTER = Map.of("lines[0].start", "2127-01-06", "lines[0].end",
			"2127-03-31", "validUntil", "2126-12-01");

	@Test
	void aRampAndAPauseCountFromTheirOwnDaysAndStayWhenTheOfferIsSent() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		typed.putAll(Map.of("lines[0].wednesday", "0", "lines[0].thursday", "0", "lines[0].friday", "0",
				"lines[0].phases[0].from", "2127-02-03", "lines[0].phases[0].perWeek", "5", "lines[0].pauses[0].from",
				"2127-03-10", "lines[0].pauses[0].to", "2127-03-16"));
		save(typed, 302);
		// 6 January 2127 is a Monday: eight Mondays and Tuesdays, then every weekday; 4
		// March is Carnival in no calendar of ours, 28 March Good Friday.
		assertThat(months(this.manager)).containsExactly("8", "20", "15");
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "1"), 302);
		assertThat(months(this.member)).containsExactly("8", "20", "15");
		Document shown = this.pages.page(this.member, "/proposals/" + this.offer);
		assertThat(shown.text()).contains("from 3 Feb 2127: 5 days a week", "pause 10 Mar 2127 – 16 Mar 2127");
		assertThat(shown.select("[data-date=2127-03-10]").attr("data-reason")).isEqualTo("PAUSE");
		assertThat(shown.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		long consultant = this.consultants
			.idOf(shown.select("section[data-line=1] h2 a").attr("href").replaceAll(".*/", ""))
			.orElseThrow();
		assertThat(this.consultants.absencesOf(List.of(consultant))
			.stream()
			.filter((absence) -> absence.source() != null && absence.source().startsWith(this.offer))
			.map((absence) -> absence.startsOn() + " " + absence.endsOn() + " " + absence.allocation().perWeek()))
			.containsExactly("2127-01-06 2127-02-02 2", "2127-02-03 2127-03-09 5", "2127-03-17 2127-03-31 5");
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/withdrawal").param("revision", "1"), 302);
		assertThat(this.consultants.absencesOf(List.of(consultant))).extracting(AbsenceRow::source)
			.filteredOn((source) -> source != null && source.startsWith(this.offer))
			.isEmpty();
	}

	@Test
	void aNumberOfDaysFindsTheLastOne() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		typed.putAll(Map.of("lines[0].end", "", "lines[0].days", "10"));
		save(typed, 302);
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer + "/draft")
			.select("[name='lines[0].end']")
			.attr("value")).isEqualTo("2127-01-17");
		typed.put("lines[0].days", "");
		assertThat(save(typed, 422).text()).contains("a last day or a number of days");
		typed.putAll(Map.of("lines[0].days", "1300", "lines[0].monday", "1", "lines[0].tuesday", "0",
				"lines[0].wednesday", "0", "lines[0].thursday", "0", "lines[0].friday", "0"));
		assertThat(save(typed, 422).text()).contains("five years at most");
	}

	@Test
	void closingsOfEitherCompanyAreNotWorked() throws Exception {
		String ref = this.organisation.reference();
		this.pages.send(this.manager,
				post("/admin/closings").param("organisation", ref)
					.param("from", "2127-01-20")
					.param("to", "2127-01-24")
					.param("name", "Stocktaking <b>!</b>"),
				302);
		this.pages.send(this.manager,
				post("/admin/closings").param("from", "2127-02-03")
					.param("to", "2127-02-03")
					.param("name", "Our anniversary"),
				302);
		save(QUARTER, 302);
		Document shown = this.pages.page(this.manager, "/proposals/" + this.offer);
		assertThat(shown.select("[data-date=2127-01-20]").attr("data-reason")).isEqualTo("CLOSED");
		assertThat(shown.select("[data-date=2127-02-03]").attr("data-reason")).isEqualTo("CLOSED");
		assertThat(shown.text()).contains("20 Stocktaking <b>!</b>", "3 Our anniversary");
		String own = this.pages.page(this.manager, "/admin/closings").select("form[action*=removal]").attr("action");
		for (Element removal : this.pages.page(this.manager, "/admin/closings").select("form[action*=removal]")) {
			this.pages.send(this.manager, post(java.net.URI.create(removal.attr("action"))), 302);
		}
		assertThat(own).isNotEmpty();
		assertThat(this.pages.page(this.manager, "/admin/closings?organisation=" + ref).text()).contains("Stocktaking");
		save(Map.of(), 302);
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer)
			.select("[data-date=2127-02-03]")
			.attr("data-reason")).isEqualTo("WORKING");
		this.pages.send(this.manager,
				post("/admin/closings").param("from", "2127-02-03").param("to", "2127-02-01").param("name", ""), 422);
		this.pages.send(this.manager, get("/admin/closings?organisation=nobody"), 404);
	}

	@Test
	void holidaysAreThoseOfThePlaceOrOfThePersonOrBoth() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		// The person is in Portugal. 6 January is a holiday in Bavaria, not there.
		typed.putAll(
				Map.of("country", "DE", "region", "by", "lines[0].start", "2127-01-06", "lines[0].end", "2127-04-30"));
		Map<String, String> epiphany = Map.of("PLACE", "HOLIDAY", "CONSULTANT", "WORKING", "BOTH", "HOLIDAY");
		Map<String, String> liberty = Map.of("PLACE", "WORKING", "CONSULTANT", "HOLIDAY", "BOTH", "HOLIDAY");
		for (String rule : List.of("PLACE", "CONSULTANT", "BOTH")) {
			typed.put("rule", rule);
			save(typed, 302);
			Document shown = this.pages.page(this.manager, "/proposals/" + this.offer);
			assertThat(shown.select("[data-date=2127-01-06]").attr("data-reason")).as(rule)
				.isEqualTo(epiphany.get(rule));
			assertThat(shown.select("[data-date=2127-04-25]").attr("data-reason")).as(rule)
				.isEqualTo(liberty.get(rule));
		}
		typed.put("rule", "WHATEVER");
		save(typed, 422);
	}

	@Test
	void aRevisionIsComparedWithTheOneBeforeChangeByChange() throws Exception {
		save(QUARTER, 302);
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer).select("#changes")).isEmpty();
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "1"), 302);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/revisions"), 302);
		// What was sent is shown first, and the draft beside it.
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer).select("#changes")).isEmpty();
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer + "?revision=2").select("#changes").text())
			.contains("Nothing is offered otherwise");
		save(Map.of("lines[0].billRate", "390", "lines[0].friday", "0", "discountPercent", "5"), 302);
		Document staff = this.pages.page(this.manager, "/proposals/" + this.offer + "?revision=2");
		assertThat(this.pages.page(this.member, "/proposals/" + this.offer).select("#changes")).isEmpty();
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "2"), 302);
		Document client = this.pages.page(this.member, "/proposals/" + this.offer);
		for (Document page : List.of(staff, client)) {
			String changes = page.select("#changes").text();
			assertThat(changes).contains("Day rate 400 EUR → 390 EUR", "Discount on the whole (%) 0 → 5", "Days ",
					"Total ");
			assertThat(changes).contains("5 days/week (Mon, Tue, Wed, Thu, Fri)", "4 days/week (Mon, Tue, Wed, Thu)");
		}
		assertThat(this.pages.page(this.member, "/proposals/" + this.offer + "?revision=1").select("#changes"))
			.isEmpty();
	}

	@Test
	void theSheetReckonsToTheSameCent() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		typed.putAll(Map.of("lines[0].billRate", "433.33", "lines[0].discountPercent", "3.33", "lines[0].monday", "1",
				"discountPercent", "2.5"));
		save(typed, 302);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "1"), 302);
		byte[] bytes = this.pages.send(this.member, get("/proposals/" + this.offer + ".xlsx"), 200)
			.getContentAsByteArray();
		Map<String, Double> sums = new LinkedHashMap<>();
		List<String> all = new ArrayList<>();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			workbook.getSheetAt(0).forEach((row) -> {
				row.forEach((cell) -> all.add(cell.toString()));
				Cell name = row.getCell(0);
				Cell last = row.getCell(row.getLastCellNum() - 1);
				if (last != null && last.getCellType() == CellType.FORMULA) {
					sums.put(name.getStringCellValue(), last.getNumericCellValue());
				}
			});
		}
		Document shown = this.pages.page(this.member, "/proposals/" + this.offer);
		String total = shown.select("[data-total]").text().replaceAll("[^\\d.]", "");
		assertThat(sums.get("Total")).isEqualTo(Double.parseDouble(total));
		assertThat(sums).containsKeys("Subtotal", "VAT");
		// Everybody in the tests is paid 300.
		assertThat(all).contains("433.33").doesNotContain("300.0", "300");
	}

	@Test
	void rampsAndPausesThatTheDaysNeverReachAreRefusedOrLeftOutWhereANumberOfDaysEndsThem() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		typed.putAll(Map.of("lines[0].phases[0].from", "2127-04-07", "lines[0].phases[0].perWeek", "2.5",
				"lines[0].pauses[0].from", "2127-04-14", "lines[0].pauses[0].to", "2127-04-18",
				"lines[0].pauses[1].from", "2126-12-01", "lines[0].pauses[1].to", "2127-01-03"));
		Document again = save(typed, 422);
		assertThat(again.text()).contains("This is after the last day of work. Choose an earlier day.",
				"This is after the last day of work. Choose an earlier day, or remove the pause.",
				"This is before the first day of work.");
		typed.remove("lines[0].pauses[1].from");
		typed.remove("lines[0].pauses[1].to");
		typed.putAll(Map.of("lines[0].end", "", "lines[0].days", "10"));
		save(typed, 302);
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer).select("section[data-line]").text())
			.contains("17 Jan 2127")
			.doesNotContain("from 7 Apr 2127", "pause 14 Apr", "2.5 days a week");
		assertThat(this.pages.page(this.manager, "/proposals/" + this.offer + "/draft")
			.select("[data-warning=FEWER_DAYS_A_WEEK]")).isEmpty();
	}

	@Test
	void whatIsBookedOnDaysWithoutWorkIsInNobodysWay() throws Exception {
		save(QUARTER, 302);
		String path = "/proposals/" + this.offer;
		long consultant = this.consultants
			.idOf(this.pages.page(this.manager, path)
				.select("section[data-line=1] h2 a")
				.attr("href")
				.replaceAll(".*/", ""))
			.orElseThrow();
		// Good Friday of 2127.
		engage(consultant, LocalDate.parse("2127-03-28"), LocalDate.parse("2127-03-28"), "E-1");
		assertThat(this.pages.page(this.manager, path + "/draft").select("[data-clash]")).isEmpty();
		assertThat(this.pages.page(this.manager, path + "/sending").select("[data-obstacle]")).isEmpty();
		engage(consultant, LocalDate.parse("2127-03-24"), LocalDate.parse("2127-03-28"), "E-2");
		assertThat(this.pages.page(this.manager, path + "/draft").select("[data-clash]").text()).contains("4 days")
			.doesNotContain("Fri");
		assertThat(this.pages.page(this.manager, path + "/sending").select("[data-obstacle]").text())
			.contains("4 days");
	}

	private void engage(long consultant, LocalDate from, LocalDate to, String source) {
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(consultant)
			.orElseThrow()
			.engage(new org.muster.calendar.Period(from, to), org.muster.calendar.Allocation.FULL_TIME, source));
	}

	@Test
	void whatIsWrongWithRampsAndPausesIsSaidBesideTheField() throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(QUARTER);
		typed.putAll(Map.of("lines[0].phases[0].from", "2126-01-01", "lines[0].phases[0].perWeek", "5",
				"lines[0].phases[1].from", "2127-02-03", "lines[0].phases[3].perWeek", "9", "lines[0].phases[3].from",
				"2127-03-03", "lines[0].pauses[0].from", "2127-03-10", "lines[0].pauses[1].from", "2127-03-10",
				"lines[0].pauses[1].to", "2127-03-01"));
		Document again = save(typed, 422);
		assertThat(again.text()).contains("after the first day", "both, the day and the days a week",
				"half a day to five days", "Please give both days");
		assertThat(again.select("[name='lines[0].phases[0].from']").attr("value")).isEqualTo("2126-01-01");
		assertThat(LocalDate.parse("2127-01-06").getDayOfWeek().name()).isEqualTo("MONDAY");
	}

}
