package org.muster.proposals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;
import org.muster.forms.Shown;
import org.muster.proposals.DraftWarning.Kind;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.requests.StartDays;

import org.springframework.stereotype.Component;

/**
 * Warnings about the dates and the allocation of a draft, against the request, and about
 * its holidays and VAT, against where the client is.
 */
@Component
class DateWarnings {

	private final Organisations organisations;

	private final StartDays days;

	private final Deadlines deadlines;

	private final Shown shown;

	DateWarnings(Organisations organisations, StartDays days, Deadlines deadlines, Shown shown) {
		this.deadlines = deadlines;
		this.organisations = organisations;
		this.days = days;
		this.shown = shown;
	}

	List<DraftWarning> of(ProposalRevision draft, StaffingRequest request) {
		List<DraftWarning> warnings = new ArrayList<>();
		Organisation buyer = this.organisations.findById(draft.organisationId()).orElseThrow();
		LocalDate today = this.deadlines.today(buyer);
		draft.lines()
			.stream()
			.filter((line) -> line.dates().from().isBefore(today))
			.forEach((line) -> warnings
				.add(DraftWarning.of(Kind.START_PAST, line.consultantName(), this.shown.date(line.dates().from()))));
		request.schedule().ifPresent((asked) -> {
			Workdays workdays = this.days.of(buyer, asked, today);
			draft.lines().forEach((line) -> line(line, asked, workdays, warnings));
		});
		draft.lines()
			.stream()
			.map((line) -> line.dates().from())
			.min(LocalDate::compareTo)
			.filter((start) -> !draft.validUntil().isBefore(start))
			.ifPresent((start) -> warnings.add(DraftWarning.of(Kind.VALID_AFTER_START,
					this.shown.date(draft.validUntil()), this.shown.date(start))));
		if (buyer.address() != null && !buyer.isVatTerritoryKnown()) {
			warnings.add(DraftWarning.of(Kind.TAX_TERRITORY_ASSUMED, this.shown.country(buyer.place().country())));
		}
		Place client = buyer.place();
		if (draft.terms().rule() != HolidayRule.CONSULTANT && !draft.holidays().isSame(client)) {
			warnings.add(DraftWarning.of(Kind.HOLIDAYS_OF_ANOTHER_PLACE, this.shown.place(draft.holidays()),
					this.shown.place(client)));
		}
		return warnings;
	}

	private void line(ProposalLine line, Schedule asked, Workdays workdays, List<DraftWarning> warnings) {
		LocalDate start = line.dates().from();
		int late = asked.late(start, workdays);
		if (late > 0) {
			warnings.add(DraftWarning.of(Kind.START_AFTER_LATEST, line.consultantName(), this.shown.date(start),
					this.shown.date(asked.latestStart()), String.valueOf(late)));
		}
		if (start.isBefore(asked.earliestStart())) {
			warnings.add(DraftWarning.of(Kind.START_BEFORE_EARLIEST, line.consultantName(), this.shown.date(start),
					this.shown.date(asked.earliestStart()), days(start, asked.earliestStart())));
		}
		DayCount fewest = line.fewestPerWeek();
		if (fewest.compareTo(asked.daysPerWeek()) < 0) {
			warnings.add(DraftWarning.of(Kind.FEWER_DAYS_A_WEEK, line.consultantName(), this.shown.days(fewest),
					this.shown.days(asked.daysPerWeek())));
		}
		DayCount count = asked.days();
		if (count != null && line.days().compareTo(count) < 0) {
			warnings.add(DraftWarning.of(Kind.FEWER_DAYS, line.consultantName(), this.shown.days(line.days()),
					this.shown.days(count)));
		}
		LocalDate end = asked.end();
		if (end != null && line.period().to().isBefore(end)) {
			warnings.add(DraftWarning.of(Kind.ENDS_EARLY, line.consultantName(), this.shown.date(line.period().to()),
					this.shown.date(end)));
		}
	}

	private static String days(LocalDate from, LocalDate to) {
		return String.valueOf(ChronoUnit.DAYS.between(from, to));
	}

}
