package org.muster.proposals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.forms.Formats;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@IntegrationTest
class LineDatesIntegrationTest {

	private static final int FIRST_LINE = 4;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	/** From New Year's Day, a holiday, to a Sunday. */
	@Test
	void everyPageAndFileShowsTheFirstAndTheLastDayWithWork() throws Exception {
		CurrentUser client = this.world.person(Role.APPROVER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		String path = "/proposals/" + this.world.drafted(client, manager).reference();
		LocalDate start = LocalDate.of(this.world.today().getYear() + 1, 1, 1);
		LocalDate end = start.plusMonths(1).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		this.pages.save(manager, path + "/draft", "#draft",
				Map.of("lines[0].start", start.toString(), "lines[0].end", end.toString()), 302);
		LocalDate first = start.plusDays(1);
		while (first.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
			first = first.plusDays(1);
		}
		LocalDate last = end.minusDays(2);
		String dates = new Formats().date(first) + " – " + new Formats().date(last);
		assertThat(this.pages.page(manager, path + "/sending").text()).contains(dates);
		this.pages.post(manager, path + "/sending", 302, "revision", "1");
		assertThat(this.pages.page(client, path).select("section[data-line]").text()).contains(dates,
				"Starts on " + new Formats().date(first));
		assertThat(this.pages.send(client, get("/proposals/export.csv"), 200).getContentAsString())
			.contains(first.toString(), last.toString())
			.doesNotContain(start.toString(), end.toString());
		byte[] sheet = this.pages.send(client, get(path + ".xlsx"), 200).getContentAsByteArray();
		try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(sheet))) {
			XSSFRow line = book.getSheetAt(0).getRow(FIRST_LINE);
			assertThat(line.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(first);
			assertThat(line.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(last);
		}
		// What was typed stays as it was typed.
		this.pages.post(manager, path + "/revisions", 302);
		assertThat(this.pages.page(manager, path + "/draft").select("[name='lines[0].start']").attr("value"))
			.isEqualTo(start.toString());
	}

	@Test
	void anEngagementKeepsTheFirstAndTheLastDayWithWorkOfItsLine() throws Exception {
		CurrentUser client = this.world.person(Role.APPROVER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		String reference = this.world.drafted(client, manager).reference();
		LocalDate saturday = this.world.today().plusMonths(2).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
		LocalDate sunday = saturday.plusDays(22);
		this.pages.save(manager, "/proposals/" + reference + "/draft", "#draft",
				Map.of("lines[0].start", saturday.toString(), "lines[0].end", sunday.toString()), 302);
		this.pages.post(manager, "/proposals/" + reference + "/sending", 302, "revision", "1");
		String shown = this.pages.page(client, "/proposals/" + reference).select("section[data-line]").text();
		this.pages.post(client, "/proposals/" + reference + "/acceptance", 302, "revision", "1", "fullName",
				client.name(), "function", "Head", "password", "secret");
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Map<String, Object> kept = this.jdbc.queryForMap(
					"select first_workday, last_workday from engagement where proposal_reference = ?", reference);
			LocalDate first = LocalDate.parse(String.valueOf(kept.get("first_workday")));
			LocalDate last = LocalDate.parse(String.valueOf(kept.get("last_workday")));
			assertThat(first).isAfter(saturday);
			assertThat(last).isBefore(sunday);
			assertThat(shown).contains(new Formats().date(first) + " – " + new Formats().date(last));
		});
	}

}
