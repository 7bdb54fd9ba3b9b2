package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Day;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HolidayCorrection;
import org.muster.calendar.HolidayNotice;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.closures.Closures;
import org.muster.consultants.Consultants;
import org.muster.consultants.DatedRates;
import org.muster.consultants.PlaceRow;
import org.muster.consultants.RatesOverTime;
import org.muster.money.Money;
import org.muster.pricing.Price;
import org.muster.pricing.PriceList;

import org.springframework.stereotype.Component;

/**
 * Counts the days of lines: by the calendar, less public holidays, less the closings of
 * either company, less the person's leave; and what they cost by the rates of the profile
 * over time.
 */
@Component
class Estimates {

	private static final int MOST_YEARS = 10;

	private final Consultants consultants;

	private final Closures closings;

	private final AbsenceRates rates;

	private final DraftPricing pricing;

	private final HolidayCalendar calendar;

	private final LineReasons reasons;

	Estimates(Consultants consultants, Closures closings, AbsenceRates rates, DraftPricing pricing,
			HolidayCalendar calendar, LineReasons reasons) {
		this.calendar = calendar;
		this.reasons = reasons;
		this.pricing = pricing;
		this.rates = rates;
		this.consultants = consultants;
		this.closings = closings;
	}

	/**
	 * Takes note of what the rate card says now of every line of a draft, and counts and
	 * prices them.
	 */
	void renew(ProposalRevision draft) {
		renew(draft, this.pricing.prices(draft));
	}

	/** The same, where the prices have been read. */
	void renew(ProposalRevision draft, PriceList prices) {
		renew(draft, prices, places(people(draft)));
	}

	private void renew(ProposalRevision draft, PriceList prices, Map<Long, Place> places) {
		draft.lines().forEach((line) -> line.note(card(prices, line, places)));
		estimate(draft, prices, places);
	}

	/**
	 * Counts and prices the lines of a draft, unless the rate card says something else
	 * now than when it was saved.
	 * @return the lines of which it does
	 */
	List<ProposalLine> estimate(ProposalRevision draft) {
		Map<Long, Place> places = places(people(draft));
		PriceList prices = this.pricing.prices(draft);
		List<ProposalLine> outdated = draft.lines()
			.stream()
			.filter((line) -> line.isOtherThan(card(prices, line, places)))
			.toList();
		if (outdated.isEmpty()) {
			renew(draft, prices, places);
		}
		return outdated;
	}

	private static Set<Long> people(ProposalRevision draft) {
		return draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
	}

	private Map<Long, Place> places(Collection<Long> people) {
		return this.consultants.placesOf(people)
			.stream()
			.collect(Collectors.toMap(PlaceRow::consultantId, PlaceRow::place));
	}

	/** What somebody costs by the own rate; {@code null} if that cannot be converted. */
	private static @Nullable Price own(PriceList prices, RatesOverTime rates, LocalDate start) {
		DatedRates own = rates.on(start);
		return prices.own(Money.of(own.bill(), rates.currency()), own.since()).orElse(null);
	}

	private static @Nullable Price card(PriceList prices, ProposalLine line, Map<Long, Place> places) {
		return prices.card(line.role(), line.seniority(), places.get(line.consultantId()), line.period().from())
			.orElse(null);
	}

	private void estimate(ProposalRevision draft, PriceList prices, Map<Long, Place> places) {
		this.pricing.raise(draft);
		if (!draft.lines().isEmpty()) {
			Map<Long, RatesOverTime> rates = this.consultants.ratesOf(people(draft));
			Calendars calendars = calendars(draft, places);
			draft.lines().forEach((line) -> {
				RatesOverTime paid = rates.get(line.consultantId());
				if (paid != null) {
					line.charge(paid, own(prices, paid, line.period().from()));
				}
				Place place = places.get(line.consultantId());
				line.price(calendars.of(line.consultantId(), line.period()).months(line.period(), line.pattern()),
						this.pricing.factors(),
						(place != null) ? this.rates.of(place.country()) : this.rates.elsewhere());
				line.exchange(this.pricing.exchange());
			});
		}
		this.pricing.addUp(draft);
		if (!draft.lines().isEmpty()) {
			this.reasons.renew(draft);
		}
	}

	/**
	 * The lines of a draft that would have other days in some month if it were counted
	 * now, since its calendars have changed.
	 */
	Recount recounted(ProposalRevision draft) {
		if (draft.lines().isEmpty()) {
			return Recount.NONE;
		}
		Set<LocalDate> dates = new HashSet<>();
		Set<Place> counted = new HashSet<>();
		Map<Long, Place> places = places(people(draft));
		Calendars calendars = calendars(draft, places);
		Map<Integer, DayCount> others = new TreeMap<>();
		draft.lines().forEach((line) -> {
			List<MonthDays> now = calendars.of(line.consultantId(), line.period())
				.months(line.period(), line.pattern());
			List<DayCount> months = now.stream().map((month) -> WorkingDays.total(List.of(month))).toList();
			if (!months.equals(line.months().stream().map(LineMonth::days).toList())) {
				others.put(line.number(), WorkingDays.total(now));
				dates.addAll(changed(line, now));
				counted.addAll(places(draft.terms(), places.get(line.consultantId())));
			}
		});
		return new Recount(others, this.calendar.lastActs(dates, counted));
	}

