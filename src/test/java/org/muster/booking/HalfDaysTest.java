package org.muster.booking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Availability;
import org.muster.availability.StartFinder;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.Workdays;
import org.muster.calendar.WorkingDays;
import org.muster.icalendar.CalendarReader;
import org.muster.icalendar.CalendarWriter;
import org.muster.icalendar.UnreadableCalendar;

import static org.assertj.core.api.Assertions.assertThat;

/** Half days of leave come to the same in the calendar, in the search and in a count. */
class HalfDaysTest {

	private static final LocalDate MONDAY = LocalDate.parse("2027-03-01");

	private static final Period WEEK = new Period(MONDAY, MONDAY.plusDays(4));

	/** A place without public holidays in that week. */
	private static final Place PLACE = new Place("NL", null);

	private static AbsenceRow leave(LocalDate from, LocalDate to, String weekdays, boolean afternoon) {
		return new AbsenceRow(1, null, 1, AbsenceKind.LEAVE, from, to, Allocation.parse(weekdays), afternoon);
	}

	private static AbsenceRow tuesday(boolean afternoon) {
		return leave(MONDAY, MONDAY.plusDays(4), "TUE/2", afternoon);
	}

	private static DayCount free(List<AbsenceRow> absences) {
		return Availability.of(MONDAY, absences, MONDAY, PLACE).weeks().get(0).free();
	}

	private static DayCount counted(List<AbsenceRow> absences) {
		List<MonthDays> months = new WorkingDays(Map.of(), Map.of(), AbsenceRow.leaves(absences)).months(WEEK,
				WorkPattern.of(Allocation.FULL_TIME));
		return WorkingDays.total(months);
	}

	@Test
	void aMorningAndAnAfternoonAreAWholeDayAndTwoMorningsAreHalfOfOne() {
		assertThat(free(List.of(tuesday(false), tuesday(true)))).isEqualTo(DayCount.of("4"));
		assertThat(counted(List.of(tuesday(false), tuesday(true)))).isEqualTo(DayCount.of("4"));
		assertThat(free(List.of(tuesday(false), tuesday(false)))).isEqualTo(DayCount.of("4.5"));
		assertThat(counted(List.of(tuesday(false), tuesday(false)))).isEqualTo(DayCount.of("4.5"));
	}

	@Test
	void nobodyStartsOnADayWithAMorningAndAnAfternoonOff() {
		LocalDate day = MONDAY.plusDays(1);
		for (boolean afternoon : new boolean[] { true, false }) {
			int[] calendar = StartFinder.pack(List.of(tuesday(false), tuesday(afternoon)));
			int start = new StartFinder(Workdays.ofWeek(null), StartFinder.day(MONDAY.plusDays(60)), 60).earliest(
					StartFinder.WEEK, StartFinder.day(day), StartFinder.day(day.plusDays(3)), calendar, 0,
					calendar.length);
			assertThat(LocalDate.ofEpochDay(start)).isEqualTo(afternoon ? day.plusDays(1) : day);
		}
	}

	@Test
	void theCalendarAndTheCountAgreeOnAnyLeaves() {
		Random random = new Random(7);
		List<String> weekdays = List.of("MON", "MON/2", "TUE/2", "WED,THU/2", "MON,TUE,WED,THU,FRI", "FRI/2");
		for (int round = 0; round < 2000; round++) {
			List<AbsenceRow> leaves = new ArrayList<>();
			for (int one = random.nextInt(5); one >= 0; one--) {
				LocalDate from = MONDAY.plusDays(random.nextInt(5));
				leaves.add(leave(from, from.plusDays(random.nextInt(6)), weekdays.get(random.nextInt(weekdays.size())),
						random.nextBoolean()));
			}
			assertThat(free(leaves)).as(leaves.toString()).isEqualTo(counted(leaves));
		}
	}

	private static List<AbsenceRow> read(String... events) throws UnreadableCalendar {
		String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + String.join("\r\n", events)
				+ "\r\nEND:VCALENDAR\r\n";
		return new CalendarReader(LocalDate.parse("2027-01-01"), ZoneId.of("Europe/Madrid"), "", (uid) -> false)
			.read("a.ics", file.getBytes(StandardCharsets.UTF_8))
			.entries()
			.stream()
			.map((entry) -> new AbsenceRow(1, null, 1, entry.kind(), entry.period().from(), entry.period().to(),
					entry.allocation(), entry.afternoon()))
			.toList();
	}

	private static String event(String uid, String from, String to) {
		return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20270302T" + from
				+ "\r\nDTEND:20270302T" + to + "\r\nEND:VEVENT";
	}

	@Test
	void twoEventsWithALunchBreakAreAWholeDayAndTwoOfOneMorningAreHalfOfIt() throws Exception {
		assertThat(counted(read(event("a", "090000", "130000"), event("b", "140000", "180000"))))
			.isEqualTo(DayCount.of("4"));
		assertThat(counted(read(event("a", "090000", "120000"), event("b", "093000", "113000"))))
			.isEqualTo(DayCount.of("4.5"));
	}

	@Test
	void oneSeriesWithALunchBreakIsAWholeDay() throws Exception {
		assertThat(counted(read("BEGIN:VFREEBUSY\r\nUID:f\r\nDTSTAMP:20260101T000000Z\r\n"
				+ "FREEBUSY:20270302T080000Z/20270302T110000Z,20270302T120000Z/20270302T160000Z\r\nEND:VFREEBUSY")))
			.isEqualTo(DayCount.of("4"));
	}

	@Test
	void halfDaysThatAreExportedDoNotLieOnEachOther() {
		AbsenceRow engaged = new AbsenceRow(1, "E-1", 1, AbsenceKind.ENGAGED, MONDAY, MONDAY.plusDays(4),
				Allocation.parse("TUE/2"));
		AbsenceRow held = new AbsenceRow(2, "P-1/1", 1, AbsenceKind.HELD, MONDAY, MONDAY.plusDays(4),
				Allocation.parse("TUE/2"));
		String file = new CalendarWriter("C-1", "Ana", ZoneId.of("Europe/Madrid"), Instant.EPOCH)
			.write(List.of(engaged, held));
		assertThat(file).contains("T090000", "T130000", "T140000", "T180000");
	}

	@Test
	void theWeekOfAPersonIsThatOfTheirPlace() {
		Availability israel = Availability.of(MONDAY.plusDays(2),
				List.of(leave(MONDAY, MONDAY.plusDays(60), "SUN", false)), MONDAY, new Place("IL", null));
		assertThat(israel.weekdays()).containsExactlyElementsOf(Weekend.workdays(new Place("IL", null)));
		assertThat(israel.weeks().get(0).begins()).isEqualTo(MONDAY.minusDays(1));
		assertThat(israel.weeks().get(1).free()).isEqualTo(DayCount.of("4"));
		assertThat(Availability.of(MONDAY, List.of(), MONDAY, new Place("NP", null)).weekdays()).hasSize(6);
		assertThat(AbsenceForm.empty(new Place("IL", null)).allocation()).hasToString("MON,TUE,WED,THU,SUN");
	}

}
