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
import org.muster.forms.Formats;
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

	private final ClientClock clientClock;

	private final Formats formats;

	DateWarnings(Organisations organisations, StartDays days, ClientClock clientClock, Formats formats) {
		this.clientClock = clientClock;
		this.organisations = organisations;
		this.days = days;
		this.formats = formats;
	}

	List<DraftWarning> of(ProposalRevision draft, StaffingRequest request) {
		List<DraftWarning> warnings = new ArrayList<>();
		Organisation buyer = this.organisations.findById(draft.organisationId()).orElseThrow();
		LocalDate today = this.clientClock.today(buyer);
		draft.lines()
			.stream()
			.filter((line) -> line.dates().from().isBefore(today))
			.forEach((line) -> warnings
				.add(DraftWarning.of(Kind.START_PAST, line.consultantName(), this.formats.date(line.dates().from()))));
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
					this.formats.date(draft.validUntil()), this.formats.date(start))));
		if (buyer.address() != null && !buyer.isVatTerritoryKnown()) {
			warnings.add(DraftWarning.of(Kind.TAX_TERRITORY_ASSUMED, this.formats.country(buyer.place().country())));
		}
		Place client = buyer.place();
		if (draft.terms().rule() != HolidayRule.CONSULTANT && !draft.holidays().isSame(client)) {
			warnings.add(DraftWarning.of(Kind.HOLIDAYS_OF_ANOTHER_PLACE, this.formats.place(draft.holidays()),
					this.formats.place(client)));
		}
		return warnings;
	}

	private void line(ProposalLine line, Schedule asked, Workdays workdays, List<DraftWarning> warnings) {
		LocalDate start = line.dates().from();
		int late = asked.late(start, workdays);
		if (late > 0) {
			warnings.add(DraftWarning.of(Kind.START_AFTER_LATEST, line.consultantName(), this.formats.date(start),
					this.formats.date(asked.latestStart()), String.valueOf(late)));
		}
		if (start.isBefore(asked.earliestStart())) {
			warnings.add(DraftWarning.of(Kind.START_BEFORE_EARLIEST, line.consultantName(), this.formats.date(start),
					this.formats.date(asked.earliestStart()), days(start, asked.earliestStart())));
		}
		DayCount fewest = line.fewestPerWeek();
		if (fewest.compareTo(asked.daysPerWeek()) < 0) {
			warnings.add(DraftWarning.of(Kind.FEWER_DAYS_A_WEEK, line.consultantName(), this.formats.days(fewest),
					this.formats.days(asked.daysPerWeek())));
		}
		DayCount count = asked.days();
		if (count != null && line.days().compareTo(count) < 0) {
			warnings.add(DraftWarning.of(Kind.FEWER_DAYS, line.consultantName(), this.formats.days(line.days()),
					this.formats.days(count)));
		}
		LocalDate end = asked.end();
		if (end != null && line.period().to().isBefore(end)) {
			warnings.add(DraftWarning.of(Kind.ENDS_EARLY, line.consultantName(), this.formats.date(line.period().to()),
					this.formats.date(end)));
		}
	}

	private static String days(LocalDate from, LocalDate to) {
		return String.valueOf(ChronoUnit.DAYS.between(from, to));
	}

}
