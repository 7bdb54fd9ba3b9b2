package org.muster.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.Workdays;
import org.muster.calendar.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** Free days are judged week by week, over calendars drawn at random and by example. */
class CapacityTest {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

	private static final int ROUNDS = 6000;

	private final Random random = new Random(17);

	private static AbsenceRow absence(AbsenceKind kind, LocalDate from, LocalDate to, String weekdays) {
		return new AbsenceRow(1, null, 1, kind, from, to, Allocation.parse(weekdays));
	}

	private static AbsenceRow engaged(String from, String to, String weekdays) {
		return absence(AbsenceKind.ENGAGED, LocalDate.parse(from), LocalDate.parse(to), weekdays);
	}

	private static @Nullable LocalDate start(List<AbsenceRow> absences, String perWeek, String first, String last,
			String end) {
		int[] calendar = StartFinder.pack(absences);
		int day = new StartFinder(Workdays.ofWeek(null), StartFinder.day(LocalDate.parse(end)), 1000).earliest(
				DayCount.of(perWeek).halves(), StartFinder.day(LocalDate.parse(first)),
				StartFinder.day(LocalDate.parse(last)), calendar, 0, calendar.length);
		return (day != StartFinder.NEVER) ? LocalDate.ofEpochDay(day) : null;
	}

	@Test
	void whereTheWeekBeginsOnSundayWorkIsPlannedFromSundayToThursday() {
		Place israel = new Place("IL", null);
		LocalDate sunday = LocalDate.parse("2027-02-14");
		LocalDate end = LocalDate.parse("2027-05-31");
		WorkPattern free = new Capacity(sunday, List.of(), israel).plan(sunday, DayCount.of("5"), end, israel)
			.pattern();
		assertThat(free.first()).isEqualTo(Allocation.parse("SUN,MON,TUE,WED,THU"));
		assertThat(free.later()).isEmpty();
		// Engaged elsewhere on Sundays from March on, and on Mondays before.
		List<AbsenceRow> booked = List.of(engaged("2027-03-07", "2027-06-30", "SUN"),
				engaged("2027-02-01", "2027-03-06", "MON"));
		WorkPattern pattern = new Capacity(sunday, booked, israel).plan(sunday, DayCount.of("4"), end, israel)
			.pattern();
		assertThat(pattern.first()).isEqualTo(Allocation.parse("SUN,TUE,WED,THU"));
		assertThat(pattern.later().values()).containsExactly(Allocation.parse("MON,TUE,WED,THU"));
	}

	@Test
	void whereTheWeekBeginsOnSundaySoDoesTheWorkAndFridayIsNotFree() {
		Place israel = new Place("IL", null);
		AbsenceRow sundays = engaged("2027-01-01", "2027-12-31", "SUN");
		int[] calendar = StartFinder.pack(List.of(sundays));
		int end = StartFinder.day(LocalDate.parse("2027-08-31"));
		int friday = StartFinder.day(LocalDate.parse("2027-02-12"));
		StartFinder finder = new StartFinder(Workdays.ofWeek(israel), end, 1000);
		// Four days of the week from Sunday to Thursday are left, five of another.
		assertThat(finder.earliest(9, friday, end, calendar, 0, calendar.length)).isNotEqualTo(friday);
		assertThat(finder.earliest(8, friday, end, new int[0], 0, 0)).isEqualTo(friday);
		assertThat(finder.workday(friday)).isEqualTo(friday + 2);
		assertThat(finder.perWeek(friday + 3, calendar, 0, calendar.length)).isEqualTo(8);
		assertThat(new StartFinder(Workdays.ofWeek(null), end, 1000).perWeek(friday + 3, calendar, 0, calendar.length))
			.isEqualTo(10);
		// Fridays, which nobody works there, take nothing.
		int[] fridays = StartFinder.pack(List.of(engaged("2027-01-01", "2027-12-31", "FRI")));
		assertThat(finder.perWeek(friday, fridays, 0, fridays.length)).isEqualTo(10);
		// Who works all of that week for somebody is nowhere else on its Friday.
		Capacity engaged = new Capacity(MONDAY, List.of(engaged("2026-11-01", "2027-06-30", "SUN,MON,TUE,WED,THU")),
				new Place("DE", null));
		assertThat(engaged.steps(MONDAY).get(0)).isEqualTo(new Start(LocalDate.of(2027, 7, 1), DayCount.of("5")));
	}

