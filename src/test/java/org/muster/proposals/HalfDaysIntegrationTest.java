package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.DayCount;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.requests.Requests;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** A number of days is exact to the half, wherever it is typed. */
@IntegrationTest
class HalfDaysIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private Requests requests;

	@Autowired
	private Drafting drafting;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser approver;

	private CurrentUser manager;

	private String offer;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
		this.offer = this.world.drafted(this.approver, this.manager).reference();
	}

	private static Map<String, String> days(String number) {
		return new LinkedHashMap<>(Map.of("validUntil", "2126-12-01", "lines[0].start", "2127-06-02", "lines[0].end",
				"", "lines[0].days", number, "lines[0].billRate", "100"));
	}

	/** At a rate that no second approver has to look at. */
	private void send(String number, String start) throws Exception {
		Map<String, String> typed = days(number);
		typed.put("lines[0].start", start);
		typed.put("lines[0].billRate", "400");
		save(typed, 302);
		this.pages.post(this.manager, "/proposals/" + this.offer + "/sending", 302, "revision", "1");
	}

	private Document save(Map<String, String> changed, int expected) throws Exception {
		return this.pages.save(this.manager, "/proposals/" + this.offer + "/draft", "#draft", changed, expected);
	}

	private Document offer(CurrentUser by) throws Exception {
		return this.pages.page(by, "/proposals/" + this.offer);
	}

	private static String days(Document page) {
		return page.select("section[data-line=1] [data-line-days]").text();
	}

	@ParameterizedTest
	@CsvSource({ "16.5, 16.5, '1,650.00', true", "'16,5', 16.5, '1,650.00', true", "16½, 16.5, '1,650.00', true",
			"0.5, 0.5, 50.00, true", ".5, 0.5, 50.00, true", "1, 1, 100.00, false", "17, 17, '1,700.00', false",
			"41.5, 41.5, '4,150.00', true" })
	void whatIsTypedIsWhatIsOffered(String typed, String days, String amount, boolean half) throws Exception {
		save(days(typed), 302);
		Document shown = offer(this.manager);
		assertThat(days(shown)).isEqualTo(days);
		assertThat(shown.select("section[data-line=1]").text()).contains(amount + " EUR")
			.doesNotContainPattern("(?<![\\d.,])1 days");
		assertThat(shown.select("section[data-line=1]").text().contains("Last day: half day")).isEqualTo(half);
	}

	@ParameterizedTest
	@CsvSource({ "16.25", "'16,75'", "0.25", "16¼", "0" })
	void partsOfADayOtherThanHalvesAreRefused(String typed) throws Exception {
		Document refused = save(days(typed), 422);
		assertThat(refused.text()).contains("Enter whole or half days, from 0.5 to 1,300.");
		assertThat(refused.select("[name='lines[0].days']").attr("value")).isEqualTo(typed);
	}

	@Test
	void withARampAndAHalfFridayTheNumberIsExactToo() throws Exception {
		Map<String, String> typed = days("41.5");
		typed.putAll(
				Map.of("lines[0].friday", "1", "lines[0].phases[0].from", "2127-07-01", "lines[0].phases[0].perWeek",
						"2.5", "lines[0].pauses[0].from", "2127-06-16", "lines[0].pauses[0].to", "2127-06-20"));
		save(typed, 302);
		assertThat(days(offer(this.manager))).isEqualTo("41.5");
		typed.put("lines[0].days", "41");
		save(typed, 302);
		assertThat(days(offer(this.manager))).isEqualTo("41");
	}

	@Test
	void theHalfLastDayStaysWhenTheDraftIsSavedAgainAndGoesWhenSomebodyUnticksIt() throws Exception {
		save(days("16.5"), 302);
		Document draft = this.pages.page(this.manager, "/proposals/" + this.offer + "/draft");
		assertThat(draft.select("[type=checkbox][name='lines[0].endsHalf']").hasAttr("checked")).isTrue();
		save(Map.of("note", "Saved again"), 302);
		assertThat(days(offer(this.manager))).isEqualTo("16.5");
		save(Map.of("lines[0].endsHalf", "false"), 302);
		assertThat(days(offer(this.manager))).isEqualTo("17");
		save(Map.of("lines[0].endsHalf", "true"), 302);
		assertThat(days(offer(this.manager))).isEqualTo("16.5");
	}

	@Test
	void anotherLastDayThanTheHalfOneIsWholeUntilSomebodyTicksIt() throws Exception {
		save(days("16.5"), 302);
		Document draft = this.pages.page(this.manager, "/proposals/" + this.offer + "/draft");
		String end = draft.select("[name='lines[0].end']").attr("value");
		String later = LocalDate.parse(end).plusDays(7).toString();
		save(Map.of("lines[0].end", later), 302);
		assertThat(offer(this.manager).select("section[data-line=1]").text()).doesNotContain("Last day: half day");
		Document moved = this.pages.page(this.manager, "/proposals/" + this.offer + "/draft");
		assertThat(moved.select("[name='lines[0].end']").attr("value")).isEqualTo(later);
		assertThat(moved.select("[type=checkbox][name='lines[0].endsHalf']").hasAttr("checked")).isFalse();
		save(Map.of("lines[0].endsHalf", "true"), 302);
		assertThat(offer(this.manager).select("section[data-line=1]").text()).contains("Last day: half day");
	}

	@Test
	void theSealTheSheetTheCalendarAndTheHoldSayTheSame() throws Exception {
		send("16.5", "2129-06-01");
		Document client = offer(this.approver);
		String last = client.select("[data-date].is-half").attr("data-date");
		assertThat(days(client)).isEqualTo("16.5");
		assertThat(client.select("[data-date].is-half")).hasSize(1);
		assertThat(client.select("[data-intact]").attr("data-intact")).isEqualTo("true");
		byte[] sheet = this.pages.send(this.approver, get("/proposals/" + this.offer + ".xlsx"), 200)
			.getContentAsByteArray();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			assertThat(StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
				.flatMap((row) -> StreamSupport.stream(row.spliterator(), false))
				.filter((cell) -> cell.getCellType() == CellType.FORMULA)
				.map(Cell::getNumericCellValue)).contains(16.5, 6600.0);
		}
		List<AbsenceRow> held = this.consultants
			.absencesOf(List
				.of(this.consultants.idOf(client.select("section[data-line=1] h2 a").attr("href").replaceAll(".*/", ""))
					.orElseThrow()))
			.stream()
			.filter((absence) -> absence.period().contains(LocalDate.parse(last)))
			.toList();
		assertThat(held).hasSize(1);
		assertThat(held.get(0).allocation().on(LocalDate.parse(last))).isEqualTo(new DayCount(1));
		this.pages.post(this.approver, "/proposals/" + this.offer + "/acceptance", 302, "revision", "1", "fullName",
				this.approver.name(), "function", "Head of delivery");
	}

	@Test
	void theDayCalculatorCountsHalvesAndItsLinesHaveThem() throws Exception {
		String query = "country=PT&from=2127-06-02&days=16.5&weekdays=MON,TUE,WED,THU,FRI&rate=100";
		Document counted = this.pages.page(this.manager, "/days?" + query);
		assertThat(counted.select("[data-total-days]").attr("data-total-days")).isEqualTo("16.5");
		assertThat(counted.select("[data-total]").attr("data-total")).isEqualTo("1650.00");
		assertThat(counted.text()).contains("Last day: half day");
		Consultant other = this.world.consultant();
		this.pages.post(this.manager, "/days/lines", 302, "country", "PT", "from", "2127-06-02", "days", "16.5",
				"weekdays", "MON,TUE,WED,THU,FRI", "rate", "100", "seat", this.offer + ":1", "consultant",
				other.reference());
		assertThat(offer(this.manager).select("section[data-line=2] [data-line-days]").text()).isEqualTo("16.5");
		assertThat(
				this.pages.send(this.manager, get("/days?" + query.replace("16.5", "16.25")), 422).getContentAsString())
			.contains("Enter whole or half days, from 0.5 to 1,300.");
	}

	@Test
	void aRequestForHalvesIsDraftedWithThem() throws Exception {
		StaffingRequest request = this.world.submitted(this.approver);
		LocalDate start = this.world.today().plusMonths(1);
		this.transaction.executeWithoutResult((status) -> this.requests.require(request.id(), Viewer.muster())
			.schedule(new Schedule(start, start.plusDays(14), null, DayCount.of("33.5"), DayCount.of("4")),
					this.approver, Instant.now()));
		Proposal drafted = this.drafting.start(request.reference(), UUID.randomUUID().toString(), this.manager);
		this.offer = drafted.reference();
		assertThat(days(offer(this.manager))).isEqualTo("33.5");
	}

	@Test
	void aClientAsksForHalfADayLessAndGetsIt() throws Exception {
		send("20", "2128-06-01");
		this.pages.post(this.approver, "/proposals/" + this.offer + "/counter-proposals", 302, "revision", "1",
				"rows[0].line", "1", "rows[0].days", "18,5", "reason", "Less to do");
		String answer = offer(this.manager).select("#counters form[action$=revision]").attr("action");
		this.pages.post(this.manager, answer, 302);
		this.pages.post(this.manager, "/proposals/" + this.offer + "/sending", 302, "revision", "2");
		Document sent = offer(this.approver);
		assertThat(days(sent)).isEqualTo("18.5");
		assertThat(sent.select("#changes").text()).contains("(Last day: half day)");
	}

}
