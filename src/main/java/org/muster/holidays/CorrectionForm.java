package org.muster.holidays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.HolidayCorrection;
import org.muster.calendar.HolidayCorrection.Kind;
import org.muster.calendar.Place;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/** A correction of public holidays as an administrator types it. */
record CorrectionForm(@NotNull @Nullable Kind kind, @NotBlank @DateText String date, @Nullable Boolean yearly,
		@Nullable @Size(max = 120) String name, @NotBlank @Size(max = 500) String reason) {

	/** The first year that may be shown and corrected. */
	static final int EARLIEST = 2000;

	/** The last one. */
	static final int LATEST = 2199;

	static CorrectionForm empty() {
		return new CorrectionForm(Kind.HOLIDAY, "", false, "", "");
	}

	void check(BindingResult binding) {
		LocalDate day = Inputs.date(this.date);
		if (day != null && (day.getYear() < EARLIEST || day.getYear() > LATEST)) {
			binding.rejectValue("date", "holidays.date.far");
		}
		if (this.kind != null && this.kind != Kind.WORKING && Inputs.isEmpty(this.name)) {
			binding.rejectValue("name", "holidays.name.none");
		}
	}

	/** The form has been checked. */
	HolidayCorrection correction(Place place, String by, Instant now) {
		Kind what = Objects.requireNonNull(this.kind);
		return new HolidayCorrection(0, place, what, Objects.requireNonNull(Inputs.date(this.date)),
				Boolean.TRUE.equals(this.yearly), (what == Kind.WORKING) ? null : Inputs.text(this.name),
				Inputs.text(this.reason), by, now, null, null);
	}

}
