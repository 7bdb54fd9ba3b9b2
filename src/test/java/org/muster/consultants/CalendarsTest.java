package org.muster.consultants;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On Tuesday 24 November 2026. */
class CalendarsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static List<Calendars.Entry> read(String... event) throws Calendars.Unreadable {
		String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//EN\r\nBEGIN:VEVENT\r\nUID:1@elsewhere\r\n"
				+ "DTSTAMP:20261101T000000Z\r\n" + String.join("\r\n", event) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		return Calendars.read(calendar.getBytes(StandardCharsets.UTF_8), TODAY);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					a week off          | DTSTART;VALUE=DATE:20261207 / DTEND;VALUE=DATE:20261212 | LEAVE 2026-12-07 2026-12-11 MON,TUE,WED,THU,FRI
					one day             | DTSTART;VALUE=DATE:20261208                             | LEAVE 2026-12-08 2026-12-08 TUE
					a morning           | DTSTART:20261208T090000Z / DTEND:20261208T130000Z       | LEAVE 2026-12-08 2026-12-08 TUE/2
					a long day          | DTSTART:20261208T080000Z / DTEND:20261208T170000Z       | LEAVE 2026-12-08 2026-12-08 TUE
					a meeting           | DTSTART:20261208T090000Z / DTEND:20261208T100000Z       |
					perhaps             | DTSTART;VALUE=DATE:20261208 / STATUS:TENTATIVE          | TENTATIVE 2026-12-08 2026-12-08 TUE
					cancelled           | DTSTART;VALUE=DATE:20261208 / STATUS:CANCELLED          |
					a birthday          | DTSTART;VALUE=DATE:20261208 / TRANSP:TRANSPARENT        |
					four Fridays        | DTSTART;VALUE=DATE:20261204 / RRULE:FREQ=WEEKLY;COUNT=4 | LEAVE 2026-12-04 2026-12-25 FRI
					a Friday less       | DTSTART;VALUE=DATE:20261204 / RRULE:FREQ=WEEKLY;COUNT=4 / EXDATE;VALUE=DATE:20261211 | LEAVE 2026-12-04 2026-12-04 FRI; LEAVE 2026-12-18 2026-12-25 FRI
					""")
	void eventsBecomeWhatTheyTakeOfAPerson(String name, String event, String expected) throws Exception {
		assertThat(read(event.split(" / ")).stream()
			.map((entry) -> entry.kind() + " " + entry.period().from() + " " + entry.period().to() + " "
					+ entry.allocation())
			.toList()).containsExactlyInAnyOrder((expected != null) ? expected.split("; ") : new String[0]);
	}

	@Test
	void whatComesAgainForEverIsReadForTwoYears() throws Exception {
		assertThat(read("DTSTART;VALUE=DATE:20261204", "RRULE:FREQ=DAILY")).hasSizeLessThan(900)
			.allMatch((entry) -> entry.period().to().isBefore(TODAY.plusYears(3)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "BEGIN:VCARD\nEND:VCARD", "PK\u0003\u0004" })
	void whatIsNoCalendarIsRefused(String file) {
		assertThatThrownBy(() -> Calendars.read(file.getBytes(StandardCharsets.UTF_8), TODAY))
			.isInstanceOf(Calendars.Unreadable.class);
	}

	@Test
	void aCalendarThatIsNotUtf8IsRefused() {
		assertThatThrownBy(() -> Calendars.read(new byte[] { 'B', (byte) 0xE9, (byte) 0xFF }, TODAY))
			.isInstanceOf(Calendars.Unreadable.class);
	}

}
