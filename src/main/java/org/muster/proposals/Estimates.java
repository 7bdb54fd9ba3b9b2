package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.consultants.AbsenceRow;
import org.muster.consultants.Consultants;
import org.muster.consultants.PlaceRow;
import org.muster.rates.RateCard;

import org.springframework.stereotype.Component;

/**
 * Counts the days of lines: by the calendar, less public holidays, less the closings of
 * either company, less the person's leave.
 */
@Component
class Estimates {

	private static final int MOST_YEARS = 10;

	private final Consultants consultants;

	private final Closings closings;

	private final AbsenceRates rates;

	private final Pricing pricing;

	Estimates(Consultants consultants, Closings closings, AbsenceRates rates, Pricing pricing) {
		this.pricing = pricing;
		this.rates = rates;
		this.consultants = consultants;
		this.closings = closings;
	}

	/**
	 * Takes note of what the rate card says now of every line of a draft, and estimates
	 * it.
	 */
	void renew(ProposalRevision draft) {
		Map<Long, Place> places = places(draft);
		RateCard card = this.pricing.card(draft);
		draft.lines().forEach((line) -> line.note(rate(card, line, places)));
		estimate(draft);
	}

	/**
	 * The lines of which the rate card says something else now than when they were saved.
	 */
	List<ProposalLine> outdated(ProposalRevision draft) {
		Map<Long, Place> places = places(draft);
		RateCard card = this.pricing.card(draft);
		return draft.lines().stream().filter((line) -> line.isOtherThan(rate(card, line, places))).toList();
	}

	private Map<Long, Place> places(ProposalRevision draft) {
		Set<Long> people = draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
		return this.consultants.placesOf(people)
			.stream()
			.collect(Collectors.toMap(PlaceRow::consultantId, PlaceRow::place));
	}

	private static @Nullable BigDecimal rate(RateCard card, ProposalLine line, Map<Long, Place> places) {
		return card.rate(line.role(), line.seniority(), places.get(line.consultantId()), line.period().from())
			.orElse(null);
	}

	/** Counts and prices every line of a draft, and adds up. */
	void estimate(ProposalRevision draft) {
		if (!draft.lines().isEmpty()) {
			LocalDate first = draft.lines()
				.stream()
				.map((line) -> line.period().from())
				.min(LocalDate::compareTo)
				.orElseThrow();
			LocalDate last = draft.lines()
				.stream()
				.map((line) -> line.period().to())
				.max(LocalDate::compareTo)
				.orElseThrow();
			Set<Long> people = draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
			Calendars calendars = calendars(draft.terms(), draft.organisationId(), new Period(first, last), people);
			Map<Long, BigDecimal> absence = this.consultants.placesOf(people)
				.stream()
				.collect(Collectors.toMap(PlaceRow::consultantId, (row) -> this.rates.of(row.country())));
			draft.lines()
				.forEach((line) -> line.price(
						calendars.of(line.consultantId(), line.period()).months(line.period(), line.pattern()),
						this.pricing.factors(), absence.getOrDefault(line.consultantId(), this.rates.elsewhere())));
			draft.lines().forEach((line) -> line.exchange(this.pricing.exchange()));
		}
		this.pricing.reckon(draft);
	}

	/** The day on which a consultant has worked a number of days for an organisation. */
	LocalDate endAfter(Terms terms, long organisation, LocalDate start, DayCount days, WorkPattern pattern,
			long consultantId) {
		Period widest = new Period(start, start.plusYears(MOST_YEARS));
		return calendars(terms, organisation, widest, List.of(consultantId)).of(consultantId, widest)
			.endAfter(start, days, pattern);
	}

	private Calendars calendars(Terms terms, long organisation, Period period, Collection<Long> people) {
		Map<Long, List<AbsenceRow>> absences = this.consultants.absencesOf(people)
			.stream()
			.collect(Collectors.groupingBy(AbsenceRow::consultantId));
		Map<Long, Place> places = (terms.rule() == HolidayRule.PLACE) ? Map.of()
				: this.consultants.placesOf(people)
					.stream()
					.collect(Collectors.toMap(PlaceRow::consultantId, PlaceRow::place));
		Map<LocalDate, String> closed = this.closings.during(period, organisation);
		return (person, time) -> new WorkingDays(holidays(terms, places.get(person), time), closed,
				AbsenceRow.leaves(absences.getOrDefault(person, List.of())));
	}

	private static Map<LocalDate, String> holidays(Terms terms, @Nullable Place person, Period time) {
		Map<LocalDate, String> holidays = new HashMap<>();
		if (person != null && PublicHolidays.knows(person)) {
			holidays.putAll(PublicHolidays.during(time, person));
		}
		if (terms.rule() != HolidayRule.CONSULTANT) {
			holidays.putAll(PublicHolidays.during(time, terms.holidays()));
		}
		return holidays;
	}

	/** The calendar of each person. */
	@FunctionalInterface
	private interface Calendars {

		WorkingDays of(long consultantId, Period time);

	}

}
