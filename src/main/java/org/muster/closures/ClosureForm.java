package org.muster.closures;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.muster.calendar.Period;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/** When a company is closed, as an account manager types it. */
record ClosureForm(@NotBlank @DateText String from, @NotBlank @DateText String to,
		@NotBlank @Size(max = 120) String name) {

	private static final int LONGEST_DAYS = 366;

	static ClosureForm empty() {
		return new ClosureForm("", "", "");
	}

	void check(BindingResult binding) {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		if (first != null && last != null && last.isBefore(first)) {
			binding.rejectValue("to", "forms.dates.reversed");
		}
		else if (first != null && last != null && last.isAfter(first.plusDays(LONGEST_DAYS))) {
			binding.rejectValue("to", "proposals.closing.long");
		}
	}

	/** The form has been checked. */
	Period period() {
		return new Period(Objects.requireNonNull(Inputs.date(this.from)), Objects.requireNonNull(Inputs.date(this.to)));
	}

}
