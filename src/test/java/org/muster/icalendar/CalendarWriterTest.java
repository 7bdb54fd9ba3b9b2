package org.muster.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarWriterTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static AbsenceRow absence(long id, AbsenceKind kind, String from, String to, String allocation) {
		return new AbsenceRow(id, null, 1, kind, LocalDate.parse(from), LocalDate.parse(to),
				Allocation.parse(allocation));
	}

	private static Set<String> days(List<Period> periods, List<Allocation> allocations) {
		Set<String> days = new TreeSet<>();
		for (int i = 0; i < periods.size(); i++) {
			Allocation allocation = allocations.get(i);
			periods.get(i)
				.from()
				.datesUntil(periods.get(i).to().plusDays(1))
				.filter((date) -> allocation.on(date).halves() > 0)
				.forEach((date) -> days.add(date + " " + allocation.on(date).halves()));
		}
		return days;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Lisbon", "America/Chicago", "Asia/Kolkata", "Pacific/Auckland", "UTC" })
	void whatIsWrittenTakesTheSameDaysWhereverItIsRead(String zone) throws Exception {
		List<AbsenceRow> absences = List.of(
				absence(1, AbsenceKind.LEAVE, "2027-03-22", "2027-04-02", "MON,TUE,WED,THU,FRI"),
				absence(2, AbsenceKind.LEAVE, "2027-05-03", "2027-05-28", "MON,TUE/2"),
				absence(3, AbsenceKind.TENTATIVE, "2027-10-18", "2027-11-12", "WED/2,FRI"));
		String file = new CalendarWriter("C-1", "Ana", ZoneId.of(zone), Instant.parse("2026-11-24T09:00:00Z"))
			.write(absences);
		for (String reader : List.of(zone, "America/Los_Angeles", "Asia/Tokyo")) {
			CalendarContents calendar = new CalendarReader(TODAY, ZoneId.of(reader), "", (uid) -> false).read("a.ics",
					file.getBytes(StandardCharsets.UTF_8));
			assertThat(days(calendar.entries().stream().map(CalendarEntry::period).toList(),
					calendar.entries().stream().map(CalendarEntry::allocation).toList()))
				.isEqualTo(days(absences.stream().map(AbsenceRow::period).toList(),
						absences.stream().map(AbsenceRow::allocation).toList()));
		}
		assertThat(file).contains("TZID=" + zone + ":20270504T090000", "BEGIN:VTIMEZONE", "UNTIL=20270528;");
	}

}