	@Test
	void whoIsAwayFromMondayToFridayIsSoOnTheSundayBetween() {
		AbsenceRow leave = absence(AbsenceKind.LEAVE, LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-12"),
				"MON,TUE,WED,THU,FRI");
		assertThat(WorkingDays.away(AbsenceRow.leaves(List.of(leave)), LocalDate.parse("2027-03-07")))
			.isEqualTo(DayCount.of("1"));
		AbsenceRow engaged = engaged("2027-03-01", "2027-03-12", "MON,TUE,WED,THU,FRI");
		assertThat(
				StartFinder.booked(StartFinder.day(LocalDate.parse("2027-03-07")), StartFinder.pack(List.of(engaged))))
			.isEqualTo(2);
	}

	@Test
	void daysAreNotSummedOverTheWholeTime() {
		// Engaged five days a week until February, three asked until April.
		assertThat(start(List.of(engaged("2026-12-03", "2027-02-04", "MON,TUE,WED,THU,FRI")), "3", "2026-12-06",
				"2027-03-01", "2027-04-06"))
			.isEqualTo("2027-02-05");
		// Wednesday, Thursday and half of Friday are engaged until 11 February.
		List<AbsenceRow> part = List.of(engaged("2026-10-17", "2027-02-11", "WED,THU,FRI/2"));
		assertThat(start(part, "3", "2026-12-17", "2027-03-01", "2027-04-30")).isEqualTo("2027-02-05");
		assertThat(start(part, "2.5", "2026-12-17", "2027-03-01", "2027-04-30")).isEqualTo("2026-12-18");
	}

	@Test
	void aWeekThatTheWorkCutsShortFailsNobody() {
		List<AbsenceRow> part = List.of(engaged("2026-10-01", "2027-12-31", "MON,TUE,WED"));
		assertThat(start(part, "2", "2026-12-03", "2026-12-10", "2027-03-02")).isEqualTo("2026-12-03");
		assertThat(start(part, "2", "2026-12-04", "2026-12-10", "2027-03-02")).isEqualTo("2026-12-04");
		assertThat(start(part, "2", "2026-11-30", "2026-12-10", "2027-03-02")).isEqualTo("2026-12-03");
		assertThat(start(part, "2.5", "2026-11-30", "2026-12-10", "2027-03-02")).isNull();
	}

