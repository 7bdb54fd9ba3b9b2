package org.muster.requests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiPredicate;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/** When and how much, as a member types it. */
record ScheduleForm(@NotBlank @DateText String earliestStart, @NotBlank @DateText String latestStart,
		@Nullable @DateText String end,
		@Nullable @NumberText(value = NumberKind.REQUEST_DAYS, label = "requests.schedule.days") String days,
		@NotBlank @NumberText(value = NumberKind.DAYS_PER_WEEK, label = "requests.schedule.daysPerWeek",
				message = "{requests.schedule.daysPerWeek.bounds}") String daysPerWeek,
		@Nullable Long version) {

	static ScheduleForm of(StaffingRequest request) {
		ScheduleDraft schedule = request.scheduleSoFar();
		return new ScheduleForm(Objects.toString(schedule.earliestStart(), ""),
				Objects.toString(schedule.latestStart(), ""), Objects.toString(schedule.end(), ""),
				Objects.toString(schedule.days(), ""), Objects.toString(schedule.daysPerWeek(), "5"),
				request.version());
	}

	/**
	 * @param worked whether anybody works for the client between two dates
	 */
	void check(BindingResult binding, LocalDate today, BiPredicate<LocalDate, LocalDate> worked) {
		LocalDate earliest = Inputs.date(this.earliestStart);
		LocalDate latest = Inputs.date(this.latestStart);
		LocalDate last = Inputs.date(this.end);
		if (latest != null && latest.isBefore(today)) {
			binding.rejectValue("latestStart", "requests.schedule.latestStart.past");
		}
		else if (earliest != null && latest != null && latest.isBefore(earliest)) {
			binding.rejectValue("latestStart", "requests.schedule.latestStart.reversed");
		}
		if (last != null && (latest != null && last.isBefore(latest) || earliest != null && last.isBefore(earliest))) {
			binding.rejectValue("end", "requests.schedule.end.early");
		}
		else if (earliest != null && last != null && !worked.test(earliest, last)) {
			binding.rejectValue("end", "requests.schedule.end.none");
		}
		if (Inputs.isEmpty(this.end) == Inputs.isEmpty(this.days)) {
			binding.rejectValue("end",
					Inputs.isEmpty(this.end) ? "requests.schedule.end.neither" : "requests.schedule.end.both");
		}
	}

	/** What was typed as far as it is valid. */
	Guidance.Terms terms(StaffingRequest request) {
		return new Guidance.Terms(Inputs.date(this.earliestStart), Inputs.date(this.latestStart), Inputs.date(this.end),
				days(NumberKind.REQUEST_DAYS, this.days),
				Objects.requireNonNullElse(days(NumberKind.DAYS_PER_WEEK, this.daysPerWeek), new DayCount(10)),
				request.rateCap(), request.budget());
	}

	private static @Nullable DayCount days(NumberKind kind, @Nullable String text) {
		BigDecimal number = kind.read(text);
		return (number != null) ? DayCount.of(number) : null;
	}

	/** What was typed, once it has been found valid. */
	Schedule schedule() {
		return new Schedule(Objects.requireNonNull(Inputs.date(this.earliestStart)),
				Objects.requireNonNull(Inputs.date(this.latestStart)), Inputs.date(this.end),
				days(NumberKind.REQUEST_DAYS, this.days),
				Objects.requireNonNull(days(NumberKind.DAYS_PER_WEEK, this.daysPerWeek)));
	}

}
