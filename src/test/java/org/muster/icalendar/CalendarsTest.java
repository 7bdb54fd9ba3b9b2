package org.muster.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.icalendar.CalendarContents.Skipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On Tuesday 24 November 2026, of somebody in Lisbon unless said otherwise. */
class CalendarsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static CalendarContents read(byte[] file, String zone) throws UnreadableCalendar {
		return new CalendarReader(TODAY, ZoneId.of(zone), "ana@pool.example", (uid) -> uid.endsWith("@muster"))
			.read("a.ics", file);
	}

	private static CalendarContents readText(String zone, String... lines) throws UnreadableCalendar {
		String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//EN\r\n" + String.join("\r\n", lines)
				+ "\r\nEND:VCALENDAR\r\n";
		return read(calendar.getBytes(StandardCharsets.UTF_8), zone);
	}

	private static CalendarContents readEvents(String zone, String... events) throws UnreadableCalendar {
		return readText(zone,
				Stream.of(events)
					.map((event) -> "BEGIN:VEVENT\r\nUID:1@elsewhere\r\nDTSTAMP:20261101T000000Z\r\n"
							+ event.replace(" / ", "\r\n") + "\r\nEND:VEVENT")
					.toArray(String[]::new));
	}

	private static List<String> shown(CalendarContents calendar) {
		return calendar.entries()
			.stream()
			.map((entry) -> entry.kind() + " " + entry.period().from() + " " + entry.period().to() + " "
					+ entry.allocation())
			.toList();
	}

	private static String[] parts(String expected) {
		return (expected != null) ? expected.split("; ") : new String[0];
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
					to midnight         | DTSTART;TZID=Europe/Berlin:20270210T000000 / DTEND;TZID=Europe/Berlin:20270211T000000 | LEAVE 2027-02-10 2027-02-10 WED
					days in UTC         | DTSTART:20270208T000000Z / DTEND:20270213T000000Z       | LEAVE 2027-02-08 2027-02-12 MON,TUE,WED,THU,FRI
					floating days       | DTSTART:20270208T000000 / DTEND:20270210T000000         | LEAVE 2027-02-08 2027-02-09 MON,TUE,WED,THU,FRI
					Windows zone        | DTSTART;TZID=W. Europe Standard Time:20270210T000000 / DTEND;TZID=W. Europe Standard Time:20270211T000000 | LEAVE 2027-02-10 2027-02-10 WED
					unknown zone        | DTSTART;TZID=Somewhere:20270210T000000 / DTEND;TZID=Somewhere:20270211T000000 | LEAVE 2027-02-10 2027-02-10 WED
					evening             | DTSTART;TZID=America/Los_Angeles:20270208T170000 / DTEND;TZID=America/Los_Angeles:20270208T210000 | LEAVE 2027-02-08 2027-02-08 MON/2
					late evening        | DTSTART;TZID=Pacific Standard Time:20270208T200000 / DTEND;TZID=Pacific Standard Time:20270209T000000 | LEAVE 2027-02-08 2027-02-08 MON/2
					dates with times    | DTSTART;VALUE=DATE:20270208T000000Z / DTEND;VALUE=DATE:20270210T000000Z | LEAVE 2027-02-08 2027-02-09 MON,TUE,WED,THU,FRI
					over summer time    | DTSTART;VALUE=DATE:20270322 / DTEND;VALUE=DATE:20270402 | LEAVE 2027-03-22 2027-04-01 MON,TUE,WED,THU,FRI
					over winter time    | DTSTART;VALUE=DATE:20271025 / DTEND;VALUE=DATE:20271103 | LEAVE 2027-10-25 2027-11-02 MON,TUE,WED,THU,FRI
					a Sunday of 23 h    | DTSTART;TZID=Europe/Berlin:20270328T000000 / DURATION:P1D | LEAVE 2027-03-28 2027-03-28 SUN
					a Sunday of 25 h    | DTSTART;TZID=Europe/Berlin:20271031T000000 / DTEND;TZID=Europe/Berlin:20271101T000000 | LEAVE 2027-10-31 2027-10-31 SUN
					two weeks           | DTSTART;VALUE=DATE:20270208 / DURATION:P2W              | LEAVE 2027-02-08 2027-02-21 MON,TUE,WED,THU,FRI
					hours               | DTSTART;TZID=Europe/Berlin:20270210T000000 / DURATION:PT24H | LEAVE 2027-02-10 2027-02-10 WED
					from noon till noon | DTSTART;TZID=Europe/Berlin:20270208T130000 / DTEND;TZID=Europe/Berlin:20270211T120000 | LEAVE 2027-02-09 2027-02-10 MON,TUE,WED,THU,FRI; LEAVE 2027-02-08 2027-02-08 MON/2; LEAVE 2027-02-11 2027-02-11 THU/2
					away over a weekend | DTSTART;TZID=Europe/Berlin:20270212T180000 / DTEND;TZID=Europe/Berlin:20270215T080000 | LEAVE 2027-02-13 2027-02-13 SAT; LEAVE 2027-02-14 2027-02-14 SUN
					an afternoon to 24h | DTSTART;TZID=Europe/Berlin:20270208T180000 / DTEND;TZID=Europe/Berlin:20270209T000000 | LEAVE 2027-02-08 2027-02-08 MON/2
					a flight            | DTSTART;TZID=Europe/Lisbon:20270208T080000 / DTEND;TZID=America/New_York:20270208T120000 | LEAVE 2027-02-08 2027-02-08 MON
					three days more     | DTSTART;VALUE=DATE:20270208 / RDATE;VALUE=DATE:20270210,20270212 | LEAVE 2027-02-08 2027-02-08 MON; LEAVE 2027-02-10 2027-02-10 WED; LEAVE 2027-02-12 2027-02-12 FRI
					added periods       | DTSTART:20270208T090000 / DTEND:20270208T170000 / RDATE;VALUE=PERIOD:20270210T090000/20270210T120000,20270212T090000/PT8H | LEAVE 2027-02-08 2027-02-08 MON; LEAVE 2027-02-10 2027-02-10 WED/2; LEAVE 2027-02-12 2027-02-12 FRI
					left out in UTC     | DTSTART;TZID=Europe/Berlin:20270201T000000 / DTEND;TZID=Europe/Berlin:20270202T000000 / RRULE:FREQ=WEEKLY;COUNT=3 / EXDATE:20270207T230000Z | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-02-15 2027-02-15 MON
					left out by date    | DTSTART;TZID=Europe/Berlin:20270201T090000 / DTEND;TZID=Europe/Berlin:20270201T170000 / RRULE:FREQ=WEEKLY;COUNT=3 / EXDATE;VALUE=DATE:20270208 | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-02-15 2027-02-15 MON
					until, in UTC       | DTSTART;TZID=Europe/Berlin:20270201T000000 / DTEND;TZID=Europe/Berlin:20270202T000000 / RRULE:FREQ=WEEKLY;UNTIL=20270214T230000Z | LEAVE 2027-02-01 2027-02-15 MON
					until a date        | DTSTART;TZID=Europe/Berlin:20270201T090000 / DTEND;TZID=Europe/Berlin:20270201T170000 / RRULE:FREQ=WEEKLY;UNTIL=20270215 | LEAVE 2027-02-01 2027-02-15 MON
					Sydney              | DTSTART;TZID=Australia/Sydney:20270201T083000 / DTEND;TZID=Australia/Sydney:20270201T173000 / RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3 | LEAVE 2027-02-01 2027-02-15 MON
					over the change     | DTSTART;TZID=Europe/Berlin:20270315T090000 / DTEND;TZID=Europe/Berlin:20270315T173000 / RRULE:FREQ=WEEKLY;COUNT=4 | LEAVE 2027-03-15 2027-04-05 MON
					every year          | DTSTART;VALUE=DATE:19900208 / RRULE:FREQ=YEARLY / X-A:1 | LEAVE 2027-02-08 2027-02-08 MON; LEAVE 2028-02-08 2028-02-08 TUE
					free in Outlook     | DTSTART;VALUE=DATE:20270208 / X-MICROSOFT-CDO-BUSYSTATUS:FREE |
					elsewhere           | DTSTART;VALUE=DATE:20270208 / X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE / TRANSP:OPAQUE |
					tentative           | DTSTART;VALUE=DATE:20270208 / X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE / X-MICROSOFT-CDO-INTENDEDSTATUS:OOF | TENTATIVE 2027-02-08 2027-02-08 MON
					out of office       | DTSTART;VALUE=DATE:20270208 / X-MICROSOFT-CDO-BUSYSTATUS:OOF | LEAVE 2027-02-08 2027-02-08 MON
					intended free       | DTSTART;VALUE=DATE:20270208 / X-MICROSOFT-CDO-INTENDEDSTATUS:FREE |
					declined            | DTSTART;VALUE=DATE:20270208 / ATTENDEE;PARTSTAT=DECLINED:mailto:Ana@pool.example |
					declined by others  | DTSTART;VALUE=DATE:20270208 / ATTENDEE;PARTSTAT=DECLINED:mailto:rui@pool.example | LEAVE 2027-02-08 2027-02-08 MON
					beside its rule     | DTSTART;VALUE=DATE:20270201 / RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270211 | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-02-03 2027-02-10 WED
					counts its start    | DTSTART;VALUE=DATE:20270201 / RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3 | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-02-03 2027-02-10 WED
					only its start      | DTSTART;VALUE=DATE:20270201 / RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=1 | LEAVE 2027-02-01 2027-02-01 MON
					counts, by the hour | DTSTART;TZID=Europe/Berlin:20270201T090000 / DTEND;TZID=Europe/Berlin:20270201T170000 / RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=2 | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-02-03 2027-02-03 WED
					first Mondays       | DTSTART;VALUE=DATE:20270201 / RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2 | LEAVE 2027-02-01 2027-02-01 MON; LEAVE 2027-03-01 2027-03-01 MON
					all but one rule    | DTSTART;VALUE=DATE:20270201 / RRULE:FREQ=WEEKLY;COUNT=4 / EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2 | LEAVE 2027-02-08 2027-02-08 MON; LEAVE 2027-02-22 2027-02-22 MON
					two days each week  | DTSTART;VALUE=DATE:20270201 / DTEND;VALUE=DATE:20270203 / RRULE:FREQ=WEEKLY;COUNT=2 | LEAVE 2027-02-01 2027-02-02 MON,TUE,WED,THU,FRI; LEAVE 2027-02-08 2027-02-09 MON,TUE,WED,THU,FRI
					shown zone name     | DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20270210T000000 / DTEND:20270210T230000Z | LEAVE 2027-02-10 2027-02-10 WED
					Mozilla's zone name | DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20270210T000000 / DTEND:20270210T230000Z | LEAVE 2027-02-10 2027-02-10 WED
					Windows, end in UTC | DTSTART;TZID=Pacific Standard Time:20270210T000000 / DTEND:20270211T080000Z | LEAVE 2027-02-10 2027-02-10 WED
					no end              | DTSTART:20270208T090000                                 |
					ends as it starts   | DTSTART;VALUE=DATE:20270208 / DTEND;VALUE=DATE:20270208 | LEAVE 2027-02-08 2027-02-08 MON
					backwards           | DTSTART;VALUE=DATE:20270208 / DTEND;VALUE=DATE:20270201 |
					half past           | DTSTART;VALUE=DATE:20261120 / DTEND;VALUE=DATE:20261128 | LEAVE 2026-11-20 2026-11-27 MON,TUE,WED,THU,FRI
					""")
	void eventsBecomeWhatTheyTakeOfAPerson(String name, String event, String expected) throws Exception {
		assertThat(shown(readEvents("Europe/Lisbon", event))).containsExactlyInAnyOrder(parts(expected));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					America/Los_Angeles | DTSTART:20270209T010000Z / DTEND:20270209T050000Z | LEAVE 2027-02-08 2027-02-08 MON/2
					Asia/Kolkata        | DTSTART:20270208T183000Z / DTEND:20270209T183000Z | LEAVE 2027-02-09 2027-02-09 TUE
					America/Los_Angeles | DTSTART:20270208T000000Z / DTEND:20270213T000000Z | LEAVE 2027-02-08 2027-02-12 MON,TUE,WED,THU,FRI
					Asia/Kolkata        | DTSTART:20270208T090000 / DTEND:20270208T170000   | LEAVE 2027-02-08 2027-02-08 MON
					Asia/Tokyo          | DTSTART;TZID=America/New_York:20270208T090000 / DTEND;TZID=America/New_York:20270208T170000 | LEAVE 2027-02-08 2027-02-08 MON
					America/Los_Angeles | DTSTART:20270209T000000Z / DURATION:PT4H          | LEAVE 2027-02-08 2027-02-08 MON/2
					""")
	void timesInUtcAreReadWhereThePersonIs(String zone, String event, String expected) throws Exception {
		assertThat(shown(readEvents(zone, event))).containsExactly(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					moved             | RECURRENCE-ID;VALUE=DATE:20270210 / DTSTART;VALUE=DATE:20270211             | LEAVE 2027-02-03 2027-02-03 WED; LEAVE 2027-02-11 2027-02-11 THU; LEAVE 2027-02-17 2027-02-24 WED
					cancelled         | RECURRENCE-ID;VALUE=DATE:20270210 / DTSTART;VALUE=DATE:20270210 / STATUS:CANCELLED | LEAVE 2027-02-03 2027-02-03 WED; LEAVE 2027-02-17 2027-02-24 WED
					free              | RECURRENCE-ID;VALUE=DATE:20270210 / DTSTART;VALUE=DATE:20270210 / TRANSP:TRANSPARENT | LEAVE 2027-02-03 2027-02-03 WED; LEAVE 2027-02-17 2027-02-24 WED
					in UTC            | RECURRENCE-ID:20270210T000000Z / DTSTART;VALUE=DATE:20270212                | LEAVE 2027-02-03 2027-02-03 WED; LEAVE 2027-02-12 2027-02-12 FRI; LEAVE 2027-02-17 2027-02-24 WED
					all that follow   | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270217 / DTSTART;VALUE=DATE:20270218 | LEAVE 2027-02-03 2027-02-10 WED; LEAVE 2027-02-18 2027-02-25 THU
					no more           | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270217 / DTSTART;VALUE=DATE:20270217 / STATUS:CANCELLED | LEAVE 2027-02-03 2027-02-10 WED
					longer            | RECURRENCE-ID;VALUE=DATE:20270210 / DTSTART;VALUE=DATE:20270210 / DTEND;VALUE=DATE:20270213 | LEAVE 2027-02-10 2027-02-12 MON,TUE,WED,THU,FRI; LEAVE 2027-02-03 2027-02-03 WED; LEAVE 2027-02-17 2027-02-24 WED
					""")
	void oneTimeOfASeriesCanDiffer(String name, String change, String expected) throws Exception {
		String series = "DTSTART;VALUE=DATE:20270203 / DTEND;VALUE=DATE:20270204 / RRULE:FREQ=WEEKLY;COUNT=4";
		assertThat(shown(readEvents("Europe/Lisbon", series, change))).containsExactlyInAnyOrder(parts(expected));
		assertThat(shown(readEvents("Europe/Lisbon", change, series))).containsExactlyInAnyOrder(parts(expected));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					cancelled later | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270218 / DTSTART;VALUE=DATE:20270218 / RRULE:FREQ=WEEKLY;COUNT=4 | RECURRENCE-ID;VALUE=DATE:20270304 / DTSTART;VALUE=DATE:20270304 / STATUS:CANCELLED | LEAVE 2027-02-04 2027-02-25 THU; LEAVE 2027-03-11 2027-03-11 THU
					moved later     | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270218 / DTSTART;VALUE=DATE:20270219 / RRULE:FREQ=WEEKLY;COUNT=3 | RECURRENCE-ID;VALUE=DATE:20270226 / DTSTART;VALUE=DATE:20270303 | LEAVE 2027-02-04 2027-02-11 THU; LEAVE 2027-02-19 2027-02-19 FRI; LEAVE 2027-03-03 2027-03-03 WED; LEAVE 2027-03-05 2027-03-05 FRI
					by its new time | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270218 / DTSTART;VALUE=DATE:20270219 | RECURRENCE-ID;VALUE=DATE:20270226 / DTSTART;VALUE=DATE:20270226 / STATUS:CANCELLED | LEAVE 2027-02-04 2027-02-11 THU; LEAVE 2027-02-19 2027-02-19 FRI; LEAVE 2027-03-05 2027-03-26 FRI
					two rules       | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270218 / DTSTART;VALUE=DATE:20270219 / RRULE:FREQ=WEEKLY;COUNT=9 | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270305 / DTSTART;VALUE=DATE:20270308 / RRULE:FREQ=WEEKLY;COUNT=2 | LEAVE 2027-02-04 2027-02-11 THU; LEAVE 2027-02-19 2027-02-26 FRI; LEAVE 2027-03-08 2027-03-15 MON
					moved two times | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270218 / SEQUENCE:2 / DTSTART;VALUE=DATE:20270219 | RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270311 / SEQUENCE:1 / DTSTART;VALUE=DATE:20270315 | LEAVE 2027-02-04 2027-02-11 THU; LEAVE 2027-02-19 2027-03-05 FRI; LEAVE 2027-03-15 2027-03-29 MON
					""")
	void changesOfWhatFollowsDoNotDependOnTheirOrder(String name, String one, String other, String expected)
			throws Exception {
		String series = "DTSTART;VALUE=DATE:20270204 / RRULE:FREQ=WEEKLY;COUNT=8";
		assertThat(shown(readEvents("Europe/Lisbon", series, one, other))).containsExactlyInAnyOrder(parts(expected));
		assertThat(shown(readEvents("Europe/Lisbon", other, one, series))).containsExactlyInAnyOrder(parts(expected));
	}

	@Test
	void aTimeThatWasMovedTwiceIsWhereItWasMovedLast() throws Exception {
		assertThat(shown(readEvents("Europe/Lisbon",
				"DTSTART;TZID=Europe/Berlin:20270201T090000 / DTEND;TZID=Europe/Berlin:20270201T170000 / RRULE:FREQ=WEEKLY;COUNT=2",
				"RECURRENCE-ID:20270208T080000Z / SEQUENCE:2 / DTSTART:20270210T080000Z / DTEND:20270210T160000Z",
				"RECURRENCE-ID:20270208T080000Z / SEQUENCE:1 / DTSTART:20270209T080000Z / DTEND:20270209T160000Z")))
			.containsExactlyInAnyOrder("LEAVE 2027-02-01 2027-02-01 MON", "LEAVE 2027-02-10 2027-02-10 WED");
	}

	@Test
	void aLaterVersionReplacesAnEarlierOne() throws Exception {
		assertThat(shown(readEvents("Europe/Lisbon", "SEQUENCE:1 / DTSTART;VALUE=DATE:20270209",
				"SEQUENCE:0 / DTSTART;VALUE=DATE:20270208")))
			.containsExactly("LEAVE 2027-02-09 2027-02-09 TUE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270208T080000Z/20270212T170000Z | LEAVE 2027-02-08 2027-02-12 MON,TUE,WED,THU,FRI
					FREEBUSY:20270208T090000Z/PT8H | LEAVE 2027-02-08 2027-02-08 MON
					FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270208T090000Z/PT8H | TENTATIVE 2027-02-08 2027-02-08 MON
					FREEBUSY;FBTYPE=FREE:20270208T090000Z/PT8H | -
					FREEBUSY:20270208T090000Z/PT1H,20270208T100000Z/PT2H | LEAVE 2027-02-08 2027-02-08 MON/2
					FREEBUSY:20270208T090000Z/PT1H,20270208T150000Z/PT1H | -
					""")
	void busyTimesAreRead(String busy, String expected) throws Exception {
		assertThat(
				shown(readText("Europe/Lisbon", "BEGIN:VFREEBUSY", "DTSTAMP:20261101T000000Z", busy, "END:VFREEBUSY")))
			.containsExactly(parts(expected));
	}

	@Test
	void whatTakesNothingSaysWhy() throws Exception {
		assertThat(readText("Europe/Lisbon", "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20260208", "END:VEVENT",
				"BEGIN:VEVENT", "UID:2", "DTSTART;VALUE=DATE:20260308", "END:VEVENT", "BEGIN:VEVENT", "UID:3",
				"DTSTART;VALUE=DATE:20270208", "TRANSP:TRANSPARENT", "END:VEVENT", "BEGIN:VEVENT", "UID:4",
				"DTSTART:20270208T090000Z", "DURATION:PT1H", "END:VEVENT", "BEGIN:VEVENT", "UID:5", "END:VEVENT",
				"BEGIN:VEVENT", "UID:6@muster", "DTSTART;VALUE=DATE:20270208", "END:VEVENT")
			.skipped())
			.isEqualTo(Map.of(Skipped.PAST, 2, Skipped.FREE, 1, Skipped.SHORT, 1, Skipped.UNDATED, 1, Skipped.OWN, 1));
	}

	@Test
	void aCancellationTakesNothing() throws Exception {
		CalendarContents calendar = readText("Europe/Lisbon", "METHOD:CANCEL", "BEGIN:VEVENT", "UID:1",
				"DTSTART;VALUE=DATE:20270208", "END:VEVENT");
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.events()).hasSize(1);
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.CANCELLED, 1));
	}

	@Test
	void severalCalendarsInAFileAreAllRead() throws Exception {
		String one = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:%d\nDTSTART;VALUE=DATE:2027020%d\nEND:VEVENT\nEND:VCALENDAR\n";
		assertThat(read((one.formatted(1, 8) + one.formatted(2, 9)).getBytes(StandardCharsets.UTF_8), "UTC").entries())
			.hasSize(2);
	}

	@Test
	void theCalendarsZoneComesBeforeThePersons() throws Exception {
		assertThat(shown(readText("Asia/Tokyo", "X-WR-TIMEZONE:America/New_York", "BEGIN:VEVENT",
				"DTSTART:20270208T140000Z", "DTEND:20270208T220000Z", "END:VEVENT")))
			.containsExactly("LEAVE 2027-02-08 2027-02-08 MON");
	}

	@Test
	void aZoneThatTheFileDefinesGoesByItsDefinition() throws Exception {
		assertThat(shown(readText("Europe/Lisbon", "BEGIN:VTIMEZONE", "TZID:Ours", "BEGIN:STANDARD",
				"DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
				"BEGIN:VEVENT", "UID:1", "DTSTART;TZID=Ours:20270208T000000", "DTEND;TZID=Ours:20270209T000000",
				"RRULE:FREQ=DAILY;UNTIL=20270208T150000Z", "END:VEVENT")))
			.containsExactly("LEAVE 2027-02-08 2027-02-08 MON", "LEAVE 2027-02-09 2027-02-09 TUE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
	void aMarkAtTheBeginningIsNoPartOfTheCalendar(String encoding) throws Exception {
		String file = "\uFEFFBEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270208\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		assertThat(read(file.getBytes(encoding), "UTC").entries()).hasSize(1);
	}

	@Test
	void aCalendarInAnOlderEncodingIsRead() throws Exception {
		String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Fu\u00DFball\r\nDTSTART;VALUE=DATE:20270208\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		assertThat(read(file.getBytes(StandardCharsets.ISO_8859_1), "UTC").entries()).hasSize(1);
	}

	@Test
	void whatComesAgainForEverIsReadForTwoYears() throws Exception {
		assertThat(readEvents("Europe/Lisbon", "DTSTART;VALUE=DATE:20261204 / RRULE:FREQ=DAILY").entries())
			.hasSizeLessThan(900)
			.allMatch((entry) -> entry.period().to().isBefore(TODAY.plusYears(3)));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "DTSTART;VALUE=DATE:20270231", "DTSTART;VALUE=DATE:20271301", "DTSTART;VALUE=DATE:20270200",
					"DTSTART;VALUE=DATE:20270229", "DTSTART:20270208T250000Z / DTEND:20270209T250000Z",
					"DTSTART:20270208T0900 / DTEND:20270208T1700", "DTSTART:20270208T090000+0100 / DURATION:PT8H",
					"DTSTART:soon", "DTSTART:", "DTSTART;VALUE=DATE:20270208 / DTEND;VALUE=DATE:20270230",
					"DTSTART;VALUE=DATE:20270208 / DTEND:never", "DTSTART:20270208T090000 / DTEND:20270208T096000",
					"DTSTART:20270208T090000 / DURATION:8 hours", "DTSTART:20270208T090000 / DURATION:P",
					"DTSTART;VALUE=DATE:20270208 / RRULE:FREQ=DAILY;COUNT=4 / EXDATE;VALUE=DATE:20270209,20270230",
					"DTSTART;VALUE=DATE:20270208 / RDATE;VALUE=DATE:20270230",
					"DTSTART:20270208T090000 / DURATION:PT8H / RDATE;VALUE=PERIOD:20270209T090000/20270230T090000",
					"DTSTART;VALUE=DATE:2027\r\n 0231" })
	void whatHasADateThatDoesNotExistTakesNothingAndIsSaid(String event) throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon", event);
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.DATE, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "FREQ=FORTNIGHTLY", "INTERVAL=2", "", "WEEKLY", "FREQ=WEEKLY;COUNT=abc",
			"FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=two",
			"FREQ=WEEKLY;UNTIL=20270231", "FREQ=WEEKLY;UNTIL=soon", "FREQ=WEEKLY;BYDAY=MONDAY", "FREQ=WEEKLY;BYDAY=MO,",
			"FREQ=MONTHLY;BYDAY=0MO", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYMONTHDAY=32",
			"FREQ=MONTHLY;BYMONTHDAY=-0", "FREQ=WEEKLY;WKST=M", "FREQ=WEEKLY;EVERY=2", "FREQ=WEEKLY;FREQ=DAILY",
			"RSCALE=CHINESE;FREQ=YEARLY" })
	void aRuleThatCannotBeReadTakesNothingAndIsSaid(String rule) throws Exception {
		for (String name : List.of("RRULE:", "RRULE:FREQ=WEEKLY / EXRULE:")) {
			CalendarContents calendar = readEvents("Europe/Lisbon", "DTSTART;VALUE=DATE:20270208 / " + name + rule);
			assertThat(calendar.entries()).isEmpty();
			assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.RULE, 1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "FREQ=WEEKLY;COUNT=1;", "freq=weekly;count=1;byday=mo", "FREQ=WEEKLY;COUNT=1;X-OURS=9",
			"FREQ=MONTHLY;COUNT=1;BYDAY=+2MO,-1SU;BYSETPOS=1;WKST=SU", "FREQ=WEEKLY;UNTIL=20270208T235960Z",
			"FREQ=YEARLY;COUNT=1;BYMONTH=2;BYMONTHDAY=8" })
	void aRuleOfTheStandardIsRead(String rule) throws Exception {
		assertThat(shown(readEvents("Europe/Lisbon", "DTSTART;VALUE=DATE:20270208 / RRULE:" + rule)))
			.containsExactly("LEAVE 2027-02-08 2027-02-08 MON");
	}

	@Test
	void aRuleOfAnOlderCalendarIsRead() throws Exception {
		String file = "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270208T090000\r\nDTEND:20270208T170000\r\nRRULE:W1 MO #3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		assertThat(shown(read(file.getBytes(StandardCharsets.UTF_8), "UTC")))
			.containsExactly("LEAVE 2027-02-08 2027-02-22 MON");
	}

	@Test
	void aTimeThatCannotBeReadLeavesTheOthersOfItsSeries() throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon",
				"DTSTART;VALUE=DATE:20270203 / RRULE:FREQ=WEEKLY;COUNT=2",
				"RECURRENCE-ID;VALUE=DATE:20270210 / DTSTART;VALUE=DATE:20270231");
		assertThat(shown(calendar)).containsExactly("LEAVE 2027-02-03 2027-02-10 WED");
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.DATE, 1));
	}

	@Test
	void busyTimesThatDoNotExistTakeNothing() throws Exception {
		CalendarContents calendar = readText("Europe/Lisbon", "BEGIN:VFREEBUSY",
				"FREEBUSY:20270208T080000Z/PT8H,20270231T080000Z/PT8H", "END:VFREEBUSY");
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.DATE, 1));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			daily since 1970   | DTSTART;VALUE=DATE:19700101 / RRULE:FREQ=DAILY
			daily since 1601   | DTSTART;VALUE=DATE:16010101 / RRULE:FREQ=DAILY
			counted since 1970 | DTSTART;VALUE=DATE:19700101 / RRULE:FREQ=DAILY;COUNT=30000
			hourly since 2024  | DTSTART:20240101T000000 / DURATION:PT1H / RRULE:FREQ=HOURLY
			long since 1970    | DTSTART;VALUE=DATE:19700101 / DURATION:P3W / RRULE:FREQ=MONTHLY;BYMONTHDAY=1
			""")
	void whatBeganLongAgoIsReadToday(String name, String event) throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon", event);
		assertThat(calendar.entries()).anyMatch((entry) -> entry.period().contains(LocalDate.of(2027, 2, 8)));
		assertThat(calendar.skipped()).isEmpty();
		assertThat(calendar.cut()).isEqualTo(Map.of(LocalDate.of(2028, 11, 30), 1));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					around the clock | RRULE:FREQ=HOURLY;UNTIL=20270209T230000                                | LEAVE 2027-02-08 2027-02-09 MON,TUE,WED,THU,FRI
					in the morning   | RRULE:FREQ=DAILY;COUNT=8;BYHOUR=8,9,10,11                              | LEAVE 2027-02-08 2027-02-08 MON/2; LEAVE 2027-02-09 2027-02-09 TUE/2
					with breaks      | RRULE:FREQ=DAILY;COUNT=8;BYHOUR=8,10,12,14                             |
					""")
	void hoursWithoutABreakTakeTheTimeTogether(String name, String rule, String expected) throws Exception {
		String event = "DTSTART:20270208T%s0000 / DURATION:PT1H / ".formatted(rule.contains("HOURLY") ? "00" : "08");
		assertThat(shown(readEvents("Europe/Lisbon", event + rule))).containsExactlyInAnyOrder(parts(expected));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			every week     | DTSTART;VALUE=DATE:20261204 / RRULE:FREQ=WEEKLY | 2028-11-30
			until 2040     | DTSTART;VALUE=DATE:20270309 / DTEND;VALUE=DATE:20400101 | 2032-03-08
			from 2030 on   | DTSTART;VALUE=DATE:20300101 / RRULE:FREQ=WEEKLY | 2028-11-30
			weekly meeting | DTSTART:20261204T090000 / DURATION:PT1H / RRULE:FREQ=WEEKLY |
			weekly, free   | DTSTART;VALUE=DATE:20261204 / TRANSP:TRANSPARENT / RRULE:FREQ=WEEKLY |
			once in 2035   | DTSTART;VALUE=DATE:20350105 |
			four times     | DTSTART;VALUE=DATE:20261204 / RRULE:FREQ=WEEKLY;COUNT=4 |
			""")
	void whatGoesOnSaysHowFarItWasEntered(String name, String event, LocalDate expected) throws Exception {
		assertThat(readEvents("Europe/Lisbon", event).cut())
			.isEqualTo((expected != null) ? Map.of(expected, 1) : Map.of());
	}

	@Test
	void whatComesAgainTooOftenIsSaid() throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon",
				"DTSTART:20260101T000000 / DURATION:PT4H / RRULE:FREQ=SECONDLY");
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.OFTEN, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "BEGIN:VCARD\nEND:VCARD", "PK\u0003\u0004" })
	void whatIsNoCalendarIsRefused(String file) {
		assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8), "UTC"))
			.isInstanceOf(UnreadableCalendar.class);
	}

	/** What an event that is not here was, or whether it was deleted, is not known. */
	@Test
	void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
		String file = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270208\nEND:VEVENT\n"
				+ "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270209\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR";
		assertThat(read((file + "\n\n").getBytes(StandardCharsets.UTF_8), "UTC").entries()).hasSize(2);
		for (int length = "BEGIN:VCALENDAR".length(); length < file.length(); length++) {
			byte[] part = file.substring(0, length).getBytes(StandardCharsets.UTF_8);
			assertThatThrownBy(() -> read(part, "UTC")).isInstanceOf(UnreadableCalendar.class)
				.hasMessage("icalendar.cut");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "END:VEVENT\n", "END:VALARM\n" })
	void aFileWithoutTheEndOfAnEntryIsRefused(String end) {
		String file = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270208\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\n"
				+ "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270209\nEND:VEVENT\nEND:VCALENDAR\n";
		assertThatThrownBy(() -> read(file.replaceFirst(end, "").getBytes(StandardCharsets.UTF_8), "UTC"))
			.hasMessage("icalendar.cut");
	}

	@Test
	void aFileThatIsNotUtf8AndNoCalendarIsRefused() {
		assertThatThrownBy(() -> read(new byte[] { 'B', (byte) 0xE9, (byte) 0xFF }, "UTC"))
			.isInstanceOf(UnreadableCalendar.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DTSTART;VALUE=DATE:20270208 / DTEND;VALUE=DATE:20270201",
			"DTSTART:20270208T090000Z / DTEND:20270207T170000Z",
			"DTSTART;TZID=Europe/Berlin:20270208T170000 / DTEND;TZID=Europe/Berlin:20270208T090000",
			"DTSTART:20270208T090000Z / DURATION:-PT8H" })
	void anEventThatEndsBeforeItStartsIsListedAndWhatWasKnownOfItStays(String event) throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon", event);
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.REVERSED, 1));
		assertThat(calendar.unread()).hasSize(1);
	}

	@Test
	void anEndInTheHourThatComesTwiceIsNoEndBeforeTheStart() throws Exception {
		CalendarContents calendar = readText("Europe/Berlin", "BEGIN:VEVENT", "UID:1@elsewhere",
				"DTSTART:20271031T003000Z", "DTEND:20271031T011500Z", "END:VEVENT");
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.SHORT, 1));
	}

	@Test
	void aBusyTimeThatEndsBeforeItStartsIsListed() throws Exception {
		CalendarContents calendar = readText("Europe/Lisbon", "BEGIN:VFREEBUSY", "UID:1@elsewhere",
				"FREEBUSY:20270208T170000Z/20270208T090000Z", "END:VFREEBUSY");
		assertThat(calendar.entries()).isEmpty();
		assertThat(calendar.skipped()).isEqualTo(Map.of(Skipped.REVERSED, 1));
	}

	@Test
	void aCalendarInATimeZoneThatNobodyKnowsIsSaidToBeWhereItsTimesAreInUtc() throws Exception {
		CalendarContents calendar = readText("Asia/Tokyo", "X-WR-TIMEZONE:Custom Zone", "BEGIN:VEVENT",
				"DTSTART:20270208T140000Z", "DTEND:20270208T220000Z", "END:VEVENT", "BEGIN:VEVENT",
				"DTSTART:20270210T090000", "DTEND:20270210T170000", "END:VEVENT", "BEGIN:VEVENT",
				"DTSTART;VALUE=DATE:20270211", "END:VEVENT");
		assertThat(calendar.homes()).isEqualTo(Map.of("Custom Zone", 1));
		assertThat(calendar.zones()).isEmpty();
		for (String known : List.of("X-WR-TIMEZONE:Europe/Berlin", "X-WR-TIMEZONE:", "X-WR-CALNAME:Away")) {
			assertThat(readText("Asia/Tokyo", known, "BEGIN:VEVENT", "DTSTART:20270208T140000Z",
					"DTEND:20270208T220000Z", "END:VEVENT")
				.homes()).as(known).isEmpty();
		}
	}

	@Test
	void timesInATimeZoneThatNobodyKnowsAreEnteredAsTheyAreWrittenAndSaidToBe() throws Exception {
		CalendarContents calendar = readEvents("Europe/Lisbon",
				"DTSTART;TZID=Somewhere:20270210T090000 / DTEND;TZID=Somewhere:20270210T170000");
		assertThat(shown(calendar)).containsExactly("LEAVE 2027-02-10 2027-02-10 WED");
		assertThat(calendar.zones()).isEqualTo(Map.of("Somewhere", 1));
		assertThat(readEvents("Europe/Lisbon",
				"DTSTART;TZID=Europe/Berlin:20270210T090000 / DTEND;TZID=W. Europe Standard Time:20270210T170000")
			.zones()).isEmpty();
		assertThat(readEvents("Europe/Lisbon", "DTSTART;TZID=Somewhere;VALUE=DATE:20270210").zones()).isEmpty();
	}

}
