package org.muster.interviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Availability;
import org.muster.calendar.Allocation;
import org.muster.calendar.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** When a person can be met, seen from elsewhere. */
class SlotsTest {

	private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

	/** A Monday; 1 and 8 December are holidays in Portugal. */
	private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

	private final List<AbsenceRow> absences = new ArrayList<>();

	private LocalDate availableFrom = LocalDate.of(2026, 1, 1);

	private List<SlotDay> free(ZoneId there, ZoneId here, Instant... taken) {
		return Slots.free(
				Availability.of(LocalDate.of(2026, 11, 30), this.absences, this.availableFrom, new Place("PT", null)),
				there, here, List.of(), Set.of(taken), NOW);
	}

	private void away(AbsenceKind kind, String from, String to, Allocation allocation) {
		this.absences.add(new AbsenceRow(1, null, 1, kind, LocalDate.parse(from), LocalDate.parse(to), allocation));
	}

	private static List<String> here(List<SlotDay> days, String date) {
		return days.stream()
			.filter((day) -> day.date().equals(LocalDate.parse(date)))
			.flatMap((day) -> day.slots().stream())
			.map(Slot::here)
			.toList();
	}

	@Test
	void aFreeDayHasTheHalfHoursOfMorningAndAfternoon() {
		assertThat(here(free(LISBON, LISBON), "2026-12-02")).hasSize(16)
			.startsWith("09:00", "09:30")
			.contains("12:30", "14:00")
			.doesNotContain("13:00", "13:30")
			.endsWith("17:30");
	}

	@Test
	void holidaysLeaveWeekendsAndTheNextHoursHaveNone() {
		away(AbsenceKind.LEAVE, "2026-12-03", "2026-12-03", Allocation.FULL_TIME);
		List<SlotDay> days = free(LISBON, LISBON);
		assertThat(days).extracting(SlotDay::date)
			.doesNotContain(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 3),
					LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 8))
			.hasSize(10);
	}

	@Test
	void aDayFullOfWorkHasAHalfHourBeforeAndOneAfterIt() {
		away(AbsenceKind.ENGAGED, "2026-12-02", "2026-12-31", Allocation.FULL_TIME);
		assertThat(here(free(LISBON, LISBON), "2026-12-02")).containsExactly("08:30", "18:00");
	}

	@Test
	void whatIsOnlyOfferedElsewhereTakesNothing() {
		away(AbsenceKind.TENTATIVE, "2026-12-02", "2026-12-31", Allocation.FULL_TIME);
		assertThat(here(free(LISBON, LISBON), "2026-12-02")).hasSize(16);
	}

	@Test
	void whoStartsLaterCanBeMetBesideTheWorkUntilThen() {
		this.availableFrom = LocalDate.of(2026, 12, 7);
		List<SlotDay> days = free(LISBON, LISBON);
		assertThat(here(days, "2026-12-02")).containsExactly("08:30", "18:00");
		assertThat(here(days, "2026-12-07")).hasSize(16);
	}

	@Test
	void aHalfHourThatIsGivenAwayIsNotOffered() {
		assertThat(here(free(LISBON, LISBON, Instant.parse("2026-12-02T09:30:00Z")), "2026-12-02")).hasSize(15)
			.doesNotContain("09:30");
	}

	@Test
	void bothSeeTheTimeOfTheirOwnClock() {
		Slot first = free(LISBON, ZoneId.of("Europe/Berlin")).get(0).slots().get(0);
		assertThat(first).isEqualTo(new Slot(Instant.parse("2026-12-02T09:00:00Z"), "10:00", "09:00"));
	}

	@Test
	void whatIsNightForTheClientIsLeftOutUnlessNothingElseIsLeft() {
		assertThat(here(free(LISBON, ZoneId.of("America/New_York")), "2026-12-02")).startsWith("07:00").hasSize(10);
		List<SlotDay> opposite = free(ZoneId.of("Pacific/Auckland"), ZoneId.of("America/Noronha"));
		assertThat(opposite).isNotEmpty();
	}

	@Test
	void whatWasChosenStaysWhenTheClientLooksByAnotherClock() {
		Instant chosen = Instant.parse("2026-12-02T17:30:00Z");
		Availability availability = Availability.of(LocalDate.of(2026, 11, 30), List.of(), this.availableFrom,
				new Place("PT", null));
		ZoneId tokyo = ZoneId.of("Asia/Tokyo");
		assertThat(here(Slots.free(availability, LISBON, tokyo, List.of(), Set.of(), NOW), "2026-12-03"))
			.doesNotContain("02:30");
		assertThat(here(Slots.free(availability, LISBON, tokyo, List.of(chosen), Set.of(), NOW), "2026-12-03"))
			.contains("02:30");
	}

	@Test
	void aDayIsThatOfTheClientsCalendar() {
		List<SlotDay> days = free(ZoneId.of("Pacific/Auckland"), ZoneId.of("America/Los_Angeles"));
		assertThat(days.get(0).slots().get(0).start()).isEqualTo(Instant.parse("2026-12-01T20:00:00Z"));
		assertThat(days.get(0).date()).isEqualTo(LocalDate.of(2026, 12, 1));
	}

	@Test
	void anHourThatTheClockSkipsOrRepeatsIsNeitherLostNorOfferedTwice() {
		List<SlotDay> days = Slots.free(
				Availability.of(LocalDate.of(2027, 3, 22), List.of(), this.availableFrom, new Place("PT", null)),
				LISBON, ZoneId.of("America/New_York"), List.of(), Set.of(), Instant.parse("2027-03-22T08:00:00Z"));
		List<Instant> starts = days.stream().flatMap((day) -> day.slots().stream()).map(Slot::start).toList();
		assertThat(starts).doesNotHaveDuplicates();
		// Four hours apart until the clocks of Lisbon go forward on 28 March, then five.
		assertThat(here(days, "2027-03-24")).startsWith("07:00").hasSize(12);
		assertThat(here(days, "2027-03-29")).startsWith("07:00").hasSize(10);
	}

}