	@Test
	void leaveIsAbsenceWithinAnEngagementUnlessItIsLongOrMostOfTheTime() {
		String all = "MON,TUE,WED,THU,FRI";
		AbsenceRow fortnight = absence(AbsenceKind.LEAVE, LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 1), all);
		assertThat(start(List.of(fortnight), "5", "2026-12-01", "2026-12-31", "2027-04-30")).isEqualTo("2026-12-01");
		assertThat(start(List.of(fortnight), "5", "2026-12-22", "2027-01-31", "2027-04-30")).isEqualTo("2027-01-02");
		assertThat(start(List.of(fortnight), "5", "2026-12-14", "2027-01-31", "2027-01-15")).isEqualTo("2027-01-02");
		AbsenceRow months = absence(AbsenceKind.LEAVE, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 5), all);
		assertThat(start(List.of(months), "5", "2026-12-01", "2027-03-31", "2027-12-31")).isEqualTo("2027-02-06");
		AbsenceRow fridays = absence(AbsenceKind.LEAVE, LocalDate.of(2026, 1, 2), LocalDate.of(2027, 12, 31), "FRI");
		assertThat(start(List.of(fridays), "4", "2026-12-01", "2027-03-31", "2027-04-30")).isEqualTo("2026-12-01");
		assertThat(start(List.of(fridays), "4.5", "2026-12-01", "2027-03-31", "2027-04-30")).isNull();
	}

	@Test
	void thePoolSaysFromWhenHowManyDaysOfEveryWeekAreFree() {
		Capacity part = new Capacity(LocalDate.of(2026, 5, 1),
				List.of(engaged("2026-11-30", "2027-02-25", "MON,TUE,WED,THU,FRI"),
						engaged("2027-02-26", "2027-06-30", "MON,TUE")),
				null);
		assertThat(part.steps(LocalDate.of(2026, 11, 26))).containsExactly(
				new Start(LocalDate.of(2027, 2, 26), DayCount.of("3")),
				new Start(LocalDate.of(2027, 6, 30), DayCount.of("5")));
		assertThat(new Capacity(LocalDate.of(2026, 5, 1), List.of(), null).steps(MONDAY))
			.containsExactly(new Start(MONDAY, DayCount.of("5")));
	}

	@Test
	void weekdaysAreThoseThatAreFreeWithAsFewChangesAsTheCalendarAllows() {
		Capacity capacity = new Capacity(MONDAY, List.of(engaged("2026-10-01", "2027-01-10", "MON,TUE"),
				engaged("2027-02-01", "2027-12-31", "THU,FRI/2")), null);
		Capacity.Plan plan = capacity.plan(LocalDate.of(2026, 12, 3), DayCount.of("3"), LocalDate.of(2027, 4, 30),
				null);
		assertThat(plan.pattern().first()).hasToString("WED,THU,FRI");
		assertThat(plan.pattern().later()).hasToString("{2027-02-01=MON,TUE,WED}");
		assertThat(plan.last()).isEqualTo("2027-04-30");
		assertThat(capacity.plan(MONDAY, DayCount.of("1.5"), LocalDate.of(2027, 4, 30), null).pattern().later())
			.isEmpty();
		assertThat(capacity.plan(MONDAY, DayCount.of("4"), LocalDate.of(2027, 4, 30), null).last()).isNull();
		assertThat(capacity.plan(LocalDate.of(2027, 1, 11), DayCount.of("4"), LocalDate.of(2027, 4, 30), null).last())
			.isEqualTo("2027-01-31");
	}

	@Test
	void aConflictNamesTheDatesAndWhatIsBooked() {
		AbsenceRow elsewhere = engaged("2026-12-01", "2026-12-09", "TUE,WED");
		Capacity capacity = new Capacity(MONDAY,
				List.of(elsewhere, engaged("2026-12-01", "2026-12-31", "FRI/2"),
						absence(AbsenceKind.TENTATIVE, MONDAY, MONDAY.plusWeeks(4), "MON"),
						absence(AbsenceKind.LEAVE, MONDAY, MONDAY.plusWeeks(4), "MON")),
				null);
		assertThat(capacity.conflicts(new Period(MONDAY, MONDAY.plusWeeks(3)),
				WorkPattern.of(Allocation.parse("MON,WED/2,THU,FRI/2"))))
			.containsExactly(
					new Capacity.Conflict(elsewhere, List.of(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 9))));
	}

	/** The definition, day by day. */
	private final class Naive {

		private final List<AbsenceRow> absences;

		private final LocalDate end;

		private final int length;

		private final List<DayOfWeek> workdays;

		Naive(@Nullable Place place, List<AbsenceRow> absences, LocalDate end, int length) {
			this.workdays = List.copyOf(Weekend.workdays(place));
			this.absences = absences;
			this.end = end;
			this.length = length;
		}

		private boolean isLong(AbsenceRow absence) {
			return !absence.startsOn().plusDays(28).isAfter(absence.endsOn());
		}

		private int on(AbsenceRow absence, LocalDate date) {
			return absence.period().contains(date) ? absence.allocation().away(date).halves() : 0;
		}

		private int booked(LocalDate date) {
			return Math.min(2,
					this.absences.stream()
						.filter((one) -> one.kind() == AbsenceKind.ENGAGED || one.kind() == AbsenceKind.HELD
								|| one.kind() == AbsenceKind.LEAVE && isLong(one))
						.mapToInt((one) -> on(one, date))
						.sum());
		}

		private int leave(LocalDate date) {
			return this.absences.stream()
				.filter((one) -> one.kind() == AbsenceKind.LEAVE && !isLong(one))
				.mapToInt((one) -> on(one, date))
				.max()
				.orElse(0);
		}

		boolean canStart(LocalDate date, int halves) {
			LocalDate start = date;
			while (isWeekend(start)) {
				start = start.plusDays(1);
			}
			LocalDate last = start.plusDays(this.length).isBefore(this.end) ? start.plusDays(this.length) : this.end;
			if (last.isBefore(start) || booked(start) + leave(start) >= 2) {
				return false;
			}
			Map<LocalDate, Integer> weeks = new java.util.HashMap<>();
			int free = 0;
			int away = 0;
			for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
				if (!isWeekend(day)) {
					weeks.merge(day.with(TemporalAdjusters.previousOrSame(this.workdays.get(0))), booked(day),
							Integer::sum);
					free += 2 - booked(day);
					away += Math.min(2 - booked(day), leave(day));
				}
			}
			return weeks.values().stream().allMatch((booked) -> 2 * this.workdays.size() - booked >= halves)
					&& 5 * away <= free;
		}

		/** The most with which the person can start on a day on which they can. */
		int perWeek(LocalDate date) {
			int halves = 10;
			while (!canStart(date, halves)) {
				halves--;
			}
			return halves;
		}

		private boolean isWeekend(LocalDate date) {
			return !this.workdays.contains(date.getDayOfWeek());
		}

	}

	/** Weeks from Monday or Sunday on, of six days, and with a day off in between. */
	private @Nullable Place place() {
		return switch (this.random.nextInt(6)) {
			case 0 -> new Place("IL", null);
			case 1 -> new Place("NP", null);
			case 2 -> new Place("BN", null);
			case 3 -> new Place("IR", null);
			case 4 -> new Place("DE", "BY");
			default -> null;
		};
	}

	private List<AbsenceRow> calendar() {
		List<AbsenceRow> absences = new ArrayList<>();
		for (int one = this.random.nextInt(5); one > 0; one--) {
			LocalDate from = MONDAY.plusDays(this.random.nextInt(120) - 40L);
			absences.add(new AbsenceRow(one, null, 1, AbsenceKind.values()[this.random.nextInt(4)], from,
					from.plusDays(this.random.nextInt((this.random.nextInt(3) == 0) ? 5 : 70)), weekdays()));
		}
		return absences;
	}

	private Allocation weekdays() {
		EnumMap<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		int most = 1 + this.random.nextInt(3);
		halves.put(DayOfWeek.of(1 + this.random.nextInt(7)), 1 + this.random.nextInt(2));
		for (DayOfWeek day : DayOfWeek.values()) {
			if (this.random.nextInt(4) < most) {
				halves.put(day, 1 + this.random.nextInt(2));
			}
		}
		return new Allocation(halves);
	}

	@Test
	void theFirstStartIsThatOfTryingEveryDay() {
		int found = 0;
		for (int round = 0; round < ROUNDS; round++) {
			List<AbsenceRow> absences = calendar();
			LocalDate first = MONDAY.plusDays(this.random.nextInt(30));
			LocalDate last = first.plusDays(this.random.nextInt(90));
			LocalDate end = this.random.nextBoolean() ? last.plusDays(this.random.nextInt(80))
					: LocalDate.of(2099, 1, 1);
			int length = this.random.nextInt(100);
			int halves = 1 + this.random.nextInt(10);
			Place place = place();
			Naive naive = new Naive(place, absences, end, length);
			LocalDate expected = first.datesUntil(last.plusDays(1))
				.filter((date) -> naive.canStart(date, halves))
				.findFirst()
				.orElse(null);
			int[] calendar = StartFinder.pack(absences);
			StartFinder finder = new StartFinder(Workdays.ofWeek(place), StartFinder.day(end), length);
			int day = finder.earliest(halves, StartFinder.day(first), StartFinder.day(last), calendar, 0,
					calendar.length);
			assertThat((day != StartFinder.NEVER) ? LocalDate.ofEpochDay(day) : null)
				.as("%s half days in %s from %s to %s until %s or %s days with %s", halves, place, first, last, end,
						length, absences)
				.isEqualTo(expected);
			assertThat(finder.halvesFrom(StartFinder.day(first), calendar, 0, calendar.length))
				.isEqualTo(naive.canStart(first, 1) ? naive.perWeek(first) : 0);
			if (expected != null) {
				assertThat(finder.perWeek(day, calendar, 0, calendar.length)).isEqualTo(naive.perWeek(expected));
				found++;
			}
		}
		assertThat(found).isBetween(ROUNDS / 4, ROUNDS * 9 / 10);
	}

	@Test
	void whoeverCanStartHasAPlanThatMeetsNothingElse() {
		int planned = 0;
		for (int round = 0; round < ROUNDS; round++) {
			List<AbsenceRow> absences = calendar();
			LocalDate end = MONDAY.plusDays(60L + this.random.nextInt(100));
			int halves = 1 + this.random.nextInt(10);
			int[] calendar = StartFinder.pack(absences);
			Place place = place();
			StartFinder finder = new StartFinder(Workdays.ofWeek(place), StartFinder.day(end), 1000);
			int day = finder.earliest(halves, StartFinder.day(MONDAY), StartFinder.day(end), calendar, 0,
					calendar.length);
			if (day != StartFinder.NEVER) {
				LocalDate start = LocalDate.ofEpochDay(day);
				Capacity capacity = new Capacity(MONDAY, absences, place);
				Capacity.Plan plan = capacity.plan(start, new DayCount(halves), end, place);
				assertThat(plan.last()).isEqualTo(end);
				assertThat(capacity.conflicts(new Period(start, end), plan.pattern())).isEmpty();
				assertThat(plan.pattern().on(LocalDate.ofEpochDay(finder.workday(day)))).isPositive();
				assertThat(plan.pattern().first().perWeek().halves()).isEqualTo(halves);
				assertThat(plan.pattern().later().values()).allMatch((week) -> week.perWeek().halves() == halves);
				planned++;
			}
		}
		assertThat(planned).isGreaterThan(ROUNDS / 3);
	}

}