	/** The dates that count otherwise now, or of which that is not known. */
	private static List<LocalDate> changed(ProposalLine line, List<MonthDays> now) {
		Map<LocalDate, DayCount> before = line.months()
			.stream()
			.map(LineMonth::calendar)
			.filter(Objects::nonNull)
			.flatMap((month) -> month.days().stream())
			.collect(Collectors.toMap(Day::date, Day::counted));
		return now.stream()
			.flatMap((month) -> month.days().stream())
			.filter((day) -> !day.counted().equals(before.get(day.date())))
			.map(Day::date)
			.toList();
	}

	/** What should be said beside its days, of each place whose holidays count. */
	List<HolidayNotice> notices(ProposalRevision draft) {
		Map<Long, Place> places = places(people(draft));
		return draft.lines()
			.stream()
			.flatMap((line) -> places(draft.terms(), places.get(line.consultantId())).stream())
			.distinct()
			.map((place) -> this.calendar.notice(whole(draft), place)
				.beside(draft.lines().stream().map(ProposalLine::pattern).toList()))
			.toList();
	}

	private Calendars calendars(ProposalRevision draft, Map<Long, Place> places) {
		return calendars(draft.terms(), draft.organisationId(), whole(draft), people(draft), places);
	}

	/** From the first day of all lines to the last. */
	private static Period whole(ProposalRevision draft) {
		return draft.lines().stream().map(ProposalLine::period).reduce(Period::spanning).orElseThrow();
	}

	/** How a consultant works a number of days for an organisation, to the half day. */
	WorkingDays.Course course(Terms terms, long organisation, LocalDate start, DayCount days, WorkPattern pattern,
			long consultantId) {
		Period widest = new Period(start, start.plusYears(MOST_YEARS));
		List<Long> person = List.of(consultantId);
		return calendars(terms, organisation, widest, person,
				(terms.rule() == HolidayRule.PLACE) ? Map.of() : places(person))
			.of(consultantId, widest)
			.course(start, days, pattern);
	}

	/** Work by some terms until as many days are done, to the half day. */
	LineTerms lasting(Terms terms, long organisation, LineTerms work, DayCount days, long consultantId) {
		return work.during(course(terms, organisation, work.period().from(), days, work.pattern(), consultantId));
	}

	/** What work by some terms takes of people, by person; counted as the draft's is. */
	Map<Long, PersonDays> days(ProposalRevision draft, Map<Long, LineTerms> works) {
		Period whole = works.values().stream().map(LineTerms::period).reduce(Period::spanning).orElseThrow();
		Set<Long> people = works.keySet();
		Calendars calendars = calendars(draft.terms(), draft.organisationId(), whole, people, places(people));
		Map<Long, PersonDays> days = new HashMap<>();
		works.forEach((person, work) -> days.put(person, new PersonDays(person,
				WorkingDays.halves(calendars.of(person, work.period()).months(work.period(), work.pattern())))));
		return days;
	}

	private Calendars calendars(Terms terms, long organisation, Period period, Collection<Long> people,
			Map<Long, Place> places) {
		Map<Long, List<AbsenceRow>> absences = this.consultants.absencesOf(people, period.from())
			.stream()
			.collect(Collectors.groupingBy(AbsenceRow::consultantId));
		Map<LocalDate, String> closed = this.closings.during(period, organisation);
		return (person, time) -> new WorkingDays(holidays(terms, places.get(person), time), closed,
				AbsenceRow.leaves(absences.getOrDefault(person, List.of())));
	}

	private Map<LocalDate, String> holidays(Terms terms, @Nullable Place person, Period time) {
		Map<LocalDate, String> holidays = new HashMap<>();
		places(terms, person).forEach((place) -> holidays.putAll(this.calendar.during(time, place)));
		return holidays;
	}

	/** Whose public holidays count for a person. */
	private static List<Place> places(Terms terms, @Nullable Place person) {
		List<Place> places = new ArrayList<>();
		if (terms.rule() != HolidayRule.PLACE && person != null) {
			places.add(person);
		}
		if (terms.rule() != HolidayRule.CONSULTANT) {
			places.add(terms.holidays());
		}
		return places;
	}

	/**
	 * What would be counted now.
	 *
	 * @param days that each line would have which has others than it was saved with, by
	 * its number
	 * @param corrections of public holidays that are why
	 */
	record Recount(Map<Integer, DayCount> days, List<HolidayCorrection> corrections) {

		static final Recount NONE = new Recount(Map.of(), List.of());

	}

	/** The calendar of each person. */
	@FunctionalInterface
	private interface Calendars {

		WorkingDays of(long consultantId, Period time);

	}

}
