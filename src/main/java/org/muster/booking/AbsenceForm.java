package org.muster.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/**
 * Time that a person is not to be had, as an account manager types it: for each weekday
 * how many half days.
 */
record AbsenceForm(@NotNull AbsenceKind kind, @NotBlank @DateText String from, @NotBlank @DateText String to,
		@Nullable String mon, @Nullable String tue, @Nullable String wed, @Nullable String thu, @Nullable String fri,
		@Nullable String sat, @Nullable String sun) {

	/** What a weekday may say. */
	private static final Set<String> HALVES = Set.of("", "0", "1", "2");

	/** The longest time that is entered at once, in years. */
	private static final int LONGEST = 5;

	/** With all of a week's work. */
	static AbsenceForm empty(Place place) {
		Map<DayOfWeek, Integer> week = Allocation.fullTime(place).halves();
		return new AbsenceForm(AbsenceKind.LEAVE, "", "", text(week, DayOfWeek.MONDAY), text(week, DayOfWeek.TUESDAY),
				text(week, DayOfWeek.WEDNESDAY), text(week, DayOfWeek.THURSDAY), text(week, DayOfWeek.FRIDAY),
				text(week, DayOfWeek.SATURDAY), text(week, DayOfWeek.SUNDAY));
	}

	private static String text(Map<DayOfWeek, Integer> week, DayOfWeek day) {
		return String.valueOf(week.getOrDefault(day, 0));
	}

	void check(BindingResult binding) {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		if (first != null && last != null && last.isBefore(first)) {
			binding.rejectValue("to", "forms.dates.reversed");
		}
		else if (first != null && last != null && last.isAfter(first.plusYears(LONGEST))) {
			binding.rejectValue("to", "booking.absence.long");
		}
		boolean known = Stream.of(this.mon, this.tue, this.wed, this.thu, this.fri, this.sat, this.sun)
			.allMatch((day) -> HALVES.contains(Inputs.text(day)));
		if (!known || halves().isEmpty()) {
			binding.reject("booking.absence.weekdays");
		}
		if (this.kind == AbsenceKind.ENGAGED) {
			binding.rejectValue("kind", "booking.absence.engaged");
		}
	}

	private Map<DayOfWeek, Integer> halves() {
		Map<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
		put(halves, DayOfWeek.MONDAY, this.mon);
		put(halves, DayOfWeek.TUESDAY, this.tue);
		put(halves, DayOfWeek.WEDNESDAY, this.wed);
		put(halves, DayOfWeek.THURSDAY, this.thu);
		put(halves, DayOfWeek.FRIDAY, this.fri);
		put(halves, DayOfWeek.SATURDAY, this.sat);
		put(halves, DayOfWeek.SUNDAY, this.sun);
		return halves;
	}

	private static void put(Map<DayOfWeek, Integer> halves, DayOfWeek day, @Nullable String typed) {
		int count = Inputs.isEmpty(typed) ? 0 : Integer.parseInt(Inputs.text(typed));
		if (count > 0) {
			halves.put(day, count);
		}
	}

	Period period() {
		return new Period(Objects.requireNonNull(Inputs.date(this.from)), Objects.requireNonNull(Inputs.date(this.to)));
	}

	Allocation allocation() {
		return new Allocation(halves());
	}

}
