package org.muster.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.availability.AbsenceKind;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A calendar that is uploaded again. */
class CalendarUpdateTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static final String EVERY_WEDNESDAY = "UID:1 / DTSTART;VALUE=DATE:20270303 / RRULE:FREQ=WEEKLY;COUNT=4";

	private static final String MOVED = "UID:1 / RECURRENCE-ID;VALUE=DATE:20270310 / DTSTART;VALUE=DATE:";

	private final List<Known> absences = new ArrayList<>();

	private CalendarUpdate upload(LocalDate today, String head, String... events) throws UnreadableCalendar {
		String file = "BEGIN:VCALENDAR / VERSION:2.0 / " + head
				+ Stream.of(events)
					.map((event) -> "BEGIN:VEVENT / " + event + " / END:VEVENT / ")
					.reduce("", String::concat)
				+ "END:VCALENDAR";
		CalendarContents calendar = new CalendarReader(today, ZoneId.of("Europe/Lisbon"), "", (uid) -> false)
			.read("a.ics", file.replace(" / ", "\r\n").getBytes(StandardCharsets.UTF_8));
		return CalendarUpdate.apply(calendar, this.absences, Known::new, today);
	}

	@Test
	void theSameFileChangesNothingAlsoOnAnotherDay() throws Exception {
		String[] events = { "UID:1 / DTSTART;VALUE=DATE:20261207 / DTEND;VALUE=DATE:20261212",
				"UID:2 / DTSTART;VALUE=DATE:20251205 / RRULE:FREQ=WEEKLY",
				"UID:3 / DTSTART:20261214T090000Z / DTEND:20261214T130000Z" };
		assertThat(upload(TODAY, "", events)).isEqualTo(changed(3, 0, 0));
		assertThat(upload(TODAY, "", events)).isEqualTo(changed(0, 0, 3));
		assertThat(upload(TODAY.plusDays(5), "", events)).isEqualTo(changed(0, 0, 3));
		assertThat(this.absences).hasSize(3)
			.allSatisfy((absence) -> assertThat(absence.source()).hasSizeLessThanOrEqualTo(40));
	}

	@Test
	void aChangedEventReplacesWhatItWas() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207", "UID:2 / DTSTART;VALUE=DATE:20261209");
		assertThat(upload(TODAY, "METHOD:REQUEST / ", "UID:1 / DTSTART;VALUE=DATE:20261208"))
			.isEqualTo(changed(1, 1, 0));
		assertThat(this.absences).extracting(Known::period)
			.containsExactlyInAnyOrder(day("2026-12-08"), day("2026-12-09"));
	}

	@Test
	void aCancelledEventIsTakenOut() throws Exception {
		upload(TODAY, "METHOD:REQUEST / ", "UID:1 / DTSTART;VALUE=DATE:20261207");
		assertThat(upload(TODAY, "METHOD:CANCEL / ", "UID:1 / SEQUENCE:1 / DTSTART;VALUE=DATE:20261207"))
			.isEqualTo(changed(0, 1, 0));
		assertThat(this.absences).isEmpty();
	}

	@ParameterizedTest(name = "{1} after {0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					SEQUENCE:2 / DTSTAMP:20261101T080000Z | SEQUENCE:1 / DTSTAMP:20261102T080000Z
					SEQUENCE:1 | X-A:1
					SEQUENCE:1 / DTSTAMP:20261102T080000Z | SEQUENCE:1 / DTSTAMP:20261101T080000Z
					LAST-MODIFIED:20261102T080000Z / DTSTAMP:20261102T080000Z | LAST-MODIFIED:20261101T080000Z / DTSTAMP:20261103T080000Z
					""")
	void anOlderVersionOfAnEventChangesNothing(String newer, String older) throws Exception {
		upload(TODAY, "X-WR-CALNAME:Ana / ", "UID:1 / DTSTART;VALUE=DATE:20261208 / " + newer);
		CalendarUpdate update = upload(TODAY, "X-WR-CALNAME:Ana / ", "UID:1 / DTSTART;VALUE=DATE:20261207 / " + older,
				"UID:2 / DTSTART;VALUE=DATE:20261210");
		assertThat(update).isEqualTo(new CalendarUpdate(1, 0, 0, 0, 0, 1));
		assertThat(days()).containsExactly("2026-12-08", "2026-12-10");
		assertThat(upload(TODAY, "METHOD:CANCEL / ", "UID:1 / DTSTART;VALUE=DATE:20261207 / " + older).isChange())
			.isFalse();
		assertThat(upload(TODAY, "METHOD:REQUEST / ",
				"UID:1 / DTSTART;VALUE=DATE:20261209 / SEQUENCE:3 / DTSTAMP:20260101T080000Z"))
			.isEqualTo(changed(1, 1, 0));
	}

	@Test
	void theSameAgainInALaterVersionIsOfTheLaterOne() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261208 / SEQUENCE:1");
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261208 / SEQUENCE:3");
		assertThat(upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207 / SEQUENCE:2").isChange()).isFalse();
		assertThat(days()).containsExactly("2026-12-08");
	}

	@Test
	void anOlderChangeOfOneTimeOfASeriesChangesNothing() throws Exception {
		upload(TODAY, "X-WR-CALNAME:Ana / ", EVERY_WEDNESDAY);
		upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270312 / SEQUENCE:2");
		assertThat(upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311 / SEQUENCE:1"))
			.isEqualTo(new CalendarUpdate(0, 0, 0, 0, 0, 1));
		assertThat(days()).containsExactly("2027-03-03", "2027-03-12", "2027-03-17", "2027-03-24");
		upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311 / SEQUENCE:3");
		assertThat(days()).containsExactly("2027-03-03", "2027-03-11", "2027-03-17", "2027-03-24");
	}

	@Test
	void anEventThatWasDeletedInTheSameCalendarIsTakenOut() throws Exception {
		String head = "X-WR-CALNAME:Ana / ";
		upload(TODAY, head, "UID:1 / DTSTART;VALUE=DATE:20261207", "UID:2 / DTSTART;VALUE=DATE:20261209");
		upload(TODAY, "X-WR-CALNAME:Other / ", "UID:3 / DTSTART;VALUE=DATE:20261210");
		assertThat(upload(TODAY, head, "UID:1 / DTSTART;VALUE=DATE:20261207")).isEqualTo(changed(0, 1, 1));
		assertThat(this.absences).extracting(Known::period)
			.containsExactlyInAnyOrder(day("2026-12-07"), day("2026-12-10"));
	}

	@Test
	void anotherCalendarOfTheSameNameTakesNothingOut() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207");
		assertThat(upload(TODAY, "", "UID:2 / DTSTART;VALUE=DATE:20261209"))
			.isEqualTo(new CalendarUpdate(1, 0, 0, 1, 0, 0));
		assertThat(upload(TODAY, "")).isEqualTo(new CalendarUpdate(0, 0, 0, 2, 0, 0));
		assertThat(this.absences).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-WR-RELCALID:42 / ", "X-WR-CALNAME:Ana / X-WR-RELCALID:42 / ",
			"UID:5FC53010-1267-4F8E-BC28-1D7AE55A7C99 / NAME:Ana / " })
	void aCalendarWithAnIdentifierReplacesAllThatItBrought(String head) throws Exception {
		upload(TODAY, head, "UID:1 / DTSTART;VALUE=DATE:20261207");
		assertThat(upload(TODAY, head, "UID:2 / DTSTART;VALUE=DATE:20261209")).isEqualTo(changed(1, 1, 0));
		assertThat(upload(TODAY, head)).isEqualTo(changed(0, 1, 0));
		assertThat(this.absences).isEmpty();
	}

	@Test
	void aPartOfACalendarWithAnIdentifierTakesNothingOut() throws Exception {
		upload(TODAY, "X-WR-RELCALID:42 / ", "UID:1 / DTSTART;VALUE=DATE:20261207");
		assertThat(upload(TODAY, "X-WR-RELCALID:42 / X-CALSTART:20261201T000000Z / ",
				"UID:2 / DTSTART;VALUE=DATE:20261209"))
			.isEqualTo(changed(1, 0, 0));
	}

	@Test
	void aMessageThatMovesOneTimeOfASeriesTakesTheOldOneOut() throws Exception {
		upload(TODAY, "X-WR-CALNAME:Ana / ", EVERY_WEDNESDAY);
		assertThat(upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311")).isEqualTo(changed(1, 1, 0));
		assertThat(days()).containsExactly("2027-03-03", "2027-03-11", "2027-03-17", "2027-03-24");
		assertThat(upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311")).isEqualTo(changed(0, 0, 1));
		assertThat(upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270312")).isEqualTo(changed(1, 1, 0));
		assertThat(days()).containsExactly("2027-03-03", "2027-03-12", "2027-03-17", "2027-03-24");
		assertThat(upload(TODAY, "METHOD:CANCEL / ", MOVED + "20270312")).isEqualTo(changed(0, 1, 0));
		assertThat(days()).containsExactly("2027-03-03", "2027-03-17", "2027-03-24");
		upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311");
		upload(TODAY, "X-WR-CALNAME:Ana / ", EVERY_WEDNESDAY);
		assertThat(days()).containsExactly("2027-03-03", "2027-03-10", "2027-03-17", "2027-03-24");
	}

	@Test
	void aFileWithoutAMethodMovesOneTimeToo() throws Exception {
		upload(TODAY, "", EVERY_WEDNESDAY);
		upload(TODAY, "", MOVED + "20270311");
		assertThat(upload(TODAY, "", MOVED + "20270311").isChange()).isFalse();
		assertThat(days()).containsExactly("2027-03-03", "2027-03-11", "2027-03-17", "2027-03-24");
	}

	@Test
	void aMessageMovesOneOfSeveralDays() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART:20270301T130000 / DTEND:20270304T120000 / RRULE:FREQ=WEEKLY;COUNT=2");
		upload(TODAY, "METHOD:REQUEST / ",
				"UID:1 / RECURRENCE-ID:20270308T130000 / DTSTART:20270315T130000 / DTEND:20270318T120000");
		assertThat(days()).containsExactly("2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-15",
				"2027-03-16", "2027-03-17", "2027-03-18");
	}

	@Test
	void aMessageThatShortensATimeLeavesNothingOfTheOldOne() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20270301 / DURATION:P5D / RRULE:FREQ=WEEKLY;COUNT=1");
		upload(TODAY, "METHOD:REQUEST / ",
				"UID:1 / RECURRENCE-ID;VALUE=DATE:20270301 / DTSTART;VALUE=DATE:20270302 / DURATION:P2D");
		assertThat(days()).containsExactly("2027-03-02", "2027-03-03");
	}

	@Test
	void aMessageAboutASeriesThatIsNotHereSaysSo() throws Exception {
		assertThat(upload(TODAY, "METHOD:CANCEL / ", MOVED + "20270310"))
			.isEqualTo(new CalendarUpdate(0, 0, 0, 0, 1, 0));
		assertThat(upload(TODAY, "METHOD:REQUEST / ", MOVED + "20270311")).isEqualTo(changed(1, 0, 0));
	}

	@Test
	void whatIsAnsweredChangesNoSeries() throws Exception {
		upload(TODAY, "", EVERY_WEDNESDAY);
		assertThat(upload(TODAY, "METHOD:COUNTER / ", MOVED + "20270311")).isEqualTo(changed(0, 0, 0));
		assertThat(days()).hasSize(4);
	}

	private List<String> days() {
		return this.absences.stream()
			.flatMap((absence) -> absence.period()
				.from()
				.datesUntil(absence.period().to().plusDays(1))
				.filter((date) -> absence.allocation().halves().containsKey(date.getDayOfWeek())))
			.map(LocalDate::toString)
			.sorted()
			.toList();
	}

	@Test
	void aFileThatIsCutOffChangesNothing() throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207", "UID:2 / DTSTART;VALUE=DATE:20261209");
		byte[] part = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261207\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
			.getBytes(StandardCharsets.UTF_8);
		assertThatThrownBy(
				() -> new CalendarReader(TODAY, ZoneId.of("Europe/Lisbon"), "", (uid) -> false).read("a.ics", part))
			.isInstanceOf(UnreadableCalendar.class);
		assertThat(this.absences).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UID:2 / DTSTART;VALUE=DATE:20270231", "UID:2 / SUMMARY:no date",
			"UID:2 / DTSTART;VALUE=DATE:20261209 / RRULE:FREQ=OFTEN", "DTSTART;VALUE=DATE:20270231",
			"UID:2 / DTSTART:20261209T000000 / RRULE:FREQ=SECONDLY" })
	void whatIsKnownOfAnEventStaysIfItCannotBeReadAgain(String event) throws Exception {
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207", "UID:2 / DTSTART;VALUE=DATE:20261209");
		assertThat(upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207", event)).isEqualTo(changed(0, 0, 1));
		assertThat(this.absences).hasSize(2);
	}

	@Test
	void whatWasEnteredByHandAndWhatIsOverStays() throws Exception {
		this.absences.add(new Known(AbsenceKind.LEAVE, day("2026-12-07"), Allocation.FULL_TIME, null));
		upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261125");
		assertThat(upload(TODAY.plusDays(9), "", "UID:1 / DTSTART;VALUE=DATE:20261208")).isEqualTo(changed(1, 0, 0));
		assertThat(this.absences).hasSize(3);
	}

	@Test
	void whatWasReadBeforeEventsWereToldApartIsKnown() throws Exception {
		this.absences.add(new Known(AbsenceKind.LEAVE, day("2026-12-07"), Allocation.parse("MON"),
				"ical:0123456789abcdef0123456789abcdef"));
		assertThat(upload(TODAY, "", "UID:1 / DTSTART;VALUE=DATE:20261207")).isEqualTo(changed(0, 0, 1));
	}

	private static CalendarUpdate changed(int added, int removed, int known) {
		return new CalendarUpdate(added, removed, known, 0, 0, 0);
	}

	private static Period day(String date) {
		return new Period(LocalDate.parse(date), LocalDate.parse(date));
	}

	/** As whoever keeps absences may keep them. */
	private static final class Known implements KnownAbsence {

		private final AbsenceKind kind;

		private final Period period;

		private final Allocation allocation;

		private final boolean afternoon;

		private final @Nullable String source;

		private CalendarVersion version = CalendarVersion.NONE;

		Known(AbsenceKind kind, Period period, Allocation allocation, @Nullable String source) {
			this(kind, period, allocation, false, source);
		}

		Known(CalendarEntry entry) {
			this(entry.kind(), entry.period(), entry.allocation(), entry.afternoon(), entry.source().toString());
			this.version = entry.version();
		}

		private Known(AbsenceKind kind, Period period, Allocation allocation, boolean afternoon,
				@Nullable String source) {
			this.kind = kind;
			this.period = period;
			this.allocation = allocation;
			this.afternoon = afternoon;
			this.source = source;
		}

		@Override
		public AbsenceKind kind() {
			return this.kind;
		}

		@Override
		public Period period() {
			return this.period;
		}

		@Override
		public Allocation allocation() {
			return this.allocation;
		}

		@Override
		public boolean afternoon() {
			return this.afternoon;
		}

		@Override
		public @Nullable String source() {
			return this.source;
		}

		@Override
		public CalendarVersion version() {
			return this.version;
		}

		@Override
		public void confirm(CalendarVersion later) {
			this.version = later;
		}

	}

}
