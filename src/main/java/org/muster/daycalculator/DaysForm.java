package org.muster.daycalculator;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.forms.Inputs;
import org.muster.money.Money;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;

import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the day calculator counts. It is the address of its page, so that a link shows
 * others the same.
 *
 * @param country ISO 3166 alpha-2
 * @param region as Jollyday names it, or empty for the whole country only
 * @param to the last day; empty where a number of days is given
 * @param days the number of days; empty where a last day is given
 * @param weekdays as {@link Allocation#parse} reads them, together or one by one
 * @param rate what a day costs, if that is known
 * @param currency ISO 4217, of the rate
 */
record DaysForm(@Nullable String country, @Nullable String region, @Nullable String from, @Nullable String to,
		@Nullable @NumberText(NumberKind.LINE_DAYS) String days, List<String> weekdays,
		@Nullable @NumberText(NumberKind.DAY_RATE) String rate, @Nullable String currency) {

	private static final int MOST_YEARS = 5;

	DaysForm {
		weekdays = Objects.requireNonNullElse(weekdays, List.<String>of())
			.stream()
			.flatMap((text) -> Arrays.stream(Inputs.text(text).split(",")))
			.map((text) -> text.strip().toUpperCase(Locale.ROOT))
			.filter((text) -> !text.isEmpty())
			.toList();
	}

	/** A quarter of a year from the coming Monday on. */
	static DaysForm usual(Place place, LocalDate today, String currency) {
		LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		return new DaysForm(place.country(), place.region(), monday.toString(),
				monday.plusMonths(3).minusDays(1).toString(), "", List.of(Allocation.fullTime(place).toString()), "",
				currency);
	}

	/** Nothing is asked yet: the page was opened without anything in its address. */
	boolean isEmpty() {
		return this.weekdays.isEmpty() && Stream.of("country", "region", "from", "to", "days", "rate", "currency")
			.allMatch((field) -> Inputs.isEmpty(value(field)));
	}

	/**
	 * With what it is usually, where nothing is said of it: an address may leave out the
	 * place and the first day, a form that was sent has them.
	 */
	DaysForm completed(DaysForm usual) {
		if (isEmpty()) {
			return usual;
		}
		boolean open = Inputs.isEmpty(this.to) && Inputs.isEmpty(this.days);
		boolean somewhere = this.country != null || this.region != null;
		String where = (somewhere ? Inputs.text(this.country) : Inputs.text(usual.country())).toUpperCase(Locale.ROOT);
		String part = somewhere ? this.region : usual.region();
		return new DaysForm(where, part, (this.from != null) ? this.from : usual.from(), open ? "" : this.to, this.days,
				this.weekdays.isEmpty() ? usualWeekdays(where, part) : this.weekdays, this.rate,
				Inputs.isEmpty(this.currency) ? usual.currency() : this.currency);
	}

	/** All days that are worked where the holidays are. */
	private static List<String> usualWeekdays(String country, @Nullable String region) {
		return List.of(Allocation.fullTime(new Place(country, Inputs.textOrNull(region))).toString().split(","));
	}

	/** Says what is wrong, beside what it is wrong with. */
	void check(BindingResult binding) {
		boolean known = PublicHolidays.countries().contains(Inputs.text(this.country));
		if (!known) {
			binding.rejectValue("country", "proposals.country.unknown");
		}
		else if (!Inputs.isEmpty(this.region)
				&& PublicHolidays.region(Inputs.text(this.country), Inputs.text(this.region)).isEmpty()) {
			binding.rejectValue("region", "proposals.days.region.unknown");
		}
		checkPeriod(binding);
		if (allocation().isEmpty()) {
			binding.rejectValue("weekdays", "proposals.days.weekdays.wrong");
		}
		if (money().isEmpty()) {
			binding.rejectValue("currency", "proposals.days.currency.unknown");
		}
		else {
			NumberKind.DAY_RATE.check(binding, "rate", this.rate, money().orElseThrow().getCurrencyCode());
			if (!binding.hasFieldErrors("rate") && !Inputs.isEmpty(this.rate) && amount() == null) {
				binding.rejectValue("rate", "proposals.days.rate.wrong");
			}
		}
	}

	private void checkPeriod(BindingResult binding) {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		if (first == null) {
			binding.rejectValue("from", "forms.date");
		}
		if (Inputs.isEmpty(this.to) == Inputs.isEmpty(this.days)) {
			binding.rejectValue("to", Inputs.isEmpty(this.to) ? "proposals.days.neither" : "proposals.days.both");
		}
		else if (!Inputs.isEmpty(this.to) && last == null) {
			binding.rejectValue("to", "forms.date");
		}
		else if (first != null && last != null && last.isBefore(first)) {
			binding.rejectValue("to", "forms.dates.reversed");
		}
		else if (first != null && last != null && last.isAfter(first.plusYears(MOST_YEARS))) {
			binding.rejectValue("to", "proposals.line.long");
		}
		else if (!Inputs.isEmpty(this.days) && number().isEmpty()) {
			binding.rejectValue("days", "proposals.days.number.wrong", NumberKind.LINE_DAYS.bounds(), null);
		}
	}

	private Optional<DayCount> number() {
		return Optional.ofNullable(NumberKind.LINE_DAYS.read(this.days)).map(DayCount::of);
	}

	private @Nullable BigDecimal amount() {
		return NumberKind.DAY_RATE.read(this.rate, money().orElseThrow().getCurrencyCode());
	}

	/** What was typed into a field. */
	public @Nullable String value(String field) {
		return switch (field) {
			case "country" -> this.country;
			case "region" -> this.region;
			case "from" -> this.from;
			case "to" -> this.to;
			case "days" -> this.days;
			case "rate" -> this.rate;
			case "currency" -> this.currency;
			default -> throw new IllegalArgumentException(field);
		};
	}

	/** Empty if the weekdays are not understood. */
	Optional<Allocation> allocation() {
		try {
			return Optional.of(Allocation.parse(String.join(",", this.weekdays)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Half days by the weekday's name. */
	Map<String, Integer> halves() {
		Map<String, Integer> halves = new HashMap<>();
		allocation().ifPresent((one) -> one.halves().forEach((day, half) -> halves.put(day.name(), half)));
		return halves;
	}

	/** What the rate is in; nothing for what is no currency. */
	Optional<Currency> money() {
		try {
			return Optional.of(Currency.getInstance(Inputs.text(this.currency).toUpperCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Whose holidays count. The form has been checked. */
	Place place() {
		String code = Inputs.text(this.country);
		return new Place(code, Inputs.isEmpty(this.region) ? null
				: PublicHolidays.region(code, Inputs.text(this.region)).orElseThrow());
	}

	/** Counts the days. The form has been checked. */
	CountedDays counted(HolidayCalendar holidays) {
		LocalDate first = Objects.requireNonNull(Inputs.date(this.from));
		LocalDate last = Inputs.date(this.to);
		WorkPattern pattern = WorkPattern.of(allocation().orElseThrow());
		Period widest = new Period(first, (last != null) ? last : first.plusYears(2L * MOST_YEARS));
		WorkingDays calendar = WorkingDays.of(holidays.during(widest, place()));
		WorkingDays.Course course = (last != null) ? new WorkingDays.Course(widest, pattern)
				: calendar.course(first, number().orElseThrow(), pattern);
		BigDecimal amount = amount();
		return new CountedDays(place(), course.period(), course.pattern(), number().orElse(null),
				calendar.months(course.period(), course.pattern()),
				(amount != null) ? new Money(amount, money().orElseThrow()) : null);
	}

	/** The address of the count. */
	String address() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/days").queryParam("country", this.country);
		add(address, "region", this.region);
		add(address, "from", this.from);
		add(address, "to", this.to);
		add(address, "days", this.days);
		address.queryParam("weekdays", this.weekdays.stream().collect(Collectors.joining(",")));
		if (!Inputs.isEmpty(this.rate)) {
			add(address, "rate", this.rate);
			add(address, "currency", this.currency);
		}
		return address.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			address.queryParam(name, value.strip());
		}
	}

}
