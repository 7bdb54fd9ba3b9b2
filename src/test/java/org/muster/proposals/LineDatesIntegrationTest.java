package org.muster.proposals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.forms.Shown;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@IntegrationTest
class LineDatesIntegrationTest {

	private static final int FIRST_LINE = 4;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

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
		String dates = new Shown().date(first) + " – " + new Shown().date(last);
		assertThat(this.pages.page(manager, path + "/sending").text()).contains(dates);
		this.pages.post(manager, path + "/sending", 302, "revision", "1");
		assertThat(this.pages.page(client, path).select("section[data-line]").text()).contains(dates,
				"Starts on " + new Shown().date(first));
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

}
