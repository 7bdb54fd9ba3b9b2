package org.muster.profiles;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Availability;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;
import org.muster.forms.Formats;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ProfileIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private Pool pool;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	private Consultant person;

	private CurrentUser manager;

	private CurrentUser client;

	private String admin;

	@BeforeEach
	void build() {
		this.person = this.world.consultant();
		this.manager = this.world.manager();
		this.client = this.world.person(Role.MEMBER, this.world.organisation());
		this.admin = "/admin/consultants/" + this.person.reference();
	}

	private ResultActions send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.world.as(this.manager)));
	}

	private ResultActions profile(CurrentUser user) throws Exception {
		return this.mvc.perform(get("/consultants/" + this.person.reference()).with(this.world.as(user)))
			.andExpect(status().isOk());
	}

	@Test
	void aRateAppliesFromItsDateAndWhatAppliedBeforeStaysKnown() {
		LocalDate today = LocalDate.now(this.clock);
		this.transaction.executeWithoutResult((status) -> {
			Consultant consultant = this.consultants.findById(this.person.id()).orElseThrow();
			consultant.charge(rates("300", "4200"), today.plusDays(10), "Somebody", this.clock);
			consultant.charge(rates("300", "4200"), today.plusDays(20), "Somebody", this.clock);
			assertThat(consultant.rates()).hasSize(2);
			assertThat(consultant.ratesOn(today.plusDays(9)).bill()).isEqualByComparingTo("400");
			assertThat(consultant.ratesOn(today.plusDays(10)).bill()).isEqualByComparingTo("4200");
		});
		assertThat(this.pool.some(List.of(this.person.id())).get(0).billRate()).isEqualByComparingTo("400");
	}

	private static Consultant.Rates rates(String pay, String bill) {
		return new Consultant.Rates(new BigDecimal(pay), new BigDecimal(bill));
	}

	@Test
	void theFormSaysSinceWhenTheDayRateIsAndTakesAnotherDay() throws Exception {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate agreed = today.minusMonths(14);
		assertThat(this.pages.page(this.manager, this.admin).select("#billedSince-about").text())
			.startsWith("Currently " + new Formats().date(today) + ".");
		assertThat(save(Map.of("billedSince", today.plusDays(1).toString()), 422).select("#billedSince-about").text())
			.contains("Choose that day or an earlier one");
		save(Map.of("billedSince", agreed.toString()), 302);
		assertThat(this.pages.page(this.manager, this.admin).select("#billedSince-about").text())
			.startsWith("Currently " + new Formats().date(agreed) + ".");
		save(Map.of("payRate", "320"), 302);
		assertThat(this.pages.page(this.manager, "/consultants/" + this.person.reference())
			.select("[data-since]")
			.eachText()).hasSize(2).containsOnly("bill rate agreed on " + new Formats().date(agreed));
		save(Map.of("billRate", "430"), 302);
		Candidate candidate = this.pool.some(List.of(this.person.id())).get(0);
		assertThat(candidate.billRate()).isEqualByComparingTo("430");
		assertThat(candidate.billedSince()).isEqualTo(today);
		profile(this.client).andExpect(content().string(not(containsString("agreed on"))));
	}

	private Document save(Map<String, String> changed, int expected) throws Exception {
		Document page = this.pages.page(this.manager, this.admin);
		page.select("button").remove();
		return this.pages.send(this.manager, page, "form:has([name=billRate])", changed, expected);
	}

	@Test
	void clientsReadProjectsAndCertificationsButNeitherCustomersNorNotesNorRatesPaid() throws Exception {
		send(post(this.admin + "/projects").param("title", "Moved a bank's ledger")
			.param("customer", "Secret Bank plc")
			.param("startsOn", "2024-01-01")
			.param("endsOn", "2025-06-30")
			.param("description", "Led four people.")
			.param("skills", "Java, Kafka")).andExpect(status().is3xxRedirection());
		send(post(this.admin + "/certifications").param("name", "Professional Scrum Master")
			.param("issuer", "Scrum.org")
			.param("expiresOn", "2020-01-01")).andExpect(status().is3xxRedirection());
		send(post(this.admin + "/notes").param("text", "Wants a raise in spring"))
			.andExpect(status().is3xxRedirection());
		profile(this.manager).andExpect(content().string(containsString("Secret Bank plc")))
			.andExpect(content().string(containsString("Wants a raise in spring")))
			.andExpect(content().string(containsString("300\u00a0EUR")));
		profile(this.client).andExpect(content().string(containsString("Moved a bank&#39;s ledger")))
			.andExpect(content().string(containsString("Professional Scrum Master")))
			.andExpect(content().string(containsString("Kafka")))
			.andExpect(content().string(not(containsString("Secret Bank"))))
			.andExpect(content().string(not(containsString("Wants a raise"))))
			.andExpect(content().string(not(containsString(this.person.email()))))
			.andExpect(content().string(not(containsString("300\u00a0EUR"))));
	}

	@Test
	void whatIsWrongWithAProjectOrACertificationIsSaidAndKept() throws Exception {
		send(post(this.admin + "/projects").param("title", "A")
			.param("startsOn", "2025-01-01")
			.param("endsOn", "2024-01-01")
			.param("description", "B")
			.param("skills", "Java, Jawa")).andExpect(status().is(422))
			.andExpect(content().string(containsString("The end is before the start.")))
			.andExpect(content().string(containsString("We know no skill of this name: Jawa")));
		send(post(this.admin + "/projects").param("title", "T").param("skills", "Q".repeat(300)))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("We know no skill of this name: " + "Q".repeat(119) + "…<")))
			.andExpect(content().string(containsString("\"" + "Q".repeat(300) + "\"")));
		send(post(this.admin + "/certifications").param("name", "")
			.param("issuer", "x")
			.param("obtainedOn", "yesterday")).andExpect(status().is(422));
		send(post(this.admin + "/notes").param("text", " ")).andExpect(status().is3xxRedirection());
	}

	@Test
	void aPhotoIsDrawnAnewAndWhatIsNoneIsRefused() throws Exception {
		BufferedImage picture = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpeg", jpeg);
		jpeg.write("<script>alert(1)</script>%PDF-1.7".getBytes());
		String address = "/consultants/" + this.person.reference() + "/photo";
		this.mvc.perform(get(address).with(this.world.as(this.client))).andExpect(status().isNotFound());
		send(multipart(this.admin + "/photo")
			.file(new MockMultipartFile("file", "me.jpg", "image/jpeg", jpeg.toByteArray())))
			.andExpect(status().is3xxRedirection());
		byte[] kept = this.mvc.perform(get(address).with(this.world.as(this.client)))
			.andExpect(status().isOk())
			.andExpect(content().contentType("image/png"))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("script", "PDF");
		Map<byte[], String> refused = new LinkedHashMap<>();
		refused.put(new byte[0], "This file is empty.");
		refused.put("<svg onload=alert(1)>".getBytes(), "This is not a PNG, JPEG or WebP picture.");
		refused.put(new byte[10 * 1024 * 1024 + 1], "This file is larger than 10 MB.");
		refused.put(Arrays.copyOf(jpeg.toByteArray(), 500), "This picture ends too early");
		ByteArrayOutputStream large = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_BINARY), "png", large);
		refused.put(large.toByteArray(), "This picture has 6,000 × 5,000 pixels, which is more than 25 million.");
		for (Map.Entry<byte[], String> wrong : refused.entrySet()) {
			FlashMap flash = send(multipart(this.admin + "/photo")
				.file(new MockMultipartFile("file", "me.jpg", "image/jpeg", wrong.getKey())))
				.andExpect(status().is3xxRedirection())
				.andReturn()
				.getFlashMap();
			this.mvc
				.perform(get("/consultants/" + this.person.reference()).with(this.world.as(this.manager))
					.flashAttrs(flash))
				.andExpect(content().string(containsString(wrong.getValue())));
		}
	}

	@Test
	void theWeeksAreExactToHalfADay() {
		LocalDate monday = LocalDate.of(2026, 11, 30);
		List<AbsenceRow> absences = List.of(
				new AbsenceRow(1, null, 1, AbsenceKind.ENGAGED, monday, monday.plusDays(60),
						Allocation.parse("MON,TUE/2")),
				new AbsenceRow(2, null, 1, AbsenceKind.LEAVE, monday.plusDays(1), monday.plusDays(1),
						Allocation.parse("TUE/2")),
				new AbsenceRow(3, null, 1, AbsenceKind.TENTATIVE, monday, monday.plusDays(4), Allocation.FULL_TIME));
		Availability weeks = Availability.of(monday, absences, monday.minusDays(9),
				new org.muster.calendar.Place("PT", null));
		assertThat(weeks.weeks()).hasSize(26);
		// 1 December is a holiday in Portugal, as is the 8th.
		assertThat(weeks.weeks().get(0).days().get(1).holiday()).isNotNull();
		assertThat(weeks.weeks().get(0).free()).isEqualTo(DayCount.of("3"));
		assertThat(weeks.weeks().get(2).free()).isEqualTo(DayCount.of("3.5"));
		assertThat(weeks.withoutReasons().weeks().get(0).days().get(0).first()).isEqualTo(Availability.Half.LATER);
	}

	@Test
	void theSameLeaveIsEnteredOnce() throws Exception {
		LocalDate monday = LocalDate.now(this.clock).plusWeeks(2).with(java.time.DayOfWeek.MONDAY);
		for (String until : List.of("4", "4", "5")) {
			send(post(this.admin + "/availability").param("kind", "LEAVE")
				.param("from", monday.toString())
				.param("to", monday.plusDays(Long.parseLong(until)).toString())
				.param("mon", "2")).andExpect(status().is3xxRedirection());
		}
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(2);
	}

	@Test
	void whatWasOverAMonthAgoIsReadOnlyByWhoAsksForIt() throws Exception {
		LocalDate today = LocalDate.now(this.clock);
		this.transaction.executeWithoutResult((status) -> {
			Consultant consultant = this.consultants.findById(this.person.id()).orElseThrow();
			for (int weeks = 5; weeks < 35; weeks++) {
				LocalDate day = today.minusWeeks(weeks);
				consultant.absent(AbsenceKind.LEAVE, new Period(day, day), Allocation.FULL_TIME);
			}
			consultant.absent(AbsenceKind.LEAVE, new Period(today.minusDays(60), today.minusDays(31)),
					Allocation.FULL_TIME);
			consultant.absent(AbsenceKind.LEAVE, new Period(today.plusDays(7), today.plusDays(8)),
					Allocation.FULL_TIME);
		});
		assertThat(this.pool.some(List.of(this.person.id())).get(0).absences()).hasSize(2);
		Document now = this.pages.page(this.manager, this.admin + "/availability");
		assertThat(now.select("[data-absence]")).hasSize(2);
		assertThat(now.select("#past")).isEmpty();
		Document past = this.pages.page(this.manager, now.select("a[href$='past=0']").attr("href"));
		assertThat(past.select("#past [data-absence]")).hasSize(25);
		Document older = this.pages.page(this.manager, past.select("#past a[rel=next]").attr("href"));
		assertThat(older.select("#past [data-absence]")).hasSize(5);
		assertThat(older.select("#past a[rel=next]")).isEmpty();
		String calendar = send(get(this.admin + "/availability/calendar.ics")).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(calendar.split("BEGIN:VEVENT")).hasSize(3);
	}

	@Test
	void whatNoPageSendsIsRefusedAndNoFailure() throws Exception {
		for (String day : List.of("abc", "999999999999", "3", "-1")) {
			send(post(this.admin + "/availability").param("kind", "LEAVE")
				.param("from", "2027-03-01")
				.param("to", "2027-03-05")
				.param("mon", day)
				.param("tue", "2")).andExpect(status().isUnprocessableContent());
		}
		send(post(this.admin).param("skills[20].name", "Java").param("languages[30].level", "C1"))
			.andExpect(status().isUnprocessableContent());
	}

	@Test
	void leaveIsEnteredRemovedAndCarriedByACalendar() throws Exception {
		LocalDate monday = LocalDate.now(this.clock).plusWeeks(2).with(java.time.DayOfWeek.MONDAY);
		send(post(this.admin + "/availability").param("kind", "LEAVE")
			.param("from", monday.toString())
			.param("to", monday.plusDays(4).toString())
			.param("mon", "2")
			.param("tue", "1")).andExpect(status().is3xxRedirection());
		send(post(this.admin + "/availability").param("kind", "ENGAGED")
			.param("from", monday.toString())
			.param("to", monday.minusDays(4).toString())
			.param("mon", "0")).andExpect(status().is(422))
			.andExpect(content().string(containsString("The end is before the start.")))
			.andExpect(content().string(containsString("Please choose at least half a day")));
		AbsenceRow entered = this.consultants.absencesOf(List.of(this.person.id())).get(0);
		assertThat(entered.allocation()).hasToString("MON,TUE/2");
		String calendar = send(get(this.admin + "/availability/calendar.ics")).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(calendar).contains("BEGIN:VCALENDAR", "RRULE:FREQ=WEEKLY", "CATEGORIES:LEAVE");
		// Our own events are known; those of others are entered once.
		calendar(calendar);
		calendar(calendar.replace("@muster", "@elsewhere"));
		calendar(calendar.replace("@muster", "@elsewhere"));
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(3);
		send(post(this.admin + "/availability/" + entered.id() + "/removal")).andExpect(status().is3xxRedirection());
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(2);
		send(multipart(this.admin + "/availability/calendar")
			.file(new MockMultipartFile("file", "a.ics", "text/calendar", "hello".getBytes())))
			.andExpect(status().is3xxRedirection());
		for (Map.Entry<byte[], String> wrong : Map
			.of(new byte[0], "icalendar.empty", new byte[2 * 1024 * 1024 + 1], "icalendar.large")
			.entrySet()) {
			send(multipart(this.admin + "/availability/calendar")
				.file(new MockMultipartFile("file", "a.ics", "text/calendar", wrong.getKey())))
				.andExpect(flash().attribute("problem", wrong.getValue()));
		}
	}

	@Test
	void theResultOfAnUploadIsShownWithWhatWasLeftOut() throws Exception {
		LocalDate day = LocalDate.now(this.clock).plusWeeks(2).with(java.time.DayOfWeek.MONDAY);
		String event = "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;VALUE=DATE:%s\r\n%s\r\nEND:VEVENT\r\n";
		String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n";
		String date = day.toString().replace("-", "");
		assertThat(
				uploaded(calendar.formatted(event.formatted(1, date, "X-A:1") + event.formatted(2, "20200203", "X-A:1")
						+ event.formatted(3, "20200204", "X-A:1") + event.formatted(4, date, "TRANSP:TRANSPARENT"))))
			.contains("One absence was entered.", "2 entries are in the past", "1 entry is marked as free");
		assertThat(uploaded(calendar.formatted(event.formatted(1, date, "STATUS:CANCELLED"))))
			.contains("Nothing new was entered; 1 was removed.", "1 entry is cancelled");
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).isEmpty();
	}

	@Test
	void aMorningAndAnAfternoonOfADayAreToldApartAndAnOlderVersionOfThemIsSaid() throws Exception {
		String date = LocalDate.now(this.clock)
			.plusWeeks(2)
			.with(java.time.DayOfWeek.MONDAY)
			.toString()
			.replace("-", "");
		String event = "BEGIN:VEVENT\r\nUID:%d\r\nSEQUENCE:%d\r\nDTSTART:" + date + "T%s\r\nDTEND:" + date
				+ "T%s\r\nEND:VEVENT\r\n";
		String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n";
		String afternoon = event.formatted(2, 0, "140000", "170000");
		assertThat(uploaded(calendar.formatted(event.formatted(1, 2, "090000", "120000") + afternoon)))
			.contains("2 absences were entered", "half days: mornings", "half days: afternoons");
		assertThat(uploaded(calendar.formatted(event.formatted(1, 1, "090000", "170000") + afternoon)))
			.contains("1 entry is older than the version that was uploaded before", "half days: mornings");
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(2);
	}

	@Test
	void anUploadSaysHowFarItGoesAndWhatItKeeps() throws Exception {
		LocalDate day = LocalDate.now(this.clock).plusWeeks(2).with(java.time.DayOfWeek.MONDAY);
		String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:"
				+ day.toString().replace("-", "") + "\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		assertThat(uploaded(calendar.formatted("1", "RRULE:FREQ=WEEKLY"))).contains("One absence was entered.",
				"1 entry continues after", "was entered up to that date.");
		assertThat(uploaded(calendar.formatted("2", "RRULE:FREQ=SOMETIMES"))).contains("1 earlier absence was kept.",
				"1 entry repeats by a rule that cannot be read");
		assertThat(uploaded(
				calendar.formatted("1", "RECURRENCE-ID;VALUE=DATE:" + day.plusWeeks(1).toString().replace("-", ""))))
			.contains("One absence was entered; 1 was removed.");
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(3);
		assertThat(uploaded(calendar.substring(0, 80).formatted("1"))).contains("This file is cut off");
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(3);
	}

	private String uploaded(String text) throws Exception {
		var flash = send(multipart(this.admin + "/availability/calendar")
			.file(new MockMultipartFile("file", "a.ics", "text/calendar", text.getBytes()))).andReturn().getFlashMap();
		return send(get(this.admin + "/availability").flashAttrs(flash)).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private void calendar(String text) throws Exception {
		send(multipart(this.admin + "/availability/calendar")
			.file(new MockMultipartFile("file", "a.ics", "text/calendar", text.getBytes())))
			.andExpect(status().is3xxRedirection());
	}

	@Test
	void anEngagementCannotBeRemovedByHand() throws Exception {
		LocalDate today = LocalDate.now(this.clock);
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(this.person.id())
			.orElseThrow()
			.engage(new Period(today, today.plusDays(9)), Allocation.FULL_TIME, "E-2026-1"));
		long id = this.consultants.absencesOf(List.of(this.person.id())).get(0).id();
		send(post(this.admin + "/availability/" + id + "/removal")).andExpect(status().is3xxRedirection());
		assertThat(this.consultants.absencesOf(List.of(this.person.id()))).hasSize(1);
	}

}
